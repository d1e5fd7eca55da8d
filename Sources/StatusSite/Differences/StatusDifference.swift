import Reliability
import StatusModel

/// The changes of current statuses.
struct StatusDifference: Sendable {
    let pageBefore: PageStatus
    let pageAfter: PageStatus
    /// The components whose status differs, in the later page's order.
    let components: [ComponentChange]

    /// A component that both pages have.
    struct ComponentChange: Sendable {
        let id: String
        let name: String
        let before: ComponentStatus
        let after: ComponentStatus
    }

    init(from before: Site, to after: Site) {
        (pageBefore, pageAfter) = (before.history.pageStatus, after.history.pageStatus)
        let (former, names) = (before.page.placesOfComponents, after.page.componentNames)
        components = after.page.components.indices.compactMap { place in
            let component = after.page.components[place]
            guard let formerPlace = component.place(among: former) else { return nil }
            let change = ComponentChange(
                id: component.id,
                name: names[place],
                before: before.history.status(of: formerPlace),
                after: after.history.status(of: place)
            )
            return change.before == change.after ? nil : change
        }
    }

    var isEmpty: Bool { pageBefore == pageAfter && components.isEmpty }
}

extension StatusPage {
    /// The indices of the components by id.
    var placesOfComponents: [String: Component.Index] {
        Dictionary(components.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}

extension Component {
    /// Returns the index of its id, or else of its last former id that is known.
    func place(among places: [String: Component.Index]) -> Component.Index? {
        places[id] ?? formerIDs.reversed().lazy.compactMap { places[$0] }.first
    }
}
