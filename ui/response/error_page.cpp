#include "ui/response/error_page.h"

#include "ui/response/certificate_table.h"
#include "ui/response/phase_strip.h"
#include "ui/widgets/accessible_role.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sentence.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr int symbolSize = 32;
constexpr int widest = 760; // a line of prose longer than this is hard to read

// Layouts ask for the height at their own width; one that may not become that wide is taller.
class Prose : public QLabel
{
public:
    using QLabel::QLabel;
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return QLabel::heightForWidth(std::min(width, maximumWidth()));
    }
};

QLabel *prose(QWidget *parent)
{
    auto *label = new Prose(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ErrorPage::ErrorPage(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleRole(this, QAccessible::Grouping);
    setAccessibleName(tr("What went wrong"));
    setBackgroundRole(QPalette::Base);
    setWidget(buildPage());
    widget()->setAutoFillBackground(false);
}

QLabel *ErrorPage::addHeading(QLayout *into, const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 12, 0, 0);
    into->addWidget(label);
    return label;
}

QWidget *ErrorPage::buildPage()
{
    auto *page = new QWidget;
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(24, 20, 24, 20);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    outer->addLayout(column, 1);
    addWhat(page, column);
    addWhere(page, column);
    addWhy(page, column);
    addFixes(page, column);
    addDetails(page, column);
    column->addStretch(1);
    return page;
}

void ErrorPage::addWhat(QWidget *page, QVBoxLayout *column)
{
    auto *head = new QHBoxLayout;
    m_icon = new QLabel(page);
    m_title = prose(page);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addSpacing(6);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_sentence = prose(page);
    column->addWidget(m_sentence);
}

void ErrorPage::addWhere(QWidget *page, QVBoxLayout *column)
{
    addHeading(column, tr("Where"));
    m_where = prose(page);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_where);
    m_strip = new PhaseStrip(page);
    column->addWidget(m_strip);
}

void ErrorPage::addWhy(QWidget *page, QVBoxLayout *column)
{
    addHeading(column, tr("Why"));
    m_why = prose(page);
    m_why->setMaximumWidth(widest);
    column->addWidget(m_why);
    m_chainHeading = addHeading(column, tr("Certificates, as the server sent them"));
    m_chain = new CertificateTable(page);
    column->addWidget(m_chain);
    m_handshake = new QPushButton(icon("lock"), tr("Show the handshake"), page);
    connect(m_handshake, &QPushButton::clicked, this, &ErrorPage::handshakeRequested);
    column->addWidget(m_handshake, 0, Qt::AlignLeft);
}

void ErrorPage::addFixes(QWidget *page, QVBoxLayout *column)
{
    m_fixHeading = addHeading(column, tr("What you can do"));
    m_fixes = new QWidget(page);
    new FlowLayout(m_fixes, 8);
    m_fixes->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_fixes);
}

void ErrorPage::addDetails(QWidget *page, QVBoxLayout *column)
{
    addHeading(column, tr("Details"));
    m_details = prose(page);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_details);
    auto *copy = new QPushButton(icon("copy"), tr("Copy details"), page);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(asText()); });
    column->addWidget(copy, 0, Qt::AlignLeft);
}

void ErrorPage::showHop(const HopSnapshot &hop)
{
    m_error = hop.exchange.error.value_or(http::Error{});
    const ErrorText text = errorText(m_error);
    const bool cancelled = m_error.code == http::Code::Cancelled;
    m_icon->setPixmap(icon(cancelled ? "cancel" : "error", cancelled ? Token::Muted : Token::Danger)
                          .pixmap(QSize(symbolSize, symbolSize), devicePixelRatioF()));
    m_title->setText(text.title);
    const QString sentence = inWindowLanguage(m_error.sentence);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    //: %1 is a moment, "while connecting"; %2 says by whose hand, "on the other side"
    m_where->setText(tr("It ended %1; the cause lies %2.")
                         .arg(phaseText(m_error.phase), blameText(m_error.blame)));
    m_strip->setSteps(phaseSteps(hop));
    m_why->setText(text.why);
    const bool chain = m_error.layer == http::Layer::Tls && hop.tls() && !hop.tls()->chain.empty();
    m_chainHeading->setVisible(chain);
    m_chain->setVisible(chain);
    if (chain)
        m_chain->setReport(*hop.tls());
    m_handshake->setVisible(m_error.layer == http::Layer::Tls && hop.tls());
    setFixes(text.fixes);
    m_details->setText(detailsText(m_error, inWindowLanguage(m_error.detail)));
    setAccessibleDescription(text.title + QLatin1Char(' ') + sentence);
    ensureVisible(0, 0);
}

void ErrorPage::setFixes(const std::vector<Fix> &fixes)
{
    QLayout *layout = m_fixes->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be what was pressed
        delete item;
    }
    for (const Fix fix : fixes) {
        auto *button = new QPushButton(fixText(fix), m_fixes);
        if (fix == Fix::RetryUnverified || fix == Fix::GoOnPastBomb)
            button->setIcon(icon("warning", Token::Warning));
        else if (fix == Fix::Resend)
            button->setIcon(icon("refresh"));
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, fix] { Q_EMIT fixChosen(fix); });
    }
    m_fixHeading->setVisible(!fixes.empty());
    m_fixes->setVisible(!fixes.empty());
}

// `detail`: the words of the layer below, in the language that is wanted.
QString ErrorPage::detailsText(const http::Error &error, const QString &detail)
{
    const auto text = [](QByteArrayView name) { return QString::fromLatin1(name); };
    QStringList lines;
    lines << QStringLiteral("%1 / %2").arg(text(name(error.layer)), text(name(error.code)));
    if (error.number != 0)
        lines.last() += QStringLiteral(" (%1)").arg(error.number);
    if (!detail.isEmpty())
        lines << detail;
    if (error.phase == http::Phase::Plan)
        lines << tr("Nothing was sent.");
    else if (error.phase < http::Phase::Send)
        lines << tr("The request itself was not sent.");
    else // also where the method alone makes it safe, whatever the server did
        lines << (error.retrySafe ? tr("Safe to send again: the request was not processed, or "
                                       "twice is as good as once.")
                                  : tr("Whether the server acted on the request is not known."));
    return lines.join(QLatin1Char('\n'));
}

// What the engine said stays as it said it: it is looked up and compared elsewhere.
QString ErrorPage::asText() const
{
    QStringList steps;
    for (const PhaseStep &step : m_strip->steps()) {
        if (step.state == PhaseStep::State::Failed)
            steps << step.name + QStringLiteral(" ✕");
        else if (step.state != PhaseStep::State::NotReached)
            steps << step.name + (step.time.isEmpty() ? QString() : QLatin1Char(' ') + step.time);
    }
    return QStringList{m_title->text(), m_error.sentence, m_where->text(),
                       steps.join(QStringLiteral(" → ")), detailsText(m_error, m_error.detail)}
        .join(QLatin1Char('\n'));
}

} // namespace sonde::ui
