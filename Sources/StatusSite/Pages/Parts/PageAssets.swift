/// The paths of the assets that all pages use.
struct PageAssets: Sendable {
    let stylesheet: String
    let script: String
    let icon: String
    let touchIcon: String
    /// The pictures that chats show next to a link, by the kind of the state that the page shows.
    private let pictures: [String: String]
    /// The icons that tabs show, by the same.
    private let icons: [String: String]
    private let neutralPicture: String

    init(among assets: [Asset]) {
        func path(of name: String) -> String { assets.first { $0.name == name }?.path ?? "assets/\(name)" }
        (stylesheet, script) = (path(of: "style.css"), path(of: "script.js"))
        (icon, touchIcon) = (path(of: "icon.svg"), path(of: "touch-icon.png"))
        let kinds = StateIcon.kinds
        pictures = Dictionary(uniqueKeysWithValues: kinds.map { ($0, path(of: "share-\($0).png")) })
        icons = Dictionary(uniqueKeysWithValues: kinds.map { ($0, path(of: StateIcon.name(of: $0))) })
        neutralPicture = path(of: "share-neutral.png")
    }
}

extension PageAssets {
    /// Returns the picture for a state of that kind, such as `major`; the neutral one if nothing is wrong or no
    /// component is affected.
    func picture(of kind: String) -> String { pictures[kind] ?? neutralPicture }

    /// Returns the icon for a state of that kind; `nil` if the site's own is suitable.
    func icon(of kind: String) -> String? { icons[kind] }
}
