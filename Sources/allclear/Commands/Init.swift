import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear init`: a folder that is ready to be a status page's repository.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sets up a status page's repository: configuration, an example, and CI files.",
        discussion: """
            For example:

              allclear init status --name "Example Status" --url https://status.example.com
              cd status && git init --initial-branch=main

            At a terminal it asks for the name and the address. Files that are there stay as they are, and \
            where status.yml is one of them, the rest is made to fit it: run it again after you changed \
            status.yml, and the marked parts of README.md and of the form on GitHub follow it. Nothing is \
            written unless all of it can be. The page builds at once: allclear build.
            """
    )

    @Argument(
        help: "The folder to set up, which is made if it is missing.",
        completion: .directory
    )
    var folder = "."

    @Option(
        help: ArgumentHelp(
            "The severity levels to begin with: sev-1-3, sev-1-4 or p0-p3. (default: sev-1-4)",
            valueName: "levels"
        )
    )
    var severities: SeverityPreset?

    @Option(
        help: """
            Whose CI builds the page: github or gitlab. (default: where the remote `origin` lies, else both)
            """
    )
    var host: CodeHost?

    @Option(help: ArgumentHelp("What the page is called.", valueName: "title"))
    var name: String?

    @Option(help: ArgumentHelp("Where readers will find it.", valueName: "address"))
    var url: String?

    @Flag(help: "Only renew the parts of README.md and of GitHub's form that follow status.yml; add no file.")
    var renew = false

    @OptionGroup var clock: ClockOption

    func validate() throws {
        if folder.isEmpty { throw ValidationError("the folder has no name") }
        let isOther = severities != nil || host != nil || name != nil || url != nil
        if renew, isOther { throw ValidationError("--renew takes no other option than --now") }
    }

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
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
    /// The site, and what of it is made up.
    func site(remote: RemoteRepository?, at now: Instant) throws -> (StarterSite, madeUp: [String]) {
        if let file = try SiteFolder(folder).existingConfiguration() {
            guard severities == nil, name == nil, url == nil else {
                throw Refusal(
                    "`status.yml` is there already, and says what the page is called and how severe incidents are",
                    hint: "leave out --name, --url and --severities, or move `status.yml` away"
                )
            }
            return (try StarterSite(of: file), [])
        }
        let preset = severities ?? .sev1To4
        let answers = try SiteQuestions(name: name, url: url, pagesURL: remote?.pagesURL, prompt: Prompt()) {
            url in
            do { _ = try StarterSite(title: "Title", url: url, preset: preset, at: now) } catch let refusal
                as Refusal
            {
                let mistake = refusal.diagnostics.first
                throw Refusal(mistake?.message ?? refusal.reason, hint: mistake?.hint)
            }
        }
        let site = try StarterSite(title: answers.title, url: answers.url, preset: preset, at: now)
        return (site, answers.madeUp)
    }

    func renewParts(remote: RemoteRepository?, at now: Instant, _ console: Console) throws {
        guard let file = try SiteFolder(folder).existingConfiguration() else {
            throw Refusal("there is no `status.yml`", hint: "`allclear init` writes what is missing")
        }
        let page = try StarterSite(of: file).configuration.page
        let parts = RenewedParts(of: page, in: remote, at: now).known(in: remote)
        let renewal = Renewal(of: parts, in: folder)
        if renewal.lacksPlaces {
            throw Refusal(
                "`\(RenewedParts.form)` has no comments that say where its choices go",
                hint: "move it away, and run `allclear init`"
            )
        }
        if renewal.paths.isEmpty { return try console.say("all is up to date") }
        try renewal.write(console)
    }
}
