#include "ui/compare/look_page.h"

#include "lab/plan.h"
#include "ui/compare/aligned_rows.h"
#include "ui/compare/look_model.h"
#include "ui/compare/look_table.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

using http::VersionPolicy;

QString nameOf(VersionPolicy version)
{
    return QString::fromLatin1(http::policyName(version));
}

} // namespace

LookPage::LookPage(Send send, http::Request request, client::Options options, QWidget *parent)
    : QWidget(parent)
    , m_request(std::move(request))
    , m_options(std::move(options))
    , m_look(std::move(send))
    , m_notice(new NoticeBar(this))
    , m_summary(new QLabel(this))
    , m_again(new QPushButton(tr("Look again"), this))
    , m_waterfall(new Waterfall(this))
    , m_table(new LookTable(this))
    , m_openers(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(m_notice);
    column->addWidget(m_waterfall);
    column->addWidget(m_table, 1);
    column->addLayout(makeFoot());
    m_waterfall->setAccessibleName(tr("The versions over one another, from the moment of sending"));
    m_waterfall->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_waterfall->hide();
    connect(&m_look, &FirstLook::changed, this, &LookPage::showSides);
    connect(&m_look, &FirstLook::finished, this, &LookPage::showSides);
    connect(m_table, &LookTable::sideActivated, this, &LookPage::open);
    connect(m_waterfall, &Waterfall::rowActivated, this, &LookPage::open);
    connect(m_again, &QPushButton::clicked, this, &LookPage::look);
    FocusHand::set(this, m_table);
    refreshButtons();
}

QHBoxLayout *LookPage::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    const bool tls = m_request.target.origin.isTls();
    const std::vector<VersionPolicy> offered =
        tls ? std::vector{VersionPolicy::Http11, VersionPolicy::Http2, VersionPolicy::Http10}
            : std::vector{VersionPolicy::Http11, VersionPolicy::H2c, VersionPolicy::Http10};
    for (const VersionPolicy version : offered) {
        auto *box = new QCheckBox(nameOf(version), this);
        box->setChecked(version != VersionPolicy::Http10);
        connect(box, &QCheckBox::toggled, this, &LookPage::refreshButtons);
        row->addWidget(box);
        m_versions.emplace_back(version, box);
    }
    m_again->setIcon(icon("refresh"));
    m_again->setAutoDefault(false);
    row->addWidget(m_again);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    return row;
}

QHBoxLayout *LookPage::makeFoot()
{
    auto *advice = new QLabel(tr("One exchange each: a first look, no measurement. Times differ "
                                 "from one sending to the next by chance alone."),
                              this);
    advice->setForegroundRole(QPalette::PlaceholderText);
    advice->setWordWrap(true);
    auto *copy = new QToolButton(this);
    copy->setIcon(icon("copy"));
    copy->setText(tr("Copy as text"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(lookText(m_sides, m_table->look()->rows()));
    });
    auto *measure = new QPushButton(tr("Measure…"), this);
    measure->setAutoDefault(false);
    connect(measure, &QPushButton::clicked, this, &LookPage::measureWanted);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(advice, 1);
    row->addLayout(m_openers);
    row->addWidget(copy);
    row->addWidget(measure);
    return row;
}

std::vector<VersionPolicy> LookPage::chosen() const
{
    std::vector<VersionPolicy> versions;
    for (const auto &[version, box] : m_versions) {
        if (box->isChecked())
            versions.push_back(version);
    }
    return versions;
}

void LookPage::begin()
{
    if (!lab::needsConsent({&m_request, 1})) {
        look();
        return;
    }
    m_notice->say(NoticeBar::Kind::Warning,
                  tr("A first look sends the request once over each version, and %1 may change "
                     "something on the server each time.")
                      .arg(QString::fromUtf8(m_request.method.token())));
    m_notice->addButton(tr("Send it"), [this] { look(); });
}

void LookPage::look()
{
    if (chosen().empty())
        return;
    m_notice->dismiss();
    m_look.start(m_request, m_options, chosen());
}

void LookPage::showSides()
{
    m_sides.clear();
    QStringList heads;
    for (const FirstLook::Side &side : m_look.sides()) {
        m_sides.push_back(lookSide(side.version, side.call.get()));
        heads += nameOf(side.version);
    }
    auto rows = lookRows(m_sides);
    m_summary->setText(m_look.isRunning() ? tr("Looking…") : lookSummary(m_sides, rows));
    m_summary->setToolTip(m_summary->text());
    m_table->showLook(heads, std::move(rows));
    std::vector<AlignedCall> calls;
    for (const FirstLook::Side &side : m_look.sides()) {
        if (side.call && side.call->isOver())
            calls.push_back({.title = nameOf(side.version), .call = side.call.get()});
    }
    auto bars = alignedRows(calls);
    m_waterfall->setVisible(!bars.empty());
    m_waterfall->setRows(std::move(bars));
    refreshButtons();
}

QString LookPage::summary() const
{
    return m_summary->text();
}

void LookPage::refreshButtons()
{
    m_again->setEnabled(!chosen().empty() && !m_look.isRunning());
    while (QLayoutItem *item = m_openers->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (int side = 0; side < int(m_look.sides().size()); ++side) {
        const FirstLook::Side &one = m_look.sides()[size_t(side)];
        if (!one.call || !one.call->isOver())
            continue;
        auto *button = new QToolButton(this);
        //: %1 is a version of HTTP whose response is opened
        button->setText(tr("Open %1").arg(nameOf(one.version)));
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, side] { open(side); });
        m_openers->addWidget(button);
    }
}

void LookPage::open(int side)
{
    if (side < 0 || size_t(side) >= m_look.sides().size())
        return;
    const FirstLook::Side &one = m_look.sides()[size_t(side)];
    if (one.call)
        Q_EMIT openWanted(nameOf(one.version), one.call);
}

} // namespace sonde::ui
