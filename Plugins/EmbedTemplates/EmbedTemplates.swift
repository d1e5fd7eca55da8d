import Foundation
import PackagePlugin

/// Puts the default templates and assets of `site-templates/` into the binary, so that one file can be
/// installed.
@main
struct EmbedTemplates: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "site-templates")
        let generated = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
        let names = try names(in: folder)
        return [
            .buildCommand(
                displayName: "Embedding the templates",
                executable: try context.tool(named: "embed-templates").url,
                arguments: [generated.path(percentEncoded: false), folder.path(percentEncoded: false)]
                    + names,
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
