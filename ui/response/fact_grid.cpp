#include "ui/response/fact_grid.h"

#include "ui/widgets/accessible_role.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr int leastNameWidth = 150;

void colorLabel(QLabel *label, Token token)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(token));
    label->setPalette(palette);
}

} // namespace

void addFact(std::vector<Fact> &facts, const QString &name, const QString &value, Token token)
{
    if (!value.isEmpty())
        facts.push_back({name, value, token});
}

QString factsText(const std::vector<Fact> &facts)
{
    QString text;
    for (const Fact &fact : facts)
        text += QStringLiteral("%1: %2\n").arg(fact.name, fact.value);
    return text;
}

QLabel *factHeading(const QString &text, QWidget *parent)
{
    auto *heading = new QLabel(text, parent);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setContentsMargins(0, 10, 0, 2);
    return heading;
}

QVBoxLayout *factPage(QScrollArea *area, const QString &name)
{
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setBackgroundRole(QPalette::Base);
    setAccessibleRole(area, QAccessible::Grouping);
    area->setAccessibleName(name);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 4, 16, 16);
    column->setSpacing(4);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    return column;
}

QLabel *factAbsence()
{
    auto *sentence = new QLabel;
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    sentence->setMargin(24);
    return sentence;
}

FactGrid::FactGrid(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    setAccessibleName(title);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, leastNameWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(factHeading(title, this));
    column->addLayout(m_grid);
    hide();
    connect(&Theme::instance(), &Theme::changed, this, &FactGrid::recolor);
}

void FactGrid::setFacts(std::vector<Fact> facts)
{
    setVisible(!facts.empty());
    if (facts == m_facts)
        return;
    // A selection in a value that stays is not to be lost.
    const bool sameNames = std::equal(
        facts.begin(), facts.end(), m_facts.begin(), m_facts.end(),
        [](const Fact &a, const Fact &b) { return a.name == b.name && a.token == b.token; });
    if (!sameNames) {
        while (QLayoutItem *item = m_grid->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    }
    for (int row = 0; row < int(facts.size()); ++row) {
        const Fact &fact = facts[size_t(row)];
        if (sameNames) {
            static_cast<QLabel *>(m_grid->itemAtPosition(row, 1)->widget())->setText(fact.value);
            continue;
        }
        auto *name = new QLabel(fact.name, this);
        name->setForegroundRole(QPalette::PlaceholderText);
        QLabel *value = valueLabel(fact);
        name->setBuddy(value);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
    }
    m_facts = std::move(facts);
}

QLabel *FactGrid::valueLabel(const Fact &fact)
{
    auto *value = new QLabel(fact.value, this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleDescription(fact.name);
    if (fact.token != Token::Text)
        colorLabel(value, fact.token);
    return value;
}

void FactGrid::recolor()
{
    for (int row = 0; row < int(m_facts.size()); ++row) {
        const Token token = m_facts[size_t(row)].token;
        if (token != Token::Text)
            colorLabel(static_cast<QLabel *>(m_grid->itemAtPosition(row, 1)->widget()), token);
    }
}

} // namespace sonde::ui
