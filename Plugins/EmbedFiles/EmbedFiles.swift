import Foundation
import PackagePlugin

/// Puts the default templates and assets of `site-templates/` and the made-up sites of `gallery-records/`
/// into the binary, so that one file can be installed.
@main
struct EmbedFiles: BuildToolPlugin {
    /// What each target embeds, and as which constant.
    private static let folders = [
        "StatusSite": (folder: "site-templates", constant: "embeddedTemplates"),
        "allclear": (folder: "gallery-records", constant: "embeddedGallery"),
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let (name, constant) = Self.folders[target.name] else { return [] }
        let folder = context.package.directoryURL.appending(path: name)
        let generated = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        let names = try names(in: folder)
        return [
            .buildCommand(
                displayName: "Embedding \(name)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [
                    generated.path(percentEncoded: false), constant, folder.path(percentEncoded: false),
                ] + names,
                inputFiles: names.map { folder.appending(path: $0) },
                outputFiles: [generated]
            )
        ]
    }

    /// The paths of all files from the folder on, in the order of their bytes: a directory's own order
    /// differs between machines.
    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
            .filter { isFile($0, in: folder) && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func isFile(_ name: String, in folder: URL) -> Bool {
        var isDirectory: ObjCBool = false
        let path = folder.appending(path: name).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && !isDirectory.boolValue
    }
}
