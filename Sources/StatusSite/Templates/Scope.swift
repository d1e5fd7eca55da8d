import Mustache

/// A context as the library sees it.
///
/// A class, because the library casts what is on its stack at each look-up: a reference is cheap to cast,
/// where a structure with twenty texts is copied each time.
final class Scope<Context: TemplateContext>: MustacheParent, Sendable {
    private let context: Context

    init(_ context: Context) {
        self.context = context
    }

    func child(named name: String) -> Any? {
        Context.vocabulary.value(of: name, in: context)
    }
}

/// A text as the library sees it: a value to write, a section that is true unless it is empty, and a
/// scope without names of its own. (What says nothing of this is looked at by reflection.)
struct RenderedText: MustacheCustomRenderable, MustacheParent {
    let renderText: String

    init(_ text: String) {
        renderText = text
    }

    var isNull: Bool { renderText.isEmpty }

    func child(named name: String) -> Any? { nil }
}
