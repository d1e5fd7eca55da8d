import Mustache

/// A context as the library sees it.
///
/// A reference within a structure: the library casts what is on its stack twice at each look-up, which
/// would copy a context of twenty texts, and takes longer for an object than for a structure.
struct Scope: MustacheParent {
    private let context: Reference

    init(_ context: some TemplateContext) {
        self.context = ContextReference(context)
    }

    func child(named name: String) -> Any? { context.value(of: name) }
}

extension Scope {
    /// A context of whatever type.
    private class Reference {
        func value(of name: String) -> Any? { nil }
    }

    private final class ContextReference<Context: TemplateContext>: Reference {
        private let context: Context

        init(_ context: Context) {
            self.context = context
        }

        override func value(of name: String) -> Any? {
            Context.vocabulary.value(of: name, in: context)
        }
    }
}

/// A text as the library sees it: a value to write, a section to enter, and a scope without names of its
/// own. (What says nothing of this is looked at by reflection.)
struct RenderedText: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    let isNull = false

    func child(named name: String) -> Any? { nil }
}

/// What is not there, as the library sees it: nothing to write, and a section not to enter.
///
/// It is found, so that the library does not look for the name in the contexts around; and it settles the
/// matter before the library tries what else a section could be, which for `false` takes a third longer.
struct Absent: MustacheCustomRepresentation {
    let representation: Any? = nil
}
