// Makes a line of text know variables: colours them, completes them after “{{”, and says under the
// mouse what they stand for. GUI thread; a child of its line.
#pragma once

#include "ui/request/variable_view.h"

#include <QPointer>

class QCompleter;
class QHelpEvent;
class QLineEdit;
class QStringListModel;

namespace sonde::ui
{

class VariableAssist : public QObject
{
    Q_OBJECT
public:
    VariableAssist(QLineEdit *edit, VariableView *variables);
    [[nodiscard]] QCompleter *completer() const { return m_completer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paint();
    void suggest();
    void insert(const QString &name);
    [[nodiscard]] bool explain(const QHelpEvent *event);
    // Of the braces left of the cursor that are not closed; -1 if there are none.
    [[nodiscard]] qsizetype openBraces() const;

    QLineEdit *m_edit;
    QPointer<VariableView> m_variables;
    QCompleter *m_completer = nullptr; // made when first needed
    QStringListModel *m_names = nullptr;
    bool m_painted = false;
};

} // namespace sonde::ui
