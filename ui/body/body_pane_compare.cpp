// BodyPane: compared with another response or a file.
#include "body/file_source.h"
#include "ui/body/body_pane.h"
#include "ui/body/difference_window.h"
#include "ui/body/replay.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeDatabase>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr size_t mostOthers = 30; // in the menu

} // namespace

void BodyPane::fillOthers()
{
    m_otherMenu->clear();
    const auto others = m_others ? m_others() : std::vector<Content>();
    size_t listed = 0;
    for (const Content &other : others) {
        if (!other.store || other.store == m_whole.store || ++listed > mostOthers)
            continue;
        QString title = other.title;
        title.replace(QLatin1Char('&'), QStringLiteral("&&"));
        m_otherMenu->addAction(title, this, [this, other] { compareWith(other); });
    }
    if (listed > 0)
        m_otherMenu->addSeparator();
    m_otherMenu->addAction(icon("file"), tr("A file…"), this, &BodyPane::compareWithFile);
}

void BodyPane::compare()
{
    if (!hasBody())
        return;
    fillOthers();
    m_otherMenu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void BodyPane::compareWithFile()
{
    auto *dialog = new QFileDialog(this, tr("Compare with a file"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto file = body::FileSource::open(path);
        if (!file) {
            m_notice->say(NoticeBar::Kind::Danger, file.error().sentence);
            return;
        }
        // A file has no Content-Type: its name tells, or it is of the body's own.
        const QMimeType type = QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension);
        const QByteArray media = type.isDefault() ? m_content.mediaType : type.name().toLatin1();
        compareWith({.store = *file,
                     .mediaType = media,
                     .fileName = QFileInfo(path).fileName(),
                     .title = QFileInfo(path).fileName()});
    });
    dialog->open();
}

// The other one stands left. Of a replay all of it is compared, not what has come again so far.
void BodyPane::compareWith(const Content &other)
{
    if (!m_content.store || !other.store)
        return;
    const Content &own = m_replay ? m_whole : m_content;
    const QString title = own.title.isEmpty() ? tr("This body") : own.title;
    auto *window = new DifferenceWindow({other.title, other}, {title, own}, this->window());
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    window->setFocus();
}

} // namespace sonde::ui
