import Foundation

@testable import StatusSite

/// The pages' contexts and all that their sections lead to, each once, in the order they are met.
func everyContext(of pages: [any PageContext.Type]) -> [any TemplateContext.Type] {
    var found: [any TemplateContext.Type] = []
    func visit(_ type: any TemplateContext.Type) {
        guard !found.contains(where: { $0 == type }) else { return }
        found.append(type)
        for word in type.words { word.kind.context.map(visit) }
    }
    for page in pages { visit(page) }
    return found
}

extension Word.Kind {
    /// The context that a section of this kind adds.
    var context: (any TemplateContext.Type)? {
        switch self {
        case .section(let context), .list(let context): context
        case .text, .texts, .address, .markup, .html, .flag: nil
        }
    }
}

/// The package's folder.
let repository = URL(filePath: #filePath).appending(path: "../../../..").standardized
