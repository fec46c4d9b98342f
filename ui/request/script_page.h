// The scripts of a request, before it and after its response: coloured, edited, kept in its file,
// and said not to be run. GUI thread.
#pragma once

#include "collection/scripts.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace sonde::ui
{

class CodeEdit;

class ScriptPage : public QWidget
{
    Q_OBJECT
public:
    using When = collection::Script::When;

    explicit ScriptPage(QWidget *parent = nullptr);

    // `editable`: the lines are at hand, so that an edit has a place to go to.
    void setScripts(const std::vector<collection::Script> &scripts, bool editable);
    void setProblem(const QString &sentence); // of the last edit; empty: none

Q_SIGNALS:
    void edited(sonde::collection::Script::When when, const QString &code); // by the person

private:
    struct Part {
        CodeEdit *edit = nullptr;
        QLabel *note = nullptr; // why it cannot be edited
    };
    [[nodiscard]] Part addPart(When when, const QString &name);
    void fill(const Part &part, When when, const std::vector<collection::Script> &scripts,
              bool editable);

    QLabel *m_told;
    QSplitter *m_split;
    Part m_before;
    Part m_after;
    bool m_filling = false;
};

} // namespace sonde::ui
