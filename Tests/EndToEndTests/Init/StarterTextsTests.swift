import Testing

@testable import allclear

@Suite struct StarterTextsTests {
    @Test func valuesStandInPlaceOfNamesAndAreNotLookedThrough() {
        let values = ["a": "@b@", "b": "2"]
        #expect(StarterTexts.filled("1@a@3 @b@@b@ @c@ x@y @", with: values) == "1@b@3 22 @c@ x@y @")
    }

    @Test func everyNameIsFilledIn() throws {
        let repository = try Repository()
        #expect(try InitCommandTests.run("init", in: repository.path).status == 0)
        for (path, text) in try Scratch.contents(of: repository.path) where !path.hasPrefix(".git/") {
            #expect(text.firstMatch(of: /@[a-z-]+@/) == nil, "\(path)")
        }
    }
}
