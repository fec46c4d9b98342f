// What the variables of one request stand for, as its fields show it: known or not, where from,
// what is shadowed. GUI thread; owned by the request pane.
#pragma once

#include "collection/scope.h"

#include <QObject>

namespace sonde::ui
{

// A {{name}} in a text.
struct VariableSpan {
    qsizetype start = 0;
    qsizetype length = 0; // with its braces
    QString name;
};
[[nodiscard]] std::vector<VariableSpan> variableSpans(const QString &text);

class VariableView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setScope(std::shared_ptr<const collection::Scope> scope);
    // Null before anything was read.
    [[nodiscard]] std::shared_ptr<const collection::Scope> scope() const { return m_scope; }
    // True too for what is made when it is sent, what a response will bring, and before anything
    // was read.
    [[nodiscard]] bool knows(const QString &name) const;
    [[nodiscard]] QColor color(const QString &name) const;
    // Value, where it is from and what it shadows, as rich text.
    [[nodiscard]] QString tip(const QString &name) const;
    // All tips of a text; empty without variables.
    [[nodiscard]] QString tips(const QString &text) const;
    // To choose from while typing, the known ones first.
    [[nodiscard]] QStringList names() const;
    // Those that files of environments define, for the rules about names in two places.
    [[nodiscard]] QStringList environmentNames() const;
    [[nodiscard]] QStringList fileNames() const; // of “@name = value” lines
    // Those of a text that nothing is known of.
    [[nodiscard]] QStringList unknown(const QString &text) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool knowsAt(const QString &name, int depth) const;
    [[nodiscard]] QString source(const QString &name,
                                 const collection::Definition &definition) const;
    [[nodiscard]] QString secretSource(const collection::Definition &definition) const;
    // The request that captures it, with its file if that is another; empty if none does.
    [[nodiscard]] QString capturer(const QString &name) const;

    std::shared_ptr<const collection::Scope> m_scope;
};

} // namespace sonde::ui
