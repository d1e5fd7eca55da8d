import Diagnostics
import StatusModel

/// The words that mean a phase: those of records, the site's own labels, and those of the languages of pages.
struct PhaseWords {
    /// The site's settings; `nil` for a text without a known site.
    let configuration: Configuration?
    /// The kind of record, if it is known.
    var kind: Record.Kind?

    /// Returns the keyword to write for any of these words; `nil` if the word means no phase.
    func keyword(for word: String) -> String? {
        let word = Phase.normal(word)
        return Self.own(word) ?? configuration?.phaseLabels[word] ?? Self.foreign[word]
    }

    /// Whether the word is the name of a component or a severity, which a bracket may contain.
    func isName(_ word: String) -> Bool {
        configuration.map { $0.components[word] != nil || $0.severities[word] != nil } ?? false
    }

    /// The same words for records of any kind.
    var ofAnyKind: PhaseWords { PhaseWords(configuration: configuration) }

    /// Whether updates of such a record may have the phase.
    func allows(_ keyword: String) -> Bool {
        guard let kind, let phase = PhaseMarker.phases[keyword] else { return true }
        guard kind != .notice else { return false }
        return phase.map { $0.isOfMaintenance == (kind == .maintenance) } ?? true
    }

    /// Returns the words that mean the phase on any site.
    static func words(for phase: Phase) -> [String] {
        [phase.keyword] + foreign.filter { $0.value == phase.keyword }.map(\.key).sorted()
    }

    /// Returns the keyword of a word as records write it; `nil` if the word is not a phase.
    static func own(_ word: String) -> String? {
        PhaseMarker.phases[word].map { $0 == .cancelled ? "CANCELLED" : word }
    }
}

private extension PhaseWords {
    /// The labels in the languages of pages, which a test compares with their files, and other words that are used for a
    /// phase.
    static let foreign: [String: String] = {
        let words: [(String, String)] = [
            (
                "INVESTIGATING",
                """
                Wird untersucht, In Untersuchung, Untersuchung, Analyse en cours, Enquête en cours, Investigando,
                En investigación, 調査中, قيد التحقيق
                """
            ),
            (
                "IDENTIFIED",
                """
                Identifiziert, Ursache gefunden, Ursache erkannt, Erkannt, Cause identifiée, Identifié, Identificado,
                原因特定済み, 原因特定, تم تحديد السبب
                """
            ),
            (
                "MITIGATING",
                "Wird eingedämmt, Eindämmung, Atténuation en cours, Atténuation, Mitigando, 緩和対応中, جارٍ التخفيف"
            ),
            (
                "MONITORING",
                """
                Wird beobachtet, Unter Beobachtung, Beobachtung, Surveillance, Sous surveillance, Supervisando,
                Monitoreando, En observación, 監視中, 経過観察中, قيد المراقبة
                """
            ),
            (
                "RESOLVED",
                """
                Behoben, Gelöst, Erledigt, Beseitigt, Entstört, Résolu, Résolue, Resuelto, Resuelta, Solucionado,
                解決済み, 解決, 復旧済み, 復旧, تم الحل
                """
            ),
            (
                "SCHEDULED",
                "Geplant, Angekündigt, Planifiée, Planifié, Programado, Programada, 予定, مجدولة"
            ),
            ("IN PROGRESS", "Läuft, In Arbeit, En cours, En curso, 実施中, 作業中, جارية"),
            ("VERIFYING", "Wird geprüft, Vérification, Vérification en cours, Verificando, 動作確認中, قيد الفحص"),
            (
                "COMPLETED",
                """
                Abgeschlossen, Fertig, Terminée, Terminé, Completado, Completada, Finalizado, 完了, مكتملة
                """
            ),
            ("CANCELLED", "Abgesagt, Abgebrochen, Annulée, Annulé, Cancelado, Cancelada, 中止, ملغاة"),
            ("UPDATE", "Aktualisierung, Mise à jour, Actualización, 更新, تحديث"),
        ]
        let pairs = words.flatMap { keyword, list in
            list.split { $0 == "," || $0 == "\n" }.map { (Phase.normal($0), keyword) }
        }
        return Dictionary(pairs) { first, _ in first }
    }()
}
