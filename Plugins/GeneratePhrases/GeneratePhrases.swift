import Foundation
import PackagePlugin

/// Generates a Swift function for each phrase of the English file, so that code with an unknown phrase, or
/// without a value for a slot, does not compile.
@main
struct GeneratePhrases: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let english = context.package.directoryURL.appending(path: "site-templates/languages/en.phrases")
        let generated = context.pluginWorkDirectoryURL.appending(path: "Phrases+Generated.swift")
        return [
            .buildCommand(
                displayName: "Making functions of the phrases",
                executable: try context.tool(named: "generate-phrases").url,
                arguments: [english.path(percentEncoded: false), generated.path(percentEncoded: false)],
                inputFiles: [english],
                outputFiles: [generated]
            )
        ]
    }
}
