import Foundation
import Testing

@testable import allclear

/// What is written by hand about a release agrees with the program, and no archive is installed but the one that the
/// checksum is of.
@Suite struct InstallingTests {
    @Test(arguments: [
        ("action.yml", "VERSION: \"\(Allclear.version)\""),
        ("README.md", "version=\(Allclear.version)\n"),
        ("docs/installing.md", "version=\(Allclear.version)\n"),
        ("docs/installing.md", "OWNER/allclear@COMMIT # v\(Allclear.version)\n"),
        ("docs/hosts.md", "OWNER/allclear@COMMIT # v\(Allclear.version)\n"),
        ("docs/diff.md", "OWNER/allclear@COMMIT # v\(Allclear.version)\n"),
    ])
    func versionIsTheProgramsOwn(file: String, line: String) throws {
        let text = try ProjectFolder.text(of: file)
        #expect(text.contains(line))
    }

    @Test(arguments: ["README.md", "docs/installing.md"])
    func pageInstallsTheArchive(page: String) throws {
        let release = try Release()
        let shown = try #require(
            try ProjectFolder.text(of: page).firstMatch(of: /```sh[^\n]*\n(version=[^`]*)```/)
        )
        let script = shown.output.1
            .replacing("https://github.com/OWNER/allclear/releases/download", with: "file://$PWD/releases")
            .replacing("sha256=…", with: "sha256=\(release.checksum)")
            .replacing("sudo tar", with: "tar")
            .replacing("/usr/local", with: "there")
        let result = try release.run("mkdir there\n\(script)there/bin/allclear --version")
        #expect(result.output.hasSuffix("\n\(Allclear.version)\n"), "\(result)")
    }

    @Test func repositoryInstallsTheArchiveThatItNames() throws {
        let release = try Release()
        try release.write(checksum: release.checksum)
        let result = try release.run(
            """
            sh .allclear/install.sh
            cat "$GITHUB_PATH"
            PATH="$(cat "$GITHUB_PATH"):$PATH" sh .allclear/install.sh
            """
        )
        let lines = result.output.split(separator: "\n")
        #expect(lines.first == "\(Allclear.version)" && lines.count == 2, "\(result)")
        #expect(lines.last?.hasSuffix("/.local/bin") == true)
    }

    @Test func repositoryInstallsNothingElse() throws {
        let release = try Release()
        let unnamed = try release.run("sh .allclear/install.sh")
        #expect(unnamed.status == 1 && unnamed.output.isEmpty)
        #expect(
            unnamed.error.hasPrefix(
                "allclear: .allclear/install.sh has no checksum for allclear-\(Allclear.version)-linux-"
            ),
            "\(unnamed.error)"
        )
        try release.write(checksum: String(repeating: "0", count: 64))
        let other = try release.run("sh .allclear/install.sh || test ! -e $HOME/.local")
        #expect(other.status == 0 && other.error.contains("1 computed checksum did NOT match"), "\(other)")
    }

    @Test func actionInstallsTheArchiveOfItsChecksums() throws {
        let release = try Release()
        let install = """
            mkdir -p Scripts && cp "$PROJECT/Scripts/install.sh" Scripts
            Scripts/install.sh "file://$PWD/releases/v\(Allclear.version)" \(Allclear.version) "$PWD/there"
            there/bin/allclear --version
            """
        let unnamed = try release.run("mkdir Scripts && touch Scripts/checksums\n" + install)
        #expect(unnamed.status == 1 && unnamed.error.contains(" has no checksum for "))
        let archive = "allclear-\(Allclear.version)-linux-$(uname -m).tar.gz"
        let line = "echo \"\(release.checksum)  \(archive)\" > Scripts/checksums\n"
        let named = try release.run(line + install)
        #expect(named.output == "\(Allclear.version)\n", "\(named)")
        let other = try release.run("sed -i 's/^./x/' Scripts/checksums; rm -r there\n" + install)
        #expect(other.status == 1 && other.output.isEmpty)
    }
}

/// A new repository, and beside it a release that holds the program.
private struct Release {
    private let checkout: Checkout
    private let bash: Bash
    /// The archive's SHA-256.
    let checksum: String

    init() throws {
        checkout = try Checkout()
        bash = try Bash(["PATH": "/usr/bin:/bin", "PROJECT": ProjectFolder.path])
        let pack = """
            name="allclear-\(Allclear.version)-linux-$(uname -m)"
            mkdir -p "$name/bin" "releases/v\(Allclear.version)"
            cp "$PROGRAM" "$name/bin/allclear"
            tar -cf - "$name" | gzip -1 > "releases/v\(Allclear.version)/$name.tar.gz"
            sha256sum < "releases/v\(Allclear.version)/$name.tar.gz" | cut -c -64
            """
        let packed = try bash.run(pack, in: checkout.path, ["PROGRAM": Program.file.path])
        checksum = packed.output.trimmingCharacters(in: .newlines)
        #expect(packed.status == 0 && checksum.utf8.count == 64, "\(packed.error)")
    }

    /// Fills in the checksum for this machine.
    func write(checksum: String) throws {
        let script = "sed -i \"s/^\\(sha256_$(uname -m)=\\).*/\\1\(checksum)/\" .allclear/install.sh"
        #expect(try bash.run(script, in: checkout.path).status == 0)
    }

    func run(_ script: String) throws -> Program.Result {
        let places = [
            "ALLCLEAR_RELEASES": "file://\(checkout.path)/releases", "GITHUB_PATH": checkout.path + "/path",
        ]
        return try bash.run(script, in: checkout.path, places)
    }
}
