/// A set of checks, grouped by what they look at.
public struct Checks: Sendable {
    let list: [any Check.Type]
    private(set) var ofSites: [any SiteCheck.Type] = []
    private var ofRecords: [[any RecordCheck.Type]]

    /// Makes a set of only these checks.
    init(_ checks: [any Check.Type]) {
        list = checks
        ofRecords = Array(repeating: [], count: RecordSubject.allCases.count)
        for check in checks {
            switch check.need {
            case .record(let check): ofRecords[check.subject.rawValue].append(check)
            case .site(let check): ofSites.append(check)
            }
        }
    }

    /// Returns the checks of those records.
    func of(_ subject: RecordSubject) -> [any RecordCheck.Type] { ofRecords[subject.rawValue] }
}

extension Checks {
    /// Every check.
    public static let all = Checks([
        // How a record is written
        UpdatesAreNotRepeated.self, TemplateTextIsReplaced.self, BlanksAreFilled.self,
        // Its times
        TimesLieAfterStart.self, TimesLieInThePast.self, UpdatesLieInThePast.self,
        StartIsNearFirstUpdate.self,
        EndLiesBeforeResolution.self, MaintenanceIsAnnounced.self, MaintenanceIsCompleted.self,
        WindowsKeepTheirLength.self, MaintenanceMovesByUpdate.self, MaintenanceAffectsWhatWasAnnounced.self,
        SeriesKeepsItsPast.self,
        TimesAreNearCommits.self,
        // What it affects
        ComponentsAreInService.self, OpenIncidentHasComponents.self, HighestSeverityHasComponents.self,
        SeverityIsInUse.self,
        WatchedComponentsWork.self, InternalIncidentsWeighNothing.self, FiguresHaveABeginning.self,
        // What the policy asks for
        LimitsAreKept.self, EscalationsAreMade.self, EscalationNamesAStep.self,
        OpenIncidentIsNotSilent.self, PromisedUpdateIsGiven.self, ResolutionIsWatched.self,
        PostMortemIsPublished.self, PostMortemIsHeld.self, PostMortemIsNoDraft.self,
        PostMortemIsFinished.self, StatedDowntimeIsOurs.self, ActionItemsAreComplete.self,
        ActionItemsAreDone.self, ChecklistItemsAreKnown.self,
        ChecklistIsTicked.self, PolicyIsReviewed.self, RulesHaveBegun.self,
        TextsMakeRecords.self,
        // What others should not see, and what nobody sees
        ImpactMayShow.self, FilesAreRead.self,
    ])
}
