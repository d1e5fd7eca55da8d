import Testing

/// Where the system grants little, a command does its work or says why not; it neither traps nor hangs.
@Suite struct SystemLimitTests {
    private static let commands = [
        "check", "status", "build", "report 2026-01", "diff", "announce slow", "stamp",
        "update slow UPDATE 'One thing more.'", "tick slow", "post-mortem slow", "init --host github",
        "import cstate .", "serve --port 0",
    ]

    @Test(arguments: commands)
    func fewOpenFilesAreToldOrEnough(arguments: String) throws {
        for count in [4, 5, 6, 8, 10, 12] {
            let repository = try Repository()
            try repository.write(SmallSite.configuration, to: "status.yml")
            try repository.write(SmallSite.record(), to: "incidents/slow.md")
            try repository.commit()
            let script = "ulimit -n \(count); exec timeout 60 allclear \(arguments)"
            let result = try Bash().run(script, in: repository.path)
            #expect([0, 1].contains(result.status), "\(count): \(result.status): \(result.error)")
            #expect(result.status == 0 || !result.error.isEmpty)
        }
    }

    @Test func gitThatCannotBeRunIsNotTakenForNoRepository() throws {
        let repository = try Repository()
        try repository.write(SmallSite.configuration, to: "status.yml")
        try repository.commit()
        let result = try Bash().run("ulimit -n 5; allclear check", in: repository.path)
        #expect(result.status == 1)
        #expect(result.error == "allclear: error: `git` cannot be run: Too many open files\n")
    }

    @Test func memoryThatRunsOutIsTold() throws {
        let text = String(repeating: "Long words. ", count: 8_000)
        let site = try SmallSite()
        for number in 0..<1_000 { try site.write(SmallSite.record() + text, to: "incidents/\(number).md") }
        let result = try Bash().run("ulimit -v 170000; timeout 60 allclear status", in: site.path)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        // With many processors it is known at once.
        #expect(result.error.contains("allclear: error: the "), "\(result.error)")
        #expect(
            result.error.hasSuffix(": raise the limit, for example with `ulimit -v unlimited`\n"),
            "\(result.error)")
    }

    @Test(arguments: commands)
    func littleMemoryIsTold(arguments: String) throws {
        let site = try SmallSite()
        let result = try Bash().run("ulimit -v 135000; exec timeout 60 allclear \(arguments)", in: site.path)
        #expect(result.status == 1)
        let isTold = result.error.contains(
            #/^allclear: error: the system allows 131 MiB of memory, but [0-9]+ are needed: raise the limit, for example with `ulimit -v unlimited`\n$/#
        )
        #expect(isTold, "\(result.error)")
    }
}
