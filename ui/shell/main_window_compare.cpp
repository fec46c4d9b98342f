// How the window leads to comparisons: of the request in front, of a batch, of a run that was
// saved.
#include "lab/batch_source.h"
#include "lab/run_file.h"
#include "ui/compare/compare_window.h"
#include "ui/compare/lab_words.h"
#include "ui/compare/measure_page.h"
#include "ui/shell/backend.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/variable_desk.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/worker.h"

#include <QFileDialog>
#include <QFileInfo>

namespace sonde::ui
{

void MainWindow::compareVersions()
{
    if (!m_backend->isReady()) {
        connect(m_backend, &Backend::readied, this, &MainWindow::compareVersions,
                Qt::SingleShotConnection);
        return;
    }
    if (!m_page->holdsBack([this] { compareVersionsNow(); }))
        compareVersionsNow();
}

void MainWindow::compareVersionsNow()
{
    m_page->resolve([this, page = m_page](http::Result<collection::Resolved> resolved) {
        if (!resolved) {
            page->showProblem(resolved.error());
            return;
        }
        const http::Origin origin = resolved->request.target.origin;
        CompareSubject subject{.requests = {std::move(resolved->request)},
                               .options =
                                   m_backend->completed(origin, std::move(resolved->options)),
                               .title = page->title()};
        auto *window =
            new CompareWindow(std::move(subject), std::bind_front(&Backend::send, m_backend), this);
        window->show();
        window->begin();
    });
}

void MainWindow::compareBatch()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Compare the requests of a file"), {},
        tr("Page loads, requests, lists of URLs (*.har *.http *.rest *.json *.txt);;All files "
           "(*)"));
    if (!path.isEmpty())
        compareBatchOf(path);
}

void MainWindow::compareFolder()
{
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Compare the requests of a folder"));
    if (!path.isEmpty())
        compareBatchOf(path);
}

void MainWindow::compareBatchOf(const QString &path)
{
    const QString inside = QFileInfo(path).isDir() ? path + u'/' : path;
    const lab::RunChoice choice{.path = path,
                                .topFolder = m_variables->topFolder(inside),
                                .names = {},
                                .environment = m_variables->chosen(inside),
                                .environmentFile = {},
                                .variables = m_backend->variables(inside)};
    runOnWorker(
        this, [choice, words = labWords()] { return lab::readBatch(choice, words); },
        [this, path](http::Result<lab::BatchSource> batch) {
            if (!batch) {
                trouble(batch.error().sentence);
                return;
            }
            const http::Origin origin = batch->requests.front().target.origin;
            CompareSubject subject{.requests = std::move(batch->requests),
                                   .options =
                                       m_backend->completed(origin, std::move(batch->options)),
                                   .title = QFileInfo(path).completeBaseName()};
            auto *window = new CompareWindow(std::move(subject),
                                             std::bind_front(&Backend::send, m_backend), this);
            window->show();
            window->showSection(CompareWindow::Section::Measure);
            if (!batch->notes.isEmpty())
                window->measure()->notice()->say(NoticeBar::Kind::Note, batch->notes.join(u' '));
        });
}

void MainWindow::openComparison()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a comparison"), {}, tr("Comparisons (*.compare.json);;All files (*)"));
    if (!path.isEmpty())
        showComparison(path);
}

void MainWindow::showComparison(const QString &path)
{
    runOnWorker(
        this, [path] { return lab::loadRun(path); },
        [this, path](http::Result<lab::Run> loaded) {
            if (!loaded) {
                trouble(loaded.error().sentence);
                return;
            }
            CompareSubject subject{.requests = loaded->setup.requests,
                                   .options = loaded->setup.options,
                                   .title = QFileInfo(path).completeBaseName()};
            auto *window = new CompareWindow(std::move(subject),
                                             std::bind_front(&Backend::send, m_backend), this);
            window->show();
            window->showRun(std::make_shared<const lab::Run>(*std::move(loaded)));
        });
}

} // namespace sonde::ui
