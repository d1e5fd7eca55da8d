import Testing

@testable import Importers

/// Updates that cState's issues hold in their text.
@Suite struct CStateUpdatesTests {
    @Test func trackShortcodesDateTheirParagraphs() throws {
        let source = issue(
            """
            *Resolved* -
            The rope is new. {{< track "2024-03-01 09:00:00" >}}

            *Identified* - The rope.

            - two strands {{< track "2024-03-01 08:30:00" >}}

            *Investigating* - The crane waits. {{% track '2024-03-01 08:10:00' %}}
            """
        )
        #expect(
            try source.body() == """

                [INVESTIGATING 2024-03-01 08:10 UTC] The crane waits.

                [IDENTIFIED 2024-03-01 08:30 UTC] The rope.

                - two strands

                [RESOLVED 2024-03-01 09:00 UTC] The rope is new.

                """
        )
        #expect(!(try source.frontMatter().contains("ended")))
    }

    @Test func datedHeadsBeginUpdates() throws {
        let source = issue(
            """
            **2024-03-01 09:00:00**

            The rope is new.

            ---

            [Update - 2024-03-01 08h30 UTC]
            The rope.

            ---

            ### Investigating at 1st of March 2024, 08:10 UTC

            The crane waits.
            """
        )
        #expect(
            try source.body() == """

                [INVESTIGATING 2024-03-01 08:10 UTC] The crane waits.

                [UPDATE 2024-03-01 08:30 UTC] The rope.

                [RESOLVED 2024-03-01 09:00 UTC] The rope is new.

                """
        )
        #expect(try source.remarks() == [])
    }

    @Test func anUndatedFinalMessageIsTheResolution() throws {
        let source = issue(
            """
            [Final message]
            The rope is new.

            [Update - 2024-03-01 08h30 UTC]
            The rope.

            [Initial message]
            The crane waits.
            """
        )
        #expect(
            try source.body() == """

                [Initial message]

                The crane waits.

                [INVESTIGATING 2024-03-01 08:30 UTC] The rope.

                [RESOLVED 2024-03-01 09:00 UTC] The rope is new.

                """
        )
        #expect(try source.remarks() == ["11:1 the first update has no phase: using `investigating`"])
    }

    @Test func aFinalMessageOfAnOpenIssueIsKept() throws {
        let source = Source.cstate(
            "---\ntitle: Late\ndate: 2024-03-01 08:05\nseverity: down\n---\n[Final message]\nThe rope is new.\n\n"
                + "[Update - 2024-03-01 08h30 UTC]\nThe rope."
        )
        #expect(
            try source.body()
                == "\n[Final message]\n\nThe rope is new.\n\n[INVESTIGATING 2024-03-01 08:30 UTC] The rope.\n"
        )
    }

    @Test func whatIsNotDatedStaysWhole() throws {
        let text = "[Final message]\nThe rope is new.\n\n[Initial message]\nThe crane waits until 09:30 UTC."
        let source = issue(text)
        #expect(try source.body() == "\n\(text)\n")
        #expect(try source.frontMatter().contains("ended: 2024-03-01T09:00Z"))
        #expect(try source.remarks() == [])
    }

    @Test func datesWithinSentencesListsAndCodeAreText() throws {
        let text = """
            We saw it at 2024-03-01 08:30 UTC, and then:

            * 2024-03-01T08:30 - Lin looks
            * 2024-03-01T08:40 - Lin sees

            ```
            2024-03-01 08:30:00
            ```
            """
        #expect(try issue(text).body() == "\n\(text)\n")
    }

    @Test func anUpdateBeforeTheStartKeepsTheTextWhole() throws {
        let source = issue("*Investigating* - The crane. {{< track \"2023-03-01 08:30:00\" >}}")
        #expect(try source.body() == "\n*\\Investigating* - The crane. 2023-03-01 08:30:00\n")
        #expect(
            try source.remarks() == ["8:1 the text is not split into updates: this time is before `date`"])
    }

    @Test func resolvedAgainstTheFrontMatterIsKeptAsText() throws {
        let source = issue(
            "*Resolved* - Good. {{< track \"2024-03-01 08:30:00\" >}}\n\n*Monitoring* - Better. {{< track \"2024-03-01 09:30:00\" >}}"
        )
        #expect(
            try source.body() == #"""

                [INVESTIGATING 2024-03-01 08:30 UTC]

                **\Resolved**

                Good.

                [RESOLVED 2024-03-01 09:00 UTC]

                [UPDATE 2024-03-01 09:30 UTC]

                **\Monitoring**

                Better.

                """#
        )
    }

    @Test func aLaterResolutionLeavesTheEndOfTheImpact() throws {
        let source = issue(
            "*Monitoring* - Wait. {{< track \"2024-03-01 09:10:00\" >}}\n\n*Resolved* - Good. {{< track \"2024-03-01 09:30:00\" >}}"
        )
        #expect(try source.frontMatter().contains("ended: 2024-03-01T09:00Z"))
        #expect(
            try source.body()
                == "\n[MONITORING 2024-03-01 09:10 UTC] Wait.\n\n[RESOLVED 2024-03-01 09:30 UTC] Good.\n"
        )
    }

    @Test func linksToOtherIssuesLeadToTheirRecords() throws {
        let source = issue(
            "As [before](https://status.example.com/issues/issue/), [here](/issues/Issue), [there](/issues/none/)."
        )
        #expect(try source.body() == "\nAs [before](issue.md), [here](issue.md), [there](/issues/none/).\n")
    }

    @Test func otherShortcodesAreToldOf() throws {
        let source = issue("See {{< figure src=\"a.png\" >}}.")
        #expect(try source.remarks() == ["8:1 a Hugo shortcode is kept as text"])
    }

    /// An issue from 08:05 to 09:00, whose text begins in line 8.
    private func issue(_ text: String) -> Source {
        .cstate(
            """
            ---
            title: Late
            date: 2024-03-01 08:05:00
            resolved: true
            resolvedWhen: 2024-03-01 09:00:00
            severity: down
            ---

            """ + text
        )
    }
}
