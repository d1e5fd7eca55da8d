/// Where the assets that all pages use are published.
struct PageAssets: Sendable {
    let stylesheet: String
    let script: String
    let icon: String

    init(among assets: [Asset]) {
        func path(of name: String) -> String { assets.first { $0.name == name }?.path ?? "assets/\(name)" }
        (stylesheet, script, icon) = (path(of: "style.css"), path(of: "script.js"), path(of: "icon.svg"))
    }
}
