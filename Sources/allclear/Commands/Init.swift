import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear init`: sets up a folder as the repository of a status site.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set up a status site: configuration, an example record and CI files.",
        discussion: """
            For example:

              allclear init status --name "Example Status" --url https://status.example.com
              cd status && git init --initial-branch=main

            At a terminal, asks for the name and the address. Existing files are not changed, except for \
            the marked parts of README.md and of the GitHub form for reporting incidents. To update those \
            parts after you edit status.yml, run `allclear init` again. If status.yml already exists, the \
            other files are generated to match it. If any file cannot be written, none is.

            The new site is complete: to build it, run `allclear build`.
            """
    )

    @Argument(
        help: "The folder to set up. It is created if it does not exist.",
        completion: .directory
    )
    var folder = "."

    @Option(
        help: ArgumentHelp(
            "The severity levels to start with; by default, sev-1-4.",
            valueName: "levels"
        )
    )
    var severities: SeverityPreset?

    @Option(
        help: """
            Where CI builds the site; by default, the host of the git remote `origin`, or both hosts if the \
            remote does not show which one it is.
            """
    )
    var host: CodeHost?

    @Option(help: ArgumentHelp("The name of the site.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The address of the site.", valueName: "address"))
    var url: String?

    @Flag(
        help: """
            Update only what comes from status.yml in README.md and in the GitHub form for reporting \
            incidents. Add no files.
            """)
    var renew = false

    @OptionGroup var clock: ClockOption

    func validate() throws {
        if folder.isEmpty { throw ValidationError("the name of the folder must not be empty") }
        let isOther = severities != nil || host != nil || name != nil || url != nil
        if renew, isOther {
            throw ValidationError("--renew cannot be used with --severities, --host, --name or --url")
        }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let now = try clock.now()
            let git = Git(at: folder)
            let remote = RemoteRepository(originOf: git)
            if renew { return try renewParts(remote: remote, at: now, console) }
            let (site, madeUp) = try site(remote: remote, at: now)
            let hosts = (host ?? remote?.host).map { [$0] } ?? CodeHost.allCases
            let files = StarterFiles(for: site, hosts: hosts, remote: remote, at: now)
            let renewal = Renewal(of: files.parts.known(in: remote), in: folder)
            let plan = try StarterPlan(files.texts, in: folder)
            try plan.write()
            for path in plan.missing { try console.write(line: path) }
            try renewal.write(console)
            let ignored = SiteFolder(folder).record(".gitignore")?.bytes ?? []
            let advice = InitAdvice(
                plan,
                leftAlone: plan.leftAlone.filter { !renewal.paths.contains($0) },
                madeUp: madeUp,
                needsAddress: remote == nil && hosts.contains(.github),
                needsMain: hosts.contains(.github),
                ignored: String(decoding: ignored, as: UTF8.self),
                git: git,
                folder: folder
            )
            for sentence in advice.sentences { try console.say(sentence) }
            try console.say("next:")
            try console.show(advice.commands)
        }
    }
}

private extension Init {
    /// Returns the site, and which of its settings are made up.
    func site(remote: RemoteRepository?, at now: Instant) throws -> (StarterSite, madeUp: [String]) {
        if let file = try SiteFolder(folder).existingConfiguration() {
            guard severities == nil, name == nil, url == nil else {
                throw CommandError(
                    "`status.yml` already exists and has a title, an address and severities",
                    hint: "leave out --name, --url and --severities, or move `status.yml` elsewhere"
                )
            }
            return (try StarterSite(of: file), [])
        }
        let preset = severities ?? .sev1To4
        let answers = try SiteQuestions(name: name, url: url, pagesURL: remote?.pagesURL, prompt: Prompt()) {
            url in
            try StatusPage.check(address: url)
        }
        let site = try StarterSite(title: answers.title, url: answers.url, preset: preset, at: now)
        return (site, answers.madeUp)
    }

    func renewParts(remote: RemoteRepository?, at now: Instant, _ console: Console) throws {
        guard let file = try SiteFolder(folder).existingConfiguration() else {
            throw CommandError("there is no `status.yml`", hint: "to create it, run `allclear init`")
        }
        let page = try StarterSite(of: file).configuration.page
        let parts = RenewedParts(of: page, in: remote, at: now).known(in: remote)
        let renewal = Renewal(of: parts, in: folder)
        if renewal.lacksPlaces {
            throw CommandError(
                "`\(RenewedParts.form)` lacks the comments that mark where its choices go",
                hint: "move it elsewhere, and run `allclear init` to create it again"
            )
        }
        if renewal.paths.isEmpty { return try console.say("everything is up to date") }
        try renewal.write(console)
    }
}
