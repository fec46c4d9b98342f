#include "ui/shell/action_table.h"

#include <QCoreApplication>

namespace sonde::ui
{

#define SAY(text) QT_TRANSLATE_NOOP("Actions", text)

namespace
{

using enum MenuId;
constexpr auto separator = ActionSpec::Kind::Separator;
constexpr auto checkable = ActionSpec::Kind::Checkable;
constexpr auto plain = ActionSpec::Kind::Plain;
constexpr auto sidebar = ActionSpec::Scope::Sidebar;

constexpr ActionSpec line(MenuId menu)
{
    return {.menu = menu, .kind = separator};
}

// clang-format off
constexpr ActionSpec table[] = {
    {"file.new-tab", SAY("New &tab"), "add", "Ctrl+T", File, SAY("Open an empty request.")},
    {"file.open", SAY("&Open file…"), "file", "Ctrl+O", File, SAY("Open the requests of a .http file.")},
    {"file.open-folder", SAY("Open &folder…"), "folder-open", nullptr, File, SAY("Show another folder of .http files in the sidebar.")},
    {"file.open-comparison", SAY("Open co&mparison…"), nullptr, nullptr, File, SAY("Read a measurement of HTTP versions that was saved.")},
    {"file.open-records", SAY("Open &bundle…"), nullptr, nullptr, File, SAY("Look at calls that were recorded: an evidence bundle or an HTTP archive.")},
    line(File),
    {"file.import", SAY("&Import…"), "download", nullptr, File, SAY("Bring requests from Postman, an HTTP archive or curl commands, after a preview.")},
    {"file.save", SAY("&Save"), "save", "Ctrl+S", File, SAY("Write the request back to its .http file.")},
    {"file.save-as", SAY("Save &as…"), nullptr, "Ctrl+Shift+S", File, SAY("Add the request to a .http file of your choice.")},
    line(File),
    {"file.export", SAY("&Evidence bundle…"), "download", "Ctrl+Shift+E", Export, SAY("Save all that was recorded of the call shown, to be opened again; other forms stand beside it.")},
    {"export.har", SAY("&HTTP archive…"), nullptr, nullptr, Export, SAY("Save the call shown as a HAR file for browsers and other tools.")},
    {"export.pcapng", SAY("&Packet capture…"), nullptr, nullptr, Export, SAY("Save every octet of the call shown as packets for Wireshark.")},
    {"export.keys", SAY("TLS session &keys…"), nullptr, nullptr, Export, SAY("Save the keys that decrypt the traffic of the call shown.")},
    {"file.close-tab", SAY("&Close tab"), "close", "Ctrl+W", File, SAY("Close this tab; it can be reopened.")},
    {"file.reopen-tab", SAY("&Reopen closed tab"), nullptr, "Ctrl+Shift+T", File, SAY("Bring back the tab that was closed last.")},
    line(File),
    {"file.quit", SAY("&Quit"), nullptr, "Ctrl+Q", File, SAY("Close the window. Open tabs and their drafts are kept.")},

    {"library.new-request", SAY("New &request"), "add", "Ctrl+N", Library, SAY("Add a request to the file chosen in the sidebar.")},
    {"library.new-file", SAY("New f&ile"), "file", nullptr, Library, SAY("Make a file for requests in the folder chosen in the sidebar.")},
    {"library.new-folder", SAY("New f&older"), "folder", "Ctrl+Shift+N", Library, SAY("Make a folder in the one chosen in the sidebar.")},
    line(Library),
    {"library.rename", SAY("Re&name"), "edit", nullptr, Library, SAY("Give what is chosen in the sidebar another name; F2 there.")},
    {"library.duplicate", SAY("Dup&licate"), "copy", nullptr, Library, SAY("Copy what is chosen in the sidebar; Ctrl+Shift+D there.")},
    {"library.move", SAY("&Move to…"), "redirect", nullptr, Library, SAY("Move what is chosen in the sidebar to another file or folder.")},
    {"library.move-up", SAY("Move u&p"), "arrow-up", "Alt+Up", Library, SAY("Put what is chosen in the sidebar one place higher."), plain, 0, sidebar},
    {"library.move-down", SAY("Move do&wn"), "arrow-down", "Alt+Down", Library, SAY("Put what is chosen in the sidebar one place lower."), plain, 0, sidebar},
    {"library.delete", SAY("&Delete"), "delete", "Del", Library, SAY("Delete what is chosen in the sidebar; it can be brought back."), plain, 0, sidebar},
    line(Library),
    {"library.defaults", SAY("&For all its requests…"), "settings", nullptr, Library, SAY("Authentication and headers for all requests of the folder or file chosen in the sidebar.")},
    {"library.copy-path", SAY("&Copy path"), nullptr, nullptr, Library, SAY("Copy the path of the file or folder chosen in the sidebar.")},
    {"library.undo", SAY("&Undo in the library"), nullptr, nullptr, Library, SAY("Take back the last change to files and folders; Ctrl+Z in the sidebar.")},
    {"library.redo", SAY("R&edo in the library"), nullptr, nullptr, Library, SAY("Make that change again; Ctrl+Shift+Z in the sidebar.")},

    {"edit.undo", SAY("&Undo"), nullptr, "Ctrl+Z", Edit, SAY("Take back the last change to the request.")},
    {"edit.redo", SAY("&Redo"), nullptr, "Ctrl+Shift+Z", Edit, SAY("Make the change again that was taken back.")},
    line(Edit),
    {"edit.paste-request", SAY("&Paste as request"), "paste", "Ctrl+Shift+V", Edit, SAY("Fill a new tab from a curl command or URL in the clipboard.")},
    {"copy.curl", SAY("&curl"), "copy", "Ctrl+Shift+C", CopyAs, SAY("Copy the request as a curl command.")},
    {"copy.httpie", SAY("&HTTPie"), nullptr, nullptr, CopyAs, SAY("Copy the request as an HTTPie command.")},
    {"copy.python-requests", SAY("Python (&requests)"), nullptr, nullptr, CopyAs, SAY("Copy the request as Python code for requests.")},
    {"copy.python-httpx", SAY("Python (http&x)"), nullptr, nullptr, CopyAs, SAY("Copy the request as Python code for httpx.")},
    {"copy.javascript-fetch", SAY("&JavaScript (fetch)"), nullptr, nullptr, CopyAs, SAY("Copy the request as JavaScript code for fetch.")},
    {"copy.go", SAY("&Go"), nullptr, nullptr, CopyAs, SAY("Copy the request as Go code.")},
    {"copy.cpp-libcurl", SAY("C++ (&libcurl)"), nullptr, nullptr, CopyAs, SAY("Copy the request as C++ code for libcurl.")},
    {"copy.cpp-qt", SAY("C++ (&Qt)"), nullptr, nullptr, CopyAs, SAY("Copy the request as C++ code for Qt Network.")},
    {"edit.duplicate", SAY("&Duplicate tab"), nullptr, "Ctrl+Shift+D", Edit, SAY("Open a copy of this request in a new tab.")},
    {"edit.rename", SAY("Rena&me request…"), "edit", "F2", Edit, SAY("Give the request another name.")},
    line(Edit),
    {"edit.find", SAY("&Find"), "search", "Ctrl+F", Edit, SAY("Search in the response.")},
    {"edit.find-next", SAY("Find &next"), nullptr, "F3", Edit, SAY("Go to the next hit.")},
    {"edit.find-previous", SAY("Find pre&vious"), nullptr, "Shift+F3", Edit, SAY("Go to the hit before.")},

    line(Edit),
    {"edit.preferences", SAY("Pr&eferences…"), "settings", "Ctrl+,", Edit, SAY("Language, theme, history and network: what applies to all requests.")},

    {"view.sidebar", SAY("&Sidebar"), "sidebar", "F9", View, SAY("Show or hide the collections."), checkable},
    {"view.history", SAY("&History"), "history", "Ctrl+Shift+H", View, SAY("Show every call that was sent, to search and to open again.")},
    {"view.text", SAY("Request as te&xt"), nullptr, "Ctrl+Shift+X", View, SAY("Show the request as the text of its file, or as a form again.")},
    {"view.orientation", SAY("Response &beside or below"), "split", "Ctrl+Shift+O", View, SAY("Put the response beside the request, or below it.")},
    {"view.full-screen", SAY("&Full screen"), nullptr, "F11", View, SAY("Use the whole screen, or leave it again."), checkable},
    line(View),
    {"view.zoom-in", SAY("&Larger content"), nullptr, "Ctrl++", View, SAY("Show bodies and editors larger.")},
    {"view.zoom-out", SAY("S&maller content"), nullptr, "Ctrl+-", View, SAY("Show bodies and editors smaller.")},
    {"view.zoom-reset", SAY("Content in its &usual size"), nullptr, "Ctrl+0", View, SAY("Show bodies and editors as large as the desktop's fixed font.")},
    {"theme.system", SAY("As the d&esktop"), nullptr, nullptr, Theme, SAY("Light or dark as the desktop is set."), checkable},
    {"theme.light", SAY("&Light"), nullptr, nullptr, Theme, SAY("Dark text on a light ground."), checkable},
    {"theme.dark", SAY("&Dark"), nullptr, nullptr, Theme, SAY("Light text on a dark ground."), checkable},

    {"request.send", SAY("&Send"), "send", "Ctrl+Return; Ctrl+Enter", Request, SAY("Send the request.")},
    {"request.send-save", SAY("Send and &download…"), "download", "Ctrl+Shift+Return; Ctrl+Shift+Enter", Request, SAY("Send the request and save the body of the response to a file.")},
    {"request.resend", SAY("Send &again"), "refresh", "F5", Request, SAY("Send the request as it is now once more.")},
    {"request.send-fresh", SAY("Send on a ne&w connection"), nullptr, nullptr, Request, SAY("Send the request on a connection that is made for it alone, and closed after it.")},
    {"request.run", SAY("R&un folder or file…"), "play", "Ctrl+Shift+R", Request, SAY("Send all requests of the folder or file chosen in the sidebar, one after the other.")},
    {"request.cancel", SAY("&Cancel"), "cancel", "Shift+Esc", Request, SAY("Stop the request and keep what has arrived.")},
    {"request.history", SAY("&History of this request"), "history", nullptr, Request, SAY("Show the calls of this request alone.")},
    {"request.compare", SAY("C&ompare versions…"), "split", "Ctrl+Shift+B", Request, SAY("Send the request over several HTTP versions and set them side by side.")},
    {"request.compare-batch", SAY("Compare a &batch…"), nullptr, nullptr, Request, SAY("Compare versions over all requests of a page load (HAR), a .http file or a list of URLs.")},
    {"request.compare-folder", SAY("Compare a fo&lder…"), nullptr, nullptr, Request, SAY("Compare versions over the requests of all .http files of a folder.")},
    line(Request),
    {"body.save", SAY("Sav&e body…"), "save", nullptr, Request, SAY("Write the body of the response to a file.")},
    {"body.open", SAY("O&pen body elsewhere"), nullptr, nullptr, Request, SAY("Open the body of the response with the program that the desktop has for it.")},
    {"body.compare", SAY("Compare bod&y with…"), nullptr, nullptr, Request, SAY("Show what differs between this body and an earlier one, one of another tab, or a file.")},
    {"body.goto", SAY("&Go to row or octet…"), nullptr, "Ctrl+G", Request, SAY("Go to a row of the body, or to an octet of it.")},
    {"body.filter", SAY("&Filter body…"), "filter", "Ctrl+J", Request, SAY("Show only what an expression of JSONPath or jq selects from the body.")},
    line(Request),
    {"version.auto", SAY("&Auto"), nullptr, nullptr, Version, SAY("Agree on the HTTP version with the server."), checkable},
    {"version.2", SAY("HTTP/&2"), nullptr, nullptr, Version, SAY("Send with HTTP/2 over https, or fail."), checkable},
    {"version.11", SAY("HTTP/1.&1"), nullptr, nullptr, Version, SAY("Send with HTTP/1.1."), checkable},
    {"version.h2c", SAY("&h2c"), nullptr, nullptr, Version, SAY("Send with HTTP/2 without encryption."), checkable},
    {"version.10", SAY("HTTP/1.&0"), nullptr, nullptr, Version, SAY("Send with HTTP/1.0."), checkable},

    {"go.palette", SAY("&Command palette…"), "search", "Ctrl+Shift+P", Go, SAY("Find any action by its name.")},
    {"go.quick-open", SAY("Open &request…"), nullptr, "Ctrl+P", Go, SAY("Find a request of the collection by its name.")},
    line(Go),
    {"go.environment", SAY("Environment…"), nullptr, "F4", Go, SAY("Choose the environment whose variables are filled in.")},
    {"go.environments", SAY("Edit environments…"), nullptr, nullptr, Go, SAY("Change variables and environments of this folder.")},
    {"go.url", SAY("&URL"), nullptr, "Ctrl+L", Go, SAY("Go to the address of the request.")},
    {"go.method", SAY("&Method"), nullptr, "Ctrl+Shift+M", Go, SAY("Go to the method of the request.")},
    {"go.params", SAY("&Params"), nullptr, "Ctrl+1", Go, SAY("Show the query parameters.")},
    {"go.headers", SAY("&Headers"), nullptr, "Ctrl+2", Go, SAY("Show the header fields of the request.")},
    {"go.body", SAY("&Body"), nullptr, "Ctrl+3", Go, SAY("Show the body of the request.")},
    {"go.auth", SAY("Authentication"), nullptr, "Ctrl+4", Go, SAY("Show how the request says who you are.")},
    {"go.options", SAY("&Options"), nullptr, "Ctrl+5", Go, SAY("Show how the request is sent.")},
    {"go.overview", SAY("Overvie&w"), "info", "Ctrl+I", Go, SAY("Show the outcome, what was noticed, and how much went over the wire.")},
    {"go.response", SAY("R&esponse body"), nullptr, "Ctrl+6", Go, SAY("Show the body of the response.")},
    {"go.response-headers", SAY("Response he&aders"), nullptr, "Ctrl+7", Go, SAY("Show the header fields of the response.")},
    {"go.timing", SAY("&Timing"), nullptr, "Ctrl+8", Go, SAY("Show where the time went.")},
    {"go.frames", SAY("&Frames"), nullptr, "Ctrl+9", Go, SAY("Show what went over the wire, frame by frame.")},
    {"go.connection", SAY("Co&nnection"), nullptr, "Ctrl+Shift+I", Go, SAY("Show addresses, protocol and what the connection carried.")},
    {"go.tls", SAY("TL&S"), "lock", nullptr, Go, SAY("Show the handshake, message by message, and the certificates.")},
    {"go.connections", SAY("Open connections…"), "link", nullptr, Go, SAY("Show every connection that is held open, and close some.")},
    {"go.changes", SAY("Chan&ges"), nullptr, "Ctrl+B", Go, SAY("Show what changed since the response before.")},
    {"go.earlier-response", SAY("Earl&ier response"), "arrow-left", "Alt+Left", Go, SAY("Show the response of this tab that came before.")},
    {"go.later-response", SAY("&Later response"), "arrow-right", "Alt+Right", Go, SAY("Show the response of this tab that came after.")},
    line(Go),
    {"go.next-pane", SAY("Ne&xt pane"), nullptr, "F6", Go, SAY("Go to the next part of the window.")},
    {"go.previous-pane", SAY("Pre&vious pane"), nullptr, "Shift+F6", Go, SAY("Go to the part of the window before.")},
    {"go.next-tab", SAY("Next tab"), nullptr, "Ctrl+Tab; Ctrl+PgDown", Go, SAY("Show the tab to the right.")},
    {"go.previous-tab", SAY("Previous tab"), nullptr, "Ctrl+Shift+Tab; Ctrl+PgUp", Go, SAY("Show the tab to the left.")},
    {"tab.1", SAY("Show tab %1"), nullptr, "Alt+1", None, SAY("Show the tab with this number."), {}, 1},
    {"tab.2", SAY("Show tab %1"), nullptr, "Alt+2", None, SAY("Show the tab with this number."), {}, 2},
    {"tab.3", SAY("Show tab %1"), nullptr, "Alt+3", None, SAY("Show the tab with this number."), {}, 3},
    {"tab.4", SAY("Show tab %1"), nullptr, "Alt+4", None, SAY("Show the tab with this number."), {}, 4},
    {"tab.5", SAY("Show tab %1"), nullptr, "Alt+5", None, SAY("Show the tab with this number."), {}, 5},
    {"tab.6", SAY("Show tab %1"), nullptr, "Alt+6", None, SAY("Show the tab with this number."), {}, 6},
    {"tab.7", SAY("Show tab %1"), nullptr, "Alt+7", None, SAY("Show the tab with this number."), {}, 7},
    {"tab.8", SAY("Show tab %1"), nullptr, "Alt+8", None, SAY("Show the tab with this number."), {}, 8},
    {"tab.9", SAY("Show tab %1"), nullptr, "Alt+9", None, SAY("Show the tab with this number."), {}, 9},

    {"help.shortcuts", SAY("&Keys"), nullptr, "F1", Help, SAY("Show every action and its keys.")},
    {"help.about", SAY("&About Sonde"), "info", nullptr, Help, SAY("Show version and licence.")},
};
// clang-format on

} // namespace

#undef SAY

std::span<const ActionSpec> actionTable()
{
    return table;
}

} // namespace sonde::ui
