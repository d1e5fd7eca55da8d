import Reliability
import StatusModel

/// The page's components and groups in Statuspage's API.
struct StatuspageComponents: Sendable {
    /// All components, by their indices on the page.
    let all: [StatuspageComponent]
    /// The components and groups that are not retired, as on the front page: components without a group first, then
    /// each group before its components.
    let listed: [StatuspageComponent]
}

extension StatuspageComponents {
    init(of site: Site) {
        let page = site.page
        let begin = page.firstInstant(by: site.now)
        let groups = page.directMembers
        let loose = page.components.indices.filter { page.components[$0].group == nil }
        var all = [StatuspageComponent?](repeating: nil, count: page.components.count)
        for (place, index) in loose.enumerated() {
            all[index] = StatuspageComponent(index, of: site, from: begin, position: place + 1)
        }
        for (group, components) in groups {
            let name = page.fullName(of: group)
            let id = page.statuspageID(of: group)
            for (place, index) in components.enumerated() {
                all[index] = StatuspageComponent(index, of: site, from: begin, position: place + 1)
                all[index]?.group = StatuspageComponent.Group(id: id, name: name)
            }
        }
        self.all = all.compactMap { $0 }
        func current(_ indices: [Component.Index]) -> [StatuspageComponent] {
            indices.filter { !page.components[$0].isRetired(at: site.now) }.compactMap { all[$0] }
        }
        listed =
            current(loose)
            + groups.enumerated().flatMap { place, group -> [StatuspageComponent] in
                let members = current(group.components)
                guard let heading = members.first?.group else { return [] }
                let position = loose.count + place + 1
                return [StatuspageComponent(heading, of: members, position: position)].compactMap { $0 }
                    + members
            }
    }
}

extension StatuspageComponent {
    fileprivate init(_ index: Component.Index, of site: Site, from begin: Instant, position: Int) {
        let component = site.page.components[index]
        let createdAt = component.since ?? begin
        id = site.page.statuspageID(of: component)
        (name, description, self.position) = (component.name, component.summary, position)
        status = site.history.status(of: index)
        self.createdAt = createdAt
        updatedAt = max(createdAt, site.history.statusChangedAt(of: index) ?? createdAt)
        startsOn = component.since.map(site.page.zone.day(of:))
    }
}

extension StatusPage {
    /// The groups with the components that are directly in them: Statuspage has no groups in groups.
    fileprivate var directMembers: [(group: ComponentGroup.Index, components: [Component.Index])] {
        let members = Dictionary(grouping: components.indices) { components[$0].group }
        return groups.indices.compactMap { group in members[group].map { (group, $0) } }
    }

    /// Returns when the page begins: its `since`, or else its first record, or else 1970.
    fileprivate func firstInstant(by now: Instant) -> Instant {
        let first = records.last { $0.kind != .notice }?.begins
        return since ?? first.flatMap { $0 <= now ? $0 : nil } ?? Instant(seconds: 0)
    }
}
