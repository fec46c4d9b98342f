// BodyPane: the body as it was received and between its content codings; as a file for others.
#include "client/layer_body.h"
#include "ui/body/body_file.h"
#include "ui/body/body_pane.h"
#include "ui/body/hex_inspector.h"
#include "ui/body/replay.h"
#include "ui/body/replay_bar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QDrag>
#include <QMenu>
#include <QMouseEvent>
#include <QPointer>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int inspectedWidth = 1080; // pixels at which hex and inspector stand beside each other

QString suffixOf(const QByteArray &coding)
{
    if (coding == "gzip" || coding == "x-gzip")
        return QStringLiteral(".gz");
    if (coding == "br")
        return QStringLiteral(".br");
    if (coding == "zstd")
        return QStringLiteral(".zst");
    if (coding == "deflate")
        return QStringLiteral(".zz");
    return QLatin1Char('.') + QString::fromLatin1(coding);
}

} // namespace

// Whatever was kept apart is what a coding has been taken off.
bool BodyPane::isDecoded() const
{
    return m_whole.codings.isEmpty() || (m_whole.received && m_whole.received->size() > 0);
}

std::shared_ptr<const body::ByteSource> BodyPane::receivedOctets() const
{
    const bool apart = !m_whole.codings.isEmpty() && isDecoded();
    return apart ? m_whole.received : m_whole.store;
}

qsizetype BodyPane::codingsOn() const
{
    return m_codingsOn.value_or(isDecoded() ? 0 : m_whole.codings.size());
}

void BodyPane::showCodings(qsizetype on)
{
    const qsizetype all = m_whole.codings.size();
    if (!m_whole.store || on < 0 || on > all || on == codingsOn())
        return;
    const bool asGiven = on == (isDecoded() ? 0 : all);
    std::unique_ptr<body::Derivation> decoding;
    if (!asGiven && on < all) {
        auto made = client::decodingOf(m_whole.codings.sliced(on));
        if (!made) {
            m_notice->say(NoticeBar::Kind::Danger, made.error().sentence);
            return;
        }
        decoding = *std::move(made);
    }
    dropDerived();
    if (asGiven) {
        showContent(m_whole);
        return;
    }
    m_codingsOn = on;
    Content content = m_whole;
    content.store = receivedOctets();
    if (decoding) {
        m_uncoded = std::make_unique<body::DerivedBody>(content.store, std::move(decoding));
        connect(m_uncoded.get(), &body::DerivedBody::progressed, this, [this] {
            growContent();
            if (const QString problem = m_uncoded->problem(); !problem.isEmpty())
                m_notice->say(NoticeBar::Kind::Warning, problem);
        });
        content.store = m_uncoded->result();
    }
    // What is coded is none of the body's type, and arrived in other pieces.
    if (on > 0) {
        content.mediaType = "application/octet-stream";
        content.charset.clear();
        content.fileName = m_whole.fileName;
        for (const QByteArray &coding : m_whole.codings.first(on))
            content.fileName += suffixOf(coding);
    }
    content.exchange.reset();
    content.nature = Nature::Document;
    showContent(std::move(content));
}

QString BodyPane::receivedName() const
{
    QString name = m_whole.fileName.isEmpty() ? tr("response") : m_whole.fileName;
    for (const QByteArray &coding : m_whole.codings)
        name += suffixOf(coding);
    return name;
}

void BodyPane::saveReceived()
{
    if (const auto octets = receivedOctets())
        save(octets, {0, octets->size()}, receivedName());
}

void BodyPane::inspect()
{
    const bool wanted = m_inspecting.value_or(width() >= inspectedWidth);
    const bool shown = m_look == Look::Hex && wanted;
    m_inspect->setChecked(wanted);
    m_inspector->setVisible(shown);
    if (shown)
        m_inspector->refresh();
}

void BodyPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_look == Look::Hex && !m_inspecting)
        inspect();
}

void BodyPane::buildMore()
{
    m_more = addTool("more", tr("More"), tr("More to do with the body"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_otherMenu = new QMenu(tr("Compare with"), m_more);
    connect(menu, &QMenu::aboutToShow, this, &BodyPane::fillMore);
}

void BodyPane::fillMore()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    menu->addAction(icon("save"), tr("Save as shown…"), this, &BodyPane::saveAll);
    if (!m_whole.codings.isEmpty())
        menu->addAction(tr("Save as received…"), this, &BodyPane::saveReceived);
    menu->addAction(tr("Open with another program"), this, &BodyPane::openWithProgram);
    menu->addSeparator();
    menu->addMenu(m_otherMenu);
    fillOthers(); // a submenu without entries cannot be opened
}

void BodyPane::openWithProgram()
{
    if (!hasBody())
        return;
    if (!mightBeRun(m_content.fileName)) {
        openFile();
        return;
    }
    m_notice->say(NoticeBar::Kind::Warning,
                  tr("The desktop might run “%1” as a program instead of showing it.")
                      .arg(m_content.fileName));
    m_notice->addButton(tr("Open all the same"), [this] {
        m_notice->dismiss();
        openFile();
    });
}

void BodyPane::openFile()
{
    const QPointer<BodyPane> self(this);
    openElsewhere(m_content.store, m_content.fileName, [self](const QString &problem) {
        if (self && !problem.isEmpty())
            self->m_notice->say(NoticeBar::Kind::Danger,
                                tr("The body could not be opened elsewhere: %1.").arg(problem));
    });
}

// What is dragged from the save button is the body as a file, written where it is dropped.
bool BodyPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_save)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = static_cast<QMouseEvent *>(event)->position().toPoint();
    } else if (event->type() == QEvent::MouseMove && m_content.store) {
        const auto *move = static_cast<QMouseEvent *>(event);
        const QPoint way = move->position().toPoint() - m_pressed;
        if ((move->buttons() & Qt::LeftButton) &&
            way.manhattanLength() >= QApplication::startDragDistance()) {
            m_save->setDown(false);
            auto *drag = new QDrag(this);
            drag->setMimeData(new BodyMimeData(m_content.store, m_content.fileName));
            drag->setPixmap(icon("file").pixmap(22, 22));
            drag->exec(Qt::CopyAction);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui
