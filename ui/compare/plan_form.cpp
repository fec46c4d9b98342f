#include "ui/compare/plan_form.h"

#include "ui/compare/lab_words.h"
#include "ui/compare/line_form.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QToolButton>

namespace sonde::ui
{

using http::VersionPolicy;

PlanForm::PlanForm(const http::Origin &origin, int requests, QWidget *parent)
    : QWidget(parent)
    , m_origin(origin)
    , m_requests(requests)
    , m_connections(new QSpinBox(this))
    , m_start(new QComboBox(this))
    , m_batch(new QSpinBox(this))
    , m_line(new LineForm(this))
    , m_blocks(new QSpinBox(this))
    , m_seed(new QLineEdit(this))
    , m_effort(new QLabel(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Requests of a trial"), makeBatch());
    form->addRow(tr("Arms"), makeArms());
    form->addRow(tr("A trial begins"), makeStart());
    form->addRow(tr("Network"), m_line);
    m_blocks->setRange(1, lab::limit::blocks);
    m_blocks->setValue(15);
    m_blocks->setAccessibleName(tr("Blocks"));
    form->addRow(tr("Blocks"), m_blocks);
    form->addRow(tr("Seed"), makeSeed());
    form->addRow(tr("Effort"), m_effort);
    m_effort->setWordWrap(true);
    // A form gives a label that wraps the height of one line.
    m_effort->setMinimumSize(480, 3 * fontMetrics().lineSpacing());
    m_effort->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_effort->setForegroundRole(QPalette::PlaceholderText);
    newSeed();
    followChanges();
    refresh();
}

QWidget *PlanForm::makeArms()
{
    auto *arms = new QWidget(this);
    auto *rows = new QGridLayout(arms);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(18);
    const VersionPolicy two = m_origin.isTls() ? VersionPolicy::Http2 : VersionPolicy::H2c;
    int row = 0;
    for (const VersionPolicy version : {VersionPolicy::Http11, two}) {
        const QString name = QString::fromLatin1(http::policyName(version));
        for (const bool many : {false, true}) {
            //: an arm of a measurement: %1 is a version of HTTP
            auto *box = new QCheckBox(many ? tr("%1, several connections").arg(name)
                                           : tr("%1, one connection").arg(name),
                                      arms);
            // Browsers open several HTTP/1.1 connections for more than one thing to fetch.
            const bool several = m_requests > 1 && version == VersionPolicy::Http11;
            box->setChecked(many == several);
            rows->addWidget(box, row, many ? 1 : 0);
            m_arms.push_back({version, many, box});
        }
        ++row;
    }
    m_connections->setRange(2, lab::limit::connections);
    m_connections->setValue(6); // Firefox's documented default, and Chrome's
    m_connections->setAccessibleName(tr("Connections where there are several"));
    //: %1 is a number field's place; "several" as in "several connections"
    auto *label = new QLabel(tr("several means"), arms);
    auto *line = new QHBoxLayout;
    line->addWidget(label);
    line->addSpacing(8);
    line->addWidget(m_connections);
    line->addStretch(1);
    rows->addLayout(line, row, 0, 1, 2);
    return arms;
}

QWidget *PlanForm::makeStart()
{
    m_start->setAccessibleName(tr("A trial begins"));
    m_start->addItem(tr("warm: on open connections"), int(lab::Start::Warm));
    m_start->addItem(tr("cold: with new connections, no TLS ticket"), int(lab::Start::Cold));
    if (m_origin.isTls())
        m_start->addItem(tr("resumed: with new connections and a TLS ticket"),
                         int(lab::Start::Resumed));
    return m_start;
}

QWidget *PlanForm::makeBatch()
{
    m_batch->setRange(1, lab::limit::batch);
    m_batch->setAccessibleName(tr("Requests of a trial"));
    if (m_requests == 1) {
        m_batch->setToolTip(tr("Copies of the request that are all started at once"));
        return m_batch;
    }
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_batch);
    row->addWidget(new QLabel(tr("times all %n request(s)", nullptr, m_requests), line));
    row->addStretch(1);
    return line;
}

QWidget *PlanForm::makeSeed()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same seed repeats the order of the trials"));
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{1,19}")), m_seed));
    m_seed->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 24);
    auto *dice = new QToolButton(line);
    dice->setIcon(icon("refresh"));
    dice->setAutoRaise(true);
    dice->setAccessibleName(tr("Another seed"));
    dice->setToolTip(dice->accessibleName());
    connect(dice, &QToolButton::clicked, this, &PlanForm::newSeed);
    row->addWidget(m_seed);
    row->addWidget(dice);
    row->addStretch(1);
    return line;
}

void PlanForm::newSeed()
{
    // What people read to one another stays short.
    m_seed->setText(QString::number(QRandomGenerator::system()->bounded(1'000'000'000)));
}

void PlanForm::followChanges()
{
    const auto again = [this] {
        refresh();
        Q_EMIT changed();
    };
    for (const ArmBox &arm : m_arms)
        connect(arm.box, &QCheckBox::toggled, this, again);
    for (QSpinBox *box : {m_connections, m_batch, m_blocks})
        connect(box, &QSpinBox::valueChanged, this, again);
    connect(m_start, &QComboBox::currentIndexChanged, this, again);
    connect(m_seed, &QLineEdit::textChanged, this, again);
    connect(m_line, &LineForm::changed, this, again);
    // Browsers open several HTTP/1.1 connections as soon as there is more than one thing to fetch.
    connect(m_batch, &QSpinBox::valueChanged, this, [this, former = 1](int batch) mutable {
        const bool one = former * m_requests == 1;
        if (one && batch > 1) {
            m_arms[0].box->setChecked(false);
            m_arms[1].box->setChecked(true);
        } else if (!one && batch * m_requests == 1) {
            for (const ArmBox &arm : m_arms)
                arm.box->setChecked(!arm.many);
        }
        former = batch;
    });
}

lab::Plan PlanForm::plan() const
{
    lab::Plan plan;
    const auto start = lab::Start(m_start->currentData().toInt());
    for (const ArmBox &arm : m_arms) {
        if (arm.box->isChecked() && arm.box->isEnabled())
            plan.arms.push_back({.version = arm.version,
                                 .start = start,
                                 .connections = arm.many ? m_connections->value() : 1});
    }
    plan.batch = m_batch->value();
    plan.blocks = m_blocks->value();
    plan.seed = m_seed->text().toULongLong();
    plan.line = m_line->line();
    return plan;
}

void PlanForm::setPlan(const lab::Plan &plan)
{
    m_batch->setValue(plan.batch);
    m_blocks->setValue(plan.blocks);
    m_seed->setText(QString::number(plan.seed));
    m_line->setLine(plan.line);
    for (const lab::Arm &arm : plan.arms) {
        if (arm.connections > 1)
            m_connections->setValue(arm.connections);
        m_start->setCurrentIndex(std::max(0, m_start->findData(int(arm.start))));
    }
    for (const ArmBox &box : m_arms)
        box.box->setChecked(std::ranges::any_of(plan.arms, [&](const lab::Arm &arm) {
            return arm.version == box.version && (arm.connections > 1) == box.many;
        }));
    refresh();
}

QString PlanForm::problem() const
{
    const lab::Plan plan = this->plan();
    if (plan.arms.size() < 2)
        return tr("Choose at least two arms; the first is what the others are compared with.");
    if (m_seed->text().isEmpty())
        return tr("The seed is missing.");
    if (m_line->isEmpty())
        return tr("A line needs a round trip or a rate.");
    if (const auto checked = lab::checkPlan(plan, m_origin, size_t(m_requests)); !checked)
        return labWords().error(checked.error());
    return {};
}

void PlanForm::refresh()
{
    const bool batch = m_batch->value() * m_requests > 1;
    for (const ArmBox &arm : m_arms)
        arm.box->setEnabled(batch || !arm.many);
    m_connections->setEnabled(batch);
    const QString wrong = problem();
    if (!wrong.isEmpty()) {
        m_effort->setText(wrong);
        return;
    }
    const lab::Plan plan = this->plan();
    const auto trials = qint64(lab::schedule(plan).size());
    const qint64 requests = trials * plan.batch * m_requests + qint64(plan.arms.size());
    QString text = tr("%1 trials, one block of them discarded, with an A/A control; %2 requests in "
                      "all.")
                       .arg(QLocale().toString(trials), QLocale().toString(requests));
    if (plan.blocks < lab::blocksForVerdict)
        text += u' ' + tr("Under %n block(s) there is no verdict.", nullptr, lab::blocksForVerdict);
    m_effort->setText(text);
}

} // namespace sonde::ui
