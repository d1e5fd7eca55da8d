import StatusModel
import Testing

/// The same name twice gets a number, and so does one that others have.
@Suite struct AddressNamesTests {
    @Test func namesThatAreTakenGetTheNextFreeNumber() {
        var names = AddressNames(taken: ["api", "store-2"])
        #expect(
            ["api", "store", "store", "api", "store"].map { names.take($0) }
                == ["api-2", "store", "store-3", "api-3", "store-4"])
    }

    /// A number is not given out twice, whoever asked for the name first.
    @Test func aNameThatLooksNumberedIsANameLikeOthers() {
        var names = AddressNames()
        #expect(
            ["web", "web", "web-2", "web"].map { names.take($0) } == ["web", "web-2", "web-2-2", "web-3"])
    }
}
