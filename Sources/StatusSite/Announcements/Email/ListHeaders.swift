import Diagnostics
import StatusModel

/// The headers by which mail programs recognize a mailing list and show how to leave it (RFC 2369, RFC 2919).
///
/// `List-Unsubscribe-Post` is not one of them: by RFC 8058, its address differs for each reader and is signed with the
/// message, which only the list's server can do.
struct ListHeaders {
    let list: MailingList
    /// The name of the list, such as "Example Status, Payments".
    let name: String
    /// The address of the page with all that was sent.
    let archive: String

    /// - Parameter component: the component of the list; `nil` for the site's own list.
    init(_ list: MailingList, of component: Component.Index?, on page: StatusPage) {
        self.list = list
        let parts = [page.title, component.map { page.components[$0].name }].compactMap { $0 }
        name = parts.map(\.onOneLine).joined(separator: ", ")
        archive = page.address(
            of: component.map { "components/\(page.components[$0].id).html" } ?? "history.html")
    }

    /// The headers with their values, in their order.
    var all: [(String, String)] {
        [
            ("List-Id", listID), ("List-Unsubscribe", "<\(list.leave.asSafeAddress)>"),
            ("List-Archive", "<\(archive.asSafeAddress)>"),
        ]
    }

    /// The list's name and id; the name is only quoted if necessary.
    private var listID: String {
        let plain = "\(name) <\(list.listID)>"
        let isPlain = name.isSafeInHeader && name.split(separator: " ").allSatisfy(\.isAtom)
        return isPlain && plain.utf8.count <= 76 - "List-Id: ".utf8.count
            ? plain : Mailbox(name: name, address: list.listID).value(behind: "List-Id")
    }
}

extension String {
    /// The address without anything that would be a command in the log of a CI job.
    fileprivate var asSafeAddress: String { replacing("::", with: ":%3A").replacing("##", with: "#%23") }
}
