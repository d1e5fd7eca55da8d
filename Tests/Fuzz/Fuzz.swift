import FuzzProperties

/// The loop of libFuzzer, which comes with Swift.
///
/// It mutates inputs, guided by the code that they reach, and ends at the first one that traps or violates
/// a property.
@main
enum Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { bytes, count in
            let violations = FuzzedInput(UnsafeBufferPointer(start: bytes, count: count))?.violations ?? []
            guard let first = violations.first else { return 0 }
            fatalError(first)
        }
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
