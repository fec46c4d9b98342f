// What the window does with calls as files: exporting the one that is shown, and opening what was
// exported, here or by another program.
#include "interop/recorded_file.h"
#include "interop/recorded_request.h"
#include "ui/request/remark_text.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/worker.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace sonde::ui
{

namespace
{

// A bundle is what its sender says it is; these words stand above what it holds.
QStringList wordsAbout(const interop::Recorded &recorded)
{
    QStringList lines;
    const bool isBundle = recorded.kind == interop::Recorded::Kind::Bundle;
    lines.append(isBundle
                     ? MainWindow::tr("Recorded earlier and opened from a file: nothing was "
                                      "sent.")
                     : MainWindow::tr("Read from an HTTP archive: nothing was sent. It holds no "
                                      "frames and no octets of the wire."));
    if (!recorded.masked.isEmpty())
        lines.append(
            MainWindow::tr("Masked in it: %1.").arg(recorded.masked.join(QStringLiteral(", "))));
    else if (isBundle && !recorded.redacted)
        lines.append(MainWindow::tr("Nothing in it is masked."));
    for (const interop::Remark &note : recorded.notes)
        lines += remarkText(note);
    return lines;
}

} // namespace

void MainWindow::openRecords()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open what was recorded"), m_exportFolder,
        tr("Evidence bundles and HTTP archives (*.sonde *.har);;All files (*)"));
    if (!path.isEmpty())
        showRecords(path);
}

void MainWindow::showRecords(const QString &path)
{
    m_firstRun = false;
    runOnWorker(
        this, [path] { return interop::openRecorded(path); },
        [this, path](http::Result<interop::Recorded> recorded) {
            if (!recorded) {
                trouble(recorded.error().sentence);
                return;
            }
            TabState tab;
            tab.document =
                interop::documentOf(recorded->call->hops().front().exchange->state().request);
            tab.document.title = QFileInfo(path).completeBaseName();
            DocumentPage *page = m_tabs->open(tab);
            page->showRecorded(recorded->call);
            page->request()->hint()->say(NoticeBar::Kind::Note, wordsAbout(*recorded).join(u'\n'));
            page->response()->showSection(page->response()->section());
        });
}

void MainWindow::exportCall(interop::CallForm form)
{
    const auto call = m_page->response()->call();
    if (!call || !call->isOver())
        return;
    if (m_exportFolder.isEmpty())
        m_exportFolder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (!QDir(m_exportFolder).exists()) // not everybody has that one
        m_exportFolder = QDir::homePath();
    auto *dialog = new ExportDialog(call, form, m_exportFolder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, [this](const QString &path) {
        m_exportFolder = QFileInfo(path).absolutePath();
        m_status->flash(tr("Exported to %1").arg(path));
    });
    dialog->open();
}

} // namespace sonde::ui
