import Foundation

/// Programs of the system that this one starts, found only where no stranger could have put another of the same name.
enum TrustedPrograms {
    /// Returns the folders of PATH in which to look for programs: neither the current folder, nor the site's.
    static func folders(besides folder: String) -> [String] {
        let site = Folder.resolved(folder) ?? folder
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map(String.init).filter { place in
            place.hasPrefix("/") && (site == "/" || !(Folder.resolved(place) ?? place).isAt(orBelow: site))
        }
    }

    /// Returns the path of the program of that name, or `nil` if there is none.
    static func find(_ name: String, in folders: [String]) -> String? {
        folders.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
    }
}
