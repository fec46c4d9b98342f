#include "ui/body/difference_window.h"

#include "ui/body/difference_delegate.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/window_size.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{
DifferenceWindow::DifferenceWindow(Side first, Side second, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_sides{std::move(first), std::move(second)}
    , m_table(new QTableView(this))
    , m_summary(new QLabel(this))
    , m_forms(new QActionGroup(this))
    , m_anyOrder(new QCheckBox(tr("Ignore the order of arrays"), this))
{
    setWindowTitle(tr("Bodies compared"));
    bool binary = false;
    for (int side = 0; side < 2; ++side) {
        const auto found = BodyPane::foundIn(m_sides[side].content);
        m_charsets[side] = found.charset.name;
        binary = binary || found.isBinary;
    }
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeads());
    column->addWidget(buildTools());
    column->addWidget(m_table, 1);
    // On a small screen half of the second body would lie outside.
    openNoLargerThanTheScreen(this, {1100, 700});
    FocusHand::set(this, m_table);
    connect(&Theme::instance(), &Theme::changed, m_table->viewport(),
            qOverload<>(&QWidget::update));
    setForm(binary ? Form::Octets : suits(Form::LaidOut) ? Form::LaidOut : Form::Text);
}

DifferenceWindow::~DifferenceWindow() = default;

QWidget *DifferenceWindow::buildHeads()
{
    auto *heads = new QWidget(this);
    auto *row = new QHBoxLayout(heads);
    row->setContentsMargins(8, 6, 8, 2);
    for (int side = 0; side < 2; ++side) {
        //: %1 the name of a body, %2 its size
        const QString text =
            tr("%1 · %2").arg(m_sides[side].name, octetsText(m_sides[side].content.store->size()));
        auto *label = new QLabel(text, heads);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        label->setToolTip(text);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row->addWidget(label, 1);
    }
    return heads;
}

QWidget *DifferenceWindow::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(8, 2, 8, 4);
    row->setSpacing(2);
    const auto add = [&](const QString &text, const QString &hint, Form form) {
        auto *action = new QAction(text, m_forms);
        action->setCheckable(true);
        action->setToolTip(hint);
        action->setVisible(suits(form));
        auto *button = new QToolButton(tools);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setVisible(suits(form));
        row->addWidget(button);
        connect(action, &QAction::triggered, this, [this, form] { setForm(form); });
    };
    add(tr("Text"), tr("Row by row, as the bodies are"), Form::Text);
    add(tr("Laid out"), tr("Row by row, both formatted for reading"), Form::LaidOut);
    add(tr("Structure"), tr("Values of JSON by their paths"), Form::Structure);
    add(tr("Octets"), tr("Octet by octet"), Form::Octets);
    row->addSpacing(8);
    row->addWidget(m_anyOrder);
    row->addSpacing(8);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    const auto addStep = [&](const char *symbol, const QString &name, const QString &keys,
                             int direction) {
        auto *button = new QToolButton(tools);
        button->setIcon(icon(symbol));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys));
        button->setShortcut(QKeySequence(keys));
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, direction] { step(direction); });
    };
    addStep("arrow-up", tr("Previous difference"), QStringLiteral("Alt+Up"), -1);
    addStep("arrow-down", tr("Next difference"), QStringLiteral("Alt+Down"), 1);
    connect(m_anyOrder, &QCheckBox::toggled, this, &DifferenceWindow::start);
    return tools;
}

void DifferenceWindow::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new DifferenceDelegate(m_table));
    m_table->setAccessibleName(tr("Differences"));
    dressPlainTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setMinimumSectionSize(20);
}

bool DifferenceWindow::suits(Form form) const
{
    const auto first = body::languageOf(m_sides[0].content.mediaType);
    const auto second = body::languageOf(m_sides[1].content.mediaType);
    const bool octets = body::unitSize(m_charsets[0]) == 1 && body::unitSize(m_charsets[1]) == 1;
    // A copy of what still grows would never be whole.
    const bool whole =
        m_sides[0].content.store->isFinished() && m_sides[1].content.store->isFinished();
    switch (form) {
    case Form::LaidOut:
        return first && first == second && octets && whole;
    case Form::Structure:
        return first == body::Language::Json && second == first && octets;
    case Form::Text:
    case Form::Octets:
        break;
    }
    return true;
}

void DifferenceWindow::setForm(Form form)
{
    m_form = form;
    m_forms->actions().at(int(form))->setChecked(true);
    m_anyOrder->setVisible(form == Form::Structure);
    start();
}

void DifferenceWindow::setElementOrder(body::ElementOrder order)
{
    m_anyOrder->setChecked(order == body::ElementOrder::Ignored);
}

void DifferenceWindow::start()
{
    m_diff.reset();
    m_model.setDiff(nullptr, m_charsets[0], m_charsets[1]);
    m_summary->setText(tr("Comparing…"));
    if (m_form != Form::LaidOut) {
        compare();
        return;
    }
    for (int side = 0; side < 2; ++side) {
        if (m_laidOut[side])
            continue;
        const BodyPane::Content &content = m_sides[side].content;
        m_laidOut[side] = std::make_unique<body::DerivedBody>(
            content.store, body::layoutOf(*body::languageOf(content.mediaType)));
        connect(m_laidOut[side].get(), &body::DerivedBody::progressed, this, [this] {
            if (m_form == Form::LaidOut && !m_diff)
                compare();
        });
    }
    compare();
}

// Once the copies that it compares are whole.
void DifferenceWindow::compare()
{
    body::BodyDiff::Side sides[2];
    for (int side = 0; side < 2; ++side) {
        sides[side].coding = body::rowCodingOf(m_charsets[side]);
        sides[side].source = m_sides[side].content.store;
        if (m_form == Form::LaidOut) {
            if (!m_laidOut[side]->result()->isFinished())
                return;
            sides[side].source = m_laidOut[side]->result();
        }
    }
    using Kind = body::BodyDiff::Kind;
    const Kind kind = m_form == Form::Octets      ? Kind::Octets
                      : m_form == Form::Structure ? Kind::Json
                                                  : Kind::Rows;
    const auto order =
        m_anyOrder->isChecked() ? body::ElementOrder::Ignored : body::ElementOrder::Matters;
    m_diff =
        std::make_shared<body::BodyDiff>(std::move(sides[0]), std::move(sides[1]), kind, order);
    connect(m_diff.get(), &body::BodyDiff::finished, this, &DifferenceWindow::showResult);
}

bool DifferenceWindow::isBusy() const
{
    return !m_diff || !m_diff->isFinished();
}

QString DifferenceWindow::summary() const
{
    return m_summary->text();
}

void DifferenceWindow::showResult()
{
    m_model.setDiff(m_diff, m_charsets[0], m_charsets[1]);
    const bool values = m_form == Form::Structure;
    const size_t places =
        values ? m_diff->json().changes.size() : m_diff->sequence().stretches.size();
    const auto number = int(std::min(places, size_t(std::numeric_limits<int>::max())));
    QStringList facts;
    using End = body::JsonDiff::End;
    const bool tooMany = values && m_diff->json().end == End::TooManyValues;
    QString problem = m_diff->problem();
    for (const auto &copy : m_laidOut) {
        if (m_form == Form::LaidOut && problem.isEmpty())
            problem = copy->problem();
    }
    if (!problem.isEmpty())
        facts << inWindowLanguage(problem);
    else if (tooMany)
        facts << tr("More than a million values: compare them laid out.");
    else if (places == 0 && m_form == Form::LaidOut)
        facts << tr("Laid out, both are the same.");
    else if (places == 0 && m_form == Form::Octets)
        facts << tr("Every octet is the same.");
    else if (places == 0)
        facts << tr("No difference.");
    else
        facts << tr("%Ln place(s) differ", nullptr, number);
    if (m_diff->isByOffset())
        facts << tr("compared at equal offsets");
    if (m_diff->isCut() && !tooMany)
        facts << (values || m_form == Form::Octets ? tr("more than is compared")
                                                   : tr("the first %Ln row(s) were compared",
                                                        nullptr, int(body::BodyDiff::mostRows)));
    if (!m_diff->sequence().isShortest)
        facts << tr("where very much differs, stretches count as replaced");
    if (m_model.isShortened())
        facts << tr("the first %1 are listed").arg(QLocale().toString(m_model.rowCount()));
    m_summary->setText(facts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(m_summary->text());
    sizeColumns();
    step(1);
}

void DifferenceWindow::step(int direction)
{
    const QModelIndex current = m_table->currentIndex();
    const int from = current.isValid() ? current.row() : -1;
    const int row = m_model.neighbour(from, direction);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void DifferenceWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void DifferenceWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sizeColumns();
}

void DifferenceWindow::sizeColumns()
{
    const int digit = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const bool values = m_form == Form::Structure;
    const int sign = 3 * digit;
    const int place = values ? m_table->viewport()->width() / 3 : 10 * digit;
    m_table->setColumnHidden(DifferenceModel::SecondPlace, values);
    const int rest = m_table->viewport()->width() - sign - (values ? place : 2 * place);
    m_table->setColumnWidth(DifferenceModel::Sign, sign);
    m_table->setColumnWidth(DifferenceModel::FirstPlace, place);
    m_table->setColumnWidth(DifferenceModel::SecondPlace, place);
    m_table->setColumnWidth(DifferenceModel::First, std::max(rest / 2, 20 * digit));
    m_table->setColumnWidth(DifferenceModel::Second, std::max(rest - rest / 2, 20 * digit));
}

} // namespace sonde::ui
