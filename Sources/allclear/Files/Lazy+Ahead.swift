import Diagnostics
import Foundation

extension Lazy {
    /// Has another thread make the value now. Where the system grants none, it is made when it is asked for.
    ///
    /// A queue of Dispatch's would end the program where no file can be opened.
    func madeAhead() -> Lazy {
        Thread { [self] in _ = value }.start()
        return self
    }
}
