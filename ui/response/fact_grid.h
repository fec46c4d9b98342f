// A heading and what is known under it, name by name; all of it can be selected and copied. GUI
// thread.
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace sonde::ui
{

struct Fact {
    QString name;
    QString value;
    Token token = Token::Text;

    bool operator==(const Fact &) const = default;
};

// One more, unless there is nothing to say.
void addFact(std::vector<Fact> &facts, const QString &name, const QString &value,
             Token token = Token::Text);
// "Name: value" line by line, for the clipboard.
[[nodiscard]] QString factsText(const std::vector<Fact> &facts);

// Bold, with room above it.
[[nodiscard]] QLabel *factHeading(const QString &text, QWidget *parent = nullptr);

// Makes `area` a page that scrolls; what stands on it goes into the layout.
[[nodiscard]] QVBoxLayout *factPage(QScrollArea *area, const QString &name);
// For the sentence why there is nothing to know.
[[nodiscard]] QLabel *factAbsence();

class FactGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(const QString &title, QWidget *parent = nullptr);

    // Hidden while there are none.
    void setFacts(std::vector<Fact> facts);
    [[nodiscard]] const std::vector<Fact> &facts() const { return m_facts; }

private:
    [[nodiscard]] QLabel *valueLabel(const Fact &fact);
    void recolor();

    QGridLayout *m_grid;
    std::vector<Fact> m_facts;
};

} // namespace sonde::ui
