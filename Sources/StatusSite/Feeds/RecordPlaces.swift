import StatusModel

extension StatusPage {
    /// For each component of the page, the indices in ``StatusPage/records`` of the records that name it.
    var recordsByComponent: [[Int]] {
        var places = Array<[Int]>(repeating: [], count: components.count)
        for place in records.indices {
            records[place].forEachNamedComponent { component in
                if places[component].last != place { places[component].append(place) }
            }
        }
        return places
    }
}

extension Record {
    fileprivate func forEachNamedComponent(_ body: (Component.Index) -> Void) {
        for change in self.components { body(change.component) }
        for update in self.untoldUpdates { for change in update.changes { body(change.component) } }
        for update in self.updates { for change in update.changes { body(change.component) } }
    }
}
