public import ArgumentParser
public import StatusModel

/// Who a command's output is made for.
struct AudienceOption: ParsableArguments {
    @Option(
        help: """
            Who reads it: public, or internal for the team, with internal records, details, owners and policy.
            """
    )
    var audience = Audience.public
}

extension Audience: ExpressibleByArgument {}

extension Visibility: ExpressibleByArgument {}
