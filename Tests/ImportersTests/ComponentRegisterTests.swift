import Records
import Testing

@testable import Importers

@Suite struct ComponentRegisterTests {
    /// A search through all components for each of them would take minutes.
    @Test(.timeLimit(.minutes(1))) func eachOfManyComponentsIsChanged() {
        var register = ComponentRegister()
        let ids = (0..<60_000).map { number in
            register.id(of: "c\(number)") { ComponentDescription(id: $0, name: "c\(number)") }
        }
        for id in ids { register.update(id) { $0.description = id } }
        register.update("unknown") { $0.description = "x" }
        #expect(register.components.allSatisfy { $0.description == $0.id })
    }
}
