import Testing

@testable import Importers

/// What cState's `config.yml` becomes.
@Suite struct CStateSettingsTests {
    @Test func systemsCategoriesAndLooksAreCarriedOver() throws {
        let source = Source.cstate(
            Self.issue,
            configuration: """
                title: 'Harbour: status'
                baseURL: https://status.example.com/
                defaultContentLanguage: de
                params:
                  categories:
                    - name: Quay
                    - name: Rest
                      untitled: true
                  systems:
                    - name: Crane API
                      category: Quay
                      description: |
                        Lifts
                        containers
                    - name: Web
                      category: Rest
                      link: https://example.com
                  brand: "#123abc"
                  customTabs:
                    - {name: Help, link: https://example.com/help}
                    - {name: Team, link: /team}
                """
        )
        #expect(
            try source.settings() == """
                site:
                  title: "Harbour: status"
                  url: "https://status.example.com"
                  language: de
                  brand:
                    color: "#123abc"
                  links:
                    - text: Help
                      url: "https://example.com/help"
                components:
                  - id: crane-api
                    name: Crane API
                    group: Quay
                    description: Lifts containers
                  - id: web
                    name: Web
                severities:
                  down:
                    component_status: major_outage
                  disrupted:
                    component_status: partial_outage
                  notice:
                    component_status: degraded_performance

                """
        )
        #expect(
            try source.imported().results[0].remarks.map(\.message) == [
                "the tab `Team` links to a page that is not imported",
                "`link` of `Web` is not imported",
            ]
        )
    }

    /// A language that is none, or a link with a blank in it, kept all records out.
    @Test func whatASiteCannotSayIsLeftOutAndTold() throws {
        let source = Source.cstate(
            Self.issue,
            configuration: Source.cstateConfiguration
                + "\n  customTabs:\n    - {name: Help, link: https://exa mple.com}\nlanguageCode: english language\n"
        )
        #expect(try source.imported().records.count == 1)
        let settings = try source.settings()
        #expect(!settings.contains("lang") && !settings.contains("links"))
        let remarks = try source.imported().results[0].remarks.map(\.message)
        #expect(
            remarks.contains(
                "the language `english language` is not valid in `status.yml`, so it is left out")
        )
        #expect(
            remarks.contains(
                "the link to `https://exa mple.com` is not valid in `status.yml`, so it is left out"
            )
        )
        let other = Source.cstate(
            Self.issue,
            configuration: Source.cstateConfiguration + "\nlanguageCode: pt_BR\n"
        )
        #expect(try other.settings().contains("language: pt-BR"))
    }

    @Test func systemsAreCalledWhatReadersSaw() throws {
        let source = Source.cstate(
            Self.issue,
            configuration: Source.cstateConfiguration.replacing(
                "- name: Web",
                with: "- {name: Web, displayName: Website}"
            )
        )
        #expect(try source.settings().contains("  - id: web\n    name: Website\n    aliases:\n      - Web\n"))
        #expect(try source.frontMatter().contains("  web: major_outage\n"))
    }

    @Test func unlistedSystemsAreRetiredAfterTheirLastIssue() throws {
        let source = Source.cstate(
            """
            ---
            title: Late
            date: 2024-03-01 22:00
            resolved: true
            resolvedWhen: 2024-03-02 03:00
            severity: down
            affected: [Old crane, web, nothing]
            ---
            """
        )
        #expect(
            try source.settings().contains("  - id: old-crane\n    name: Old crane\n    until: 2024-03-03\n")
        )
        #expect(try source.settings().contains("  - id: web\n    name: Web\n"))
        #expect(try source.remarks() == ["7:28 there is no system `nothing`: it is left out"])
        #expect(
            try source.imported().results[0].remarks.last?.message.hasPrefix(
                "issues use 1 system that is not listed here: it is marked") == true
        )
    }

    @Test func anUnlistedSystemThatIsStillAffectedIsNotRetired() throws {
        let source = Source.cstate(Self.issue.replacing("Web", with: "Old crane"))
        #expect(try source.settings().contains("  - id: old-crane\n    name: Old crane\n"))
        #expect(!(try source.settings().contains("until")))
    }

    @Test func namesThatDifferInCaseAndPunctuationAreOneComponent() throws {
        let source = Source.cstate(
            Self.issue.replacing("[Web]", with: "[crane-api, 'Crane  API', CRANE API]")
        )
        #expect(try source.frontMatter().contains("components:\n  crane-api: major_outage\nstarted"))
        #expect(try source.settings().contains("    aliases:\n      - Crane  API\n"))
    }

    @Test func namesInOtherScriptsGetNumbers() throws {
        let source = Source.cstate(Self.issue.replacing("[Web]", with: "[起重机, 网站]"))
        #expect(
            try source.frontMatter().contains("  component-3: major_outage\n  component-4: major_outage\n")
        )
        #expect(try source.settings().contains("  - id: component-3\n    name: 起重机\n"))
    }

    @Test func numbersThatAreTakenAreNotGivenTwice() throws {
        let source = Source.cstate(Self.issue.replacing("[Web]", with: "[起重机, Component 3]"))
        #expect(
            try source.frontMatter().contains("  component-3: major_outage\n  component-3-2: major_outage\n")
        )
        #expect(!(try source.imported().hasRefusals))
    }

    private static let issue = """
        ---
        title: Late
        date: 2024-03-01 08:05
        severity: down
        affected: [Web]
        ---
        """
}
