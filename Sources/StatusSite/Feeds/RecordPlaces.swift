import StatusModel

/// Which of a page's records there are to look at, by their places on it.
struct RecordPlaces: Sendable {
    var incidents: [Int] = []
    var maintenance: [Int] = []
    var notices: [Int] = []
}

extension RecordPlaces {
    /// All records of the page.
    static func all(of page: StatusPage) -> RecordPlaces {
        RecordPlaces(
            incidents: Array(page.incidents.indices),
            maintenance: Array(page.maintenance.indices),
            notices: Array(page.notices.indices)
        )
    }

    /// For each component of the page the records that name it.
    static func ofEachComponent(of page: StatusPage) -> [RecordPlaces] {
        var places = Array(repeating: RecordPlaces(), count: page.components.count)
        for place in page.incidents.indices {
            page.incidents[place].forEachNamedComponent { component in
                if places[component].incidents.last != place { places[component].incidents.append(place) }
            }
        }
        for place in page.maintenance.indices {
            page.maintenance[place].forEachNamedComponent { component in
                if places[component].maintenance.last != place {
                    places[component].maintenance.append(place)
                }
            }
        }
        return places
    }
}

extension Incident {
    fileprivate func forEachNamedComponent(_ body: (Component.Index) -> Void) {
        for change in declaredAtFirst { body(change.component) }
        record.forEachNamedComponent(body)
    }
}

extension MaintenanceWindow {
    fileprivate func forEachNamedComponent(_ body: (Component.Index) -> Void) {
        for change in components { body(change.component) }
        record.forEachNamedComponent(body)
    }
}

extension Record {
    fileprivate func forEachNamedComponent(_ body: (Component.Index) -> Void) {
        for place in self.updates.indices {
            for change in self.updates[place].changes { body(change.component) }
        }
    }
}
