public import ArgumentParser
public import StatusModel

/// The audience for which a command's output is made.
struct AudienceOption: ParsableArguments {
    @Option(
        help: """
            Who the output is for. Use internal for the team: it adds internal records, details, owners and the policy.
            """
    )
    var audience = Audience.public
}

extension Audience: ExpressibleByArgument {}

extension Visibility: ExpressibleByArgument {}
