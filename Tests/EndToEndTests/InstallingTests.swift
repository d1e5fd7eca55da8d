import Testing

@testable import allclear

/// What is written by hand about a release agrees with the program.
@Suite struct InstallingTests {
    @Test(arguments: [
        ("action.yml", "default: \"\(Allclear.version)\""),
        ("docs/installing.md", "version=\(Allclear.version)\n"),
        ("docs/installing.md", "OWNER/allclear@v\(Allclear.version)\n"),
        ("docs/deploying.md", "OWNER/allclear@v\(Allclear.version)\n"),
    ])
    func versionIsTheProgramsOwn(file: String, line: String) throws {
        let text = try ProjectFolder.text(of: file)
        #expect(text.contains(line))
    }
}
