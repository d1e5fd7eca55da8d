public import ArgumentParser
public import StatusModel

/// Who a command's output is made for.
struct AudienceOption: ParsableArguments {
    @Option(
        help: """
            The audience. For internal (the team), adds internal records and details, owners and the policy.
            """
    )
    var audience = Audience.public
}

extension Audience: ExpressibleByArgument {}

extension Visibility: ExpressibleByArgument {}
