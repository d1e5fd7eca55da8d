import Foundation

/// The banner of the front page and the heading of the page for frames.
///
/// Their state follows from the components. Their words are compared with other words of the site, so this works in every
/// language.
extension PageCheck {
    /// - Parameter frame: the page for frames, which the team's site does not have.
    func compareHeadline(
        on index: Markup, and frame: Markup?, _ ledger: inout Ledger
    ) throws(Unreadable) {
        guard let banner = index.banner else {
            throw Unreadable("`index.html` has no banner")
        }
        let embedded = frame.map { $0.piece(from: "<h1 class=\"state ", to: "</h1>") }
        let state = figures.isInDoubt(by: banner) == true ? "notice" : figures.bannerState
        compare(state: state, of: banner, at: "index.html: state of the banner", &ledger)
        if let embedded {
            compare(state: state, of: embedded, at: "embed.html: state of the heading", &ledger)
        }
        compareWord(in: banner, &ledger)

        let sentence = (banner.split(at: "</span> ").last ?? banner.split(at: "</svg> ").last)?.text ?? ""
        let link = banner.piece(from: "<a href=\"incidents/", to: ".html\">")?.source.removingPercentEncoding
        let heading = embedded.map { $0?.split(at: "</svg> ").last?.text ?? "" }
        if let link {
            compareTitle(sentence, ofPage: link, heading: heading, &ledger)
        } else {
            if let heading {
                ledger.compare(.pages, heading, sentence, at: "embed.html: heading, against index.html")
            }
            compareNames(in: sentence, &ledger)
        }
        // The title of a record is not a summary: only the page for frames has that.
        guard let summary = heading ?? (link == nil ? sentence : nil) else { return }
        let title = figures.claims.title
        ledger.compare(
            .pages, index.piece(from: "<title>", to: "</title>")?.text,
            state == "operational" ? title : "● \(summary) – \(title)", at: "index.html: `<title>`")
        let description = index.piece(from: "<meta name=\"description\" content=\"", to: "\"")?.text ?? ""
        ledger.compare(
            .pages, description.contains(summary) ? summary : description, summary,
            at: "index.html: headline in its description")
    }

    /// Compares the class of a heading, and those of its mark, with a state.
    private func compare(state: String, of heading: Markup?, at place: String, _ ledger: inout Ledger) {
        let marks = ["<svg class=\"mark ", "<use href=\"#m-"].flatMap { opening in
            heading?.pieces(from: opening, to: "\"").map(\.source) ?? []
        }
        let states = Set([heading?.before("\"").source].compactMap { $0 } + marks)
        ledger.compare(.pages, states.sorted().joined(separator: ", "), state, at: place)
    }

    /// Compares the state in words with the badge of a component that has it.
    private func compareWord(in banner: Markup, _ ledger: inout Ledger) {
        let state = figures.bannerState
        let worst = figures.affected.first { Statuses.kind(of: figures.status(of: $0)) == state }
        guard let worst, let shown = banner.split(at: "<span class=\"state\">").first else { return }
        let word = shown.attribute("data-alone") ?? shown.before("</span>").split(at: "</svg> ").first?.text
        let badge = try? files.json("badges/\(worst.claim.id).json").text("message")
        ledger.compare(.pages, word, badge, at: "index.html: state of the banner in words, against a badge")
    }

    /// Checks that a headline names the components that are not operational.
    ///
    /// It names at most three, or says that all are affected if more than two have the same status.
    private func compareNames(in sentence: String, _ ledger: inout Ledger) {
        let affected = figures.affected
        let statuses = Set(affected.map { figures.status(of: $0) })
        let isOfAll = affected.count > 2 && affected.count == figures.headline.count && statuses.count == 1
        guard affected.count <= 3, !isOfAll else { return }
        let names = affected.map(\.claim.name)
        let isComplete = names.allSatisfy { sentence.contains($0) }
        let expected = names.joined(separator: ", ")
        ledger.compare(
            .pages, isComplete ? expected : sentence, expected,
            at: "index.html: components that the headline names")
    }

    /// Compares a headline that is the title of a record.
    ///
    /// A title of more than 100 UTF-16 code units is cut, to about half of that or more, and without punctuation at the
    /// end.
    ///
    /// The page for frames then has the number of components with each status or, if all are operational, the
    /// title.
    private func compareTitle(
        _ sentence: String, ofPage slug: String, heading: String?, _ ledger: inout Ledger
    ) {
        let title = (try? records.page(of: slug))?.title ?? ""
        let kept = sentence.dropLast()
        let isCut =
            title.utf16.count > 100 && kept.utf16.count >= 20 && sentence.hasSuffix("…")
            && title.hasPrefix(kept)
        ledger.compare(
            .pages, isCut ? title : sentence, title, at: "index.html: headline, against `\(slug)`")
        guard let heading else { return }
        if figures.affected.isEmpty {
            ledger.compare(
                .pages, heading.contains(title) ? title : heading, title,
                at: "embed.html: heading, against `\(slug)`")
        } else {
            compare(
                counts: figures.tally(figures.headline), in: heading,
                at: "embed.html: number of components with each status", &ledger)
        }
    }
}

extension Markup {
    /// The banner of the front page up to the end of its headline, beginning with the class of its state.
    var banner: Markup? { piece(from: "<div class=\"banner ", to: "</h1>") }
}

extension Figures {
    /// Whether the banner says that the site is in doubt; `nil` if it shows a record instead, so that it cannot say so.
    ///
    /// A site is in doubt if records that may describe a problem cannot be read. They are not published.
    func isInDoubt(by banner: Markup?) -> Bool? {
        guard affected.isEmpty else { return false }
        guard bannerState == "operational" else { return nil }
        return banner?.before("\"").source == "notice"
    }

    /// The components in use that affect the headline.
    var headline: [ComponentCourse] {
        components.filter { $0.claim.makesHeadline && isInService($0) }
    }

    /// Those of them that are not operational.
    fileprivate var affected: [ComponentCourse] { headline.filter { status(of: $0) != "operational" } }

    /// The state of the banner, as in the class of its element.
    ///
    /// It is that of the worst component. If none is affected, it is `notice` during an incident without effect, or
    /// else `maintenance` during maintenance.
    fileprivate var bannerState: String {
        let worst = Statuses.worst(affected.map { status(of: $0) })
        guard worst == "operational" else { return Statuses.kind(of: worst) }
        if incidents.contains(where: { $0.claim.isOpen && !hasEffect($0) }) { return "notice" }
        return claims.windows.contains(where: \.isRunning) ? "maintenance" : "operational"
    }

    /// Whether an incident affects a component in use now.
    private func hasEffect(_ incident: MeasuredIncident) -> Bool {
        incident.spans.contains { id, spans in
            let isInUse = component(id).map { isInService($0) } ?? false
            return isInUse && spans.contains { $0.until == nil }
        }
    }
}
