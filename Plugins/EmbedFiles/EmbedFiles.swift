import Foundation
import PackagePlugin

/// Embeds folders of files in the binary, so that only one file has to be installed: the default templates
/// and assets, the fictional sites of the gallery, the files of a new site, and the severity policies to
/// begin with.
@main
struct EmbedFiles: BuildToolPlugin {
    /// The folders that each target embeds, with the names of their constants.
    private static let folders = [
        "StatusSite": ["site-templates": "embeddedTemplates"],
        "allclear": [
            "gallery-records": "embeddedGallery", "presets": "embeddedPresets", "starter": "embeddedStarter",
        ],
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folders = Self.folders[target.name, default: [:]].sorted { $0.key < $1.key }
        return try folders.map { try command(embedding: $0.key, as: $0.value, in: context) }
    }

    private func command(embedding name: String, as constant: String, in context: PluginContext) throws
        -> Command
    {
        let folder = context.package.directoryURL.appending(path: name)
        let generated = context.pluginWorkDirectoryURL.appending(path: "\(constant).swift")
        let names = try names(in: folder)
        return .buildCommand(
            displayName: "Embedding \(name)",
            executable: try context.tool(named: "embed-files").url,
            arguments: [
                generated.path(percentEncoded: false), constant, folder.path(percentEncoded: false),
            ] + names,
            inputFiles: names.map { folder.appending(path: $0) },
            outputFiles: [generated]
        )
    }

    /// Returns the paths of all files relative to the folder, in the order of their bytes, because a
    /// directory's own order differs between machines.
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
