import Reliability
import StatusModel

/// The state of a site for programs.
///
/// `docs/status.md` describes the keys; a value that does not exist is `null`.
struct CurrentStateJSON {
    private let state: CurrentState

    init(_ state: CurrentState) {
        self.state = state
    }
}

extension CurrentStateJSON {
    /// The object in UTF-8, with each of its parts on its own line.
    var bytes: [UInt8] {
        var json = JSONWriter(expecting: 4_096)
        json.object { json in
            json.member("now", state.site.now)
            json.member("next_change_at", state.nextChange.at)
            json.member("next_event_at", state.nextChange.eventAt)
            part("site", of: &json, writeSite)
            part("status", of: &json, writeStatus)
            part("components", of: &json, writeComponents)
            part("incidents", of: &json) { $0.lines(of: state.incidents, write) }
            if state.site.isForTeam {
                let owed = state.owed
                part("owed", of: &json) { $0.lines(of: owed, write) }
                part("post_mortems", of: &json) {
                    $0.lines(of: owed.filter(\.what.isPostMortem), writePostMortem)
                }
            }
            part("maintenance", of: &json, writeMaintenance)
            part("alerts", of: &json) { json in
                json.object { $0.member("due_at", state.alertsDueAt) }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

private extension CurrentStateJSON {
    var page: StatusPage { state.site.page }

    func part(_ name: StaticString, of json: inout JSONWriter, _ write: (inout JSONWriter) -> Void) {
        json.newLine()
        json.key(name)
        write(&json)
    }

    func writeSite(to json: inout JSONWriter) {
        json.object { json in
            json.member("title", page.title)
            json.member("url", page.url)
            json.member("time_zone", page.zone.name)
            json.member("audience", page.audience.rawValue)
        }
    }

    func writeStatus(to json: inout JSONWriter) {
        json.object { json in
            json.member("indicator", state.site.history.pageStatus.indicator.rawValue)
            json.member("description", state.site.history.pageStatus.description)
            json.member("worst", state.worst.name)
        }
    }

    func writeComponents(to json: inout JSONWriter) {
        let (count, affected) = (state.site.currentComponents.count, state.affected)
        json.object { json in
            json.member("total", count)
            json.member("operational", count - affected.count)
            json.key("affected")
            json.array(of: affected, write)
        }
    }

    func write(to json: inout JSONWriter, _ change: StatusChange) {
        let component = page.components[change.component]
        json.object { json in
            json.member("id", component.id)
            json.member("name", component.name)
            json.member("status", change.status.name)
            json.member("since", change.since)
        }
    }

    func write(to json: inout JSONWriter, _ open: OpenIncidentState) {
        json.object { json in
            write(open.record, to: &json)
            json.member("severity", open.severity.level)
            json.member("phase", open.incident.phase.counted.rawValue)
            json.member("started_at", open.incident.begins)
            json.key("components")
            json.array(of: open.effects, write)
            json.key("latest_update")
            if let latest = open.record.updates.last {
                json.object { json in
                    json.member("at", latest.at)
                    json.member("phase", latest.phase.counted.rawValue)
                    json.member("text", latest.prose.text)
                }
            } else {
                json.value(String?.none)
            }
            json.member("next_update_due_at", open.nextUpdate?.at)
            json.member("next_update_due_by", open.nextUpdate?.reason.rawValue)
            json.member("next_update_overdue_seconds", open.nextUpdate.map { max(0, state.site.now - $0.at) })
            if let due = open.due {
                write(due, to: &json)
                json.key("runbooks")
                json.array(of: open.runbooks) { $0.value($1, of: page, state.site.words) }
            }
        }
    }

    func write(to json: inout JSONWriter, _ owed: (record: Record, what: OwedAfterwards)) {
        json.object { json in
            write(owed.record, to: &json)
            json.member("what", owed.what.name)
            writeTime(owed.what.dueAt, to: &json)
            json.member("stage", owed.what.stage?.rawValue)
            json.key("items")
            json.array(of: owed.what.items) { json, item in
                json.object { json in
                    json.member("number", item.number)
                    json.member("text", item.text)
                }
            }
            json.member("action_item", owed.what.actionItem?.text)
            json.member("owner", owed.what.actionItem?.owner)
        }
    }

    /// Writes a post-mortem or its meeting in the form used before there was a list of everything that is still to do.
    func writePostMortem(to json: inout JSONWriter, _ owed: (record: Record, what: OwedAfterwards)) {
        json.object { json in
            write(owed.record, to: &json)
            json.member("rule", owed.what.name)
            writeTime(owed.what.dueAt, to: &json)
        }
    }

    func write(_ due: DueNow, to json: inout JSONWriter) {
        json.key("due")
        json.object { json in
            json.member("acknowledged_at", due.acknowledgedAt)
            json.key("limits")
            json.array(of: due.limits) { json, limit in
                json.object { json in
                    json.member("rule", limit.rule.rawValue)
                    writeTime(limit.dueAt, to: &json)
                }
            }
            json.key("escalations")
            json.array(of: due.escalations) { json, step in
                json.object { json in
                    json.member("to", step.to)
                    writeContacts(calledIn: step.to, to: &json)
                    writeTime(step.dueAt, to: &json)
                }
            }
            json.key("escalations_when")
            json.array(of: due.conditionalEscalations) { json, step in
                json.object { json in
                    json.member("when", step.event)
                    json.member("to", step.to)
                    writeContacts(calledIn: step.to, to: &json)
                }
            }
            json.key("checklist")
            json.array(of: due.checklist) { json, item in
                json.object { json in
                    json.member("number", item.number)
                    json.member("stage", item.stage.rawValue)
                    json.member("text", item.text)
                    json.member("done", item.isDone)
                    json.member("owed", item.isOwed)
                }
            }
        }
    }

    func writeContacts(calledIn people: String, to json: inout JSONWriter) {
        json.key("contacts")
        json.array(of: page.team.roles(calledIn: people)) { json, role in
            json.object { json in
                json.member("role", role.name)
                json.member("contact", role.contact?.text)
            }
        }
    }

    func writeTime(_ instant: Instant?, to json: inout JSONWriter) {
        json.member("due_at", instant)
        json.member("due_in_seconds", instant.map { $0 - state.site.now })
    }

    func writeMaintenance(to json: inout JSONWriter) {
        json.object { json in
            json.key("running")
            json.array(of: state.site.runningMaintenance, write)
            json.key("next")
            if let next = state.site.plannedMaintenance.first {
                write(to: &json, next)
            } else {
                json.value(String?.none)
            }
        }
    }

    func write(to json: inout JSONWriter, _ window: Record) {
        json.object { json in
            write(window, to: &json)
            json.member("phase", window.phase(at: state.site.now)?.rawValue)
            json.member("from", window.begins)
            json.member("until", window.plannedEnd)
            json.key("components")
            json.array(of: window.maintenanceStatuses, write)
        }
    }

    /// Writes the first members of any record.
    func write(_ record: Record, to json: inout JSONWriter) {
        json.member("id", record.id)
        json.member("title", record.title)
        json.member("url", "\(page.url)/\(record.pagePath)")
    }
}

extension OwedAfterwards {
    /// Its name for programs.
    fileprivate var name: String {
        switch what {
        case .postMortem(let rule): rule.rawValue
        case .checklist: "checklist"
        case .actionItem: "action_item"
        }
    }

    fileprivate var isPostMortem: Bool { if case .postMortem = what { true } else { false } }

    fileprivate var stage: Checklist.Stage? { if case .checklist(let stage, _) = what { stage } else { nil } }

    fileprivate var items: [ChecklistItem] { if case .checklist(_, let items) = what { items } else { [] } }

    fileprivate var actionItem: ActionItem? { if case .actionItem(let item) = what { item } else { nil } }
}
