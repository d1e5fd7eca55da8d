import Testing

@testable import allclear

@Suite struct RemoteRepositoryTests {
    @Test(arguments: [
        "git@github.com:example/status.git", "https://github.com/example/status",
        "ssh://git@github.com/example/status.git\n",
        "https://ada@github.com/example/status.git",
    ])
    func repositoryIsReadFromAnyAddressOfIt(address: String) {
        #expect(
            RemoteRepository(address: address)
                == RemoteRepository(host: .github, owner: "example", name: "status")
        )
    }

    @Test func groupsOfGroupsAreKept() {
        #expect(
            RemoteRepository(address: "git@gitlab.com:example/web/status.git")
                == RemoteRepository(host: .gitlab, owner: "example/web", name: "status")
        )
    }

    @Test(arguments: [
        "", "/srv/git/status.git", "https://example.com/a/b", "https://github.com/example",
        "https://github.com/a/b)](https://evil", "https://github.com.example.com/a/b",
    ])
    func whatLiesElsewhereIsNone(address: String) {
        #expect(RemoteRepository(address: address) == nil)
    }

    @Test func addressOfThePageIsWhereGitHubPutsIt() {
        #expect(
            RemoteRepository(host: .github, owner: "Ada", name: "Status").pagesURL
                == "https://ada.github.io/Status"
        )
        #expect(
            RemoteRepository(host: .github, owner: "Ada", name: "ada.github.io").pagesURL
                == "https://ada.github.io"
        )
    }
}
