#include "ui/request/portability_strip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/worker.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace sonde::ui
{

using collection::PortabilityFinding;
using Effect = PortabilityFinding::Effect;

namespace
{

constexpr std::chrono::milliseconds pause{300};
constexpr int shownReasons = 12; // of one program; the rest are in `sonde lint`

QString inOurWords(const char *english)
{
    return QCoreApplication::translate("sonde::collection::Portability", english);
}

QString reasonOf(const PortabilityFinding &finding)
{
    //: %1 is the number of a line, %2 a sentence
    return PortabilityStrip::tr("Line %1: %2")
        .arg(finding.line + 1)
        .arg(collection::reasonText(finding, inOurWords));
}

std::vector<PortabilityFinding> findingsOf(collection::RequestText text,
                                           const collection::RequestText &stored,
                                           const collection::RequestDocument &document,
                                           const collection::Surroundings &around)
{
    if (text.isEmpty() && !stored.isEmpty())
        text = collection::withDocument(stored, document).value_or(stored);
    if (text.isEmpty()) {
        const auto made = collection::textOf(document);
        if (!made)
            return {};
        text = *made;
    }
    const auto whole = collection::asFile(text);
    if (!whole)
        return {};
    auto findings = collection::portability(whole->file, around);
    for (PortabilityFinding &finding : findings)
        finding.line -= std::min(finding.line, whole->firstLine);
    return findings;
}

} // namespace

PortabilityStrip::PortabilityStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(2);
    auto *label = new QLabel(tr("Read by"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label);
    for (const collection::Reader reader : collection::allReaders) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({12, 12});
        button->setFocusPolicy(Qt::TabFocus);
        button->setText(collection::readerName(reader));
        button->setPopupMode(QToolButton::InstantPopup);
        auto *menu = new QMenu(button);
        button->setMenu(menu);
        const size_t at = m_chips.size();
        connect(menu, &QMenu::aboutToShow, this, [this, at] { fillMenu(at); });
        row->addWidget(button);
        m_chips.push_back({reader, button});
    }
    row->addStretch(1);
    setAccessibleName(tr("Programs that can read this request"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PortabilityStrip::look);
    connect(&Theme::instance(), &Theme::changed, this, &PortabilityStrip::recolor);
    recolor();
}

void PortabilityStrip::setText(const collection::RequestText &text,
                               const collection::RequestText &stored,
                               const collection::RequestDocument &document,
                               const collection::Surroundings &around)
{
    m_text = text;
    m_stored = stored;
    m_document = document;
    m_around = around;
    m_pause.start();
}

void PortabilityStrip::look()
{
    runOnWorker(
        this,
        [text = m_text, stored = m_stored, document = m_document, around = m_around] {
            return findingsOf(text, stored, document, around);
        },
        [this, number = ++m_asked](std::vector<PortabilityFinding> findings) {
            if (number == m_asked)
                take(std::move(findings));
        });
}

void PortabilityStrip::take(std::vector<PortabilityFinding> findings)
{
    m_findings = std::move(findings);
    recolor();
}

// ✓ as it is, ✕ not at all, and a note where it is read with less than is written.
void PortabilityStrip::recolor()
{
    for (const Chip &chip : m_chips) {
        const QString name = collection::readerName(chip.reader);
        QStringList reasons;
        for (const PortabilityFinding &finding : m_findings) {
            if (finding.reader == chip.reader && reasons.size() < shownReasons)
                reasons.append(reasonOf(finding));
        }
        const bool reads = collection::canRead(chip.reader, m_findings);
        const bool differs = reads && !reasons.isEmpty();
        chip.button->setIcon(!reads    ? icon("close", Token::Danger)
                             : differs ? icon("warning", Token::Warning)
                                       : icon("check", Token::Success));
        //: %1 is the name of a program
        const QString told = !reads    ? tr("%1 cannot read this request").arg(name)
                             : differs ? tr("%1 reads this request otherwise").arg(name)
                                       : tr("%1 reads this request as it is").arg(name);
        chip.button->setAccessibleName(told);
        chip.button->setAccessibleDescription(reasons.join(u'\n'));
        chip.button->setToolTip((QStringList{told} + reasons).join(u'\n'));
    }
}

void PortabilityStrip::fillMenu(size_t chip)
{
    QMenu *menu = m_chips[chip].button->menu();
    menu->clear();
    int shown = 0;
    for (const PortabilityFinding &finding : m_findings) {
        if (finding.reader != m_chips[chip].reader || ++shown > shownReasons)
            continue;
        QString text = reasonOf(finding);
        QAction *action = menu->addAction(text.replace(u'&', QStringLiteral("&&")));
        action->setIcon(finding.effect == Effect::Fails ? icon("close", Token::Danger)
                                                        : icon("warning", Token::Warning));
        connect(action, &QAction::triggered, this,
                [this, line = finding.line] { Q_EMIT lineChosen(line); });
    }
    if (shown == 0)
        menu->addAction(m_chips[chip].button->accessibleName())->setEnabled(false);
}

} // namespace sonde::ui
