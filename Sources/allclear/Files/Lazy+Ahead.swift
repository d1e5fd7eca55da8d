import Diagnostics
import Foundation

extension Lazy {
    /// Makes the value on another thread now, or if the system grants no thread, when it is first used.
    ///
    /// A queue of Dispatch would end the program if no file can be opened.
    func madeAhead() -> Lazy {
        Thread { [self] in _ = value }.start()
        return self
    }
}
