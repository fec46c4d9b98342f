// A request as the lines of its `.http` file: coloured, completed, explained, faults told at their
// lines. Holds octets and gives back exactly those, but for what was typed. GUI thread.
#pragma once

#include "collection/request_text.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QsciScintilla;

namespace sonde::ui
{

class NoticeBar;
class VariableView;

class TextFace : public QWidget
{
    Q_OBJECT
public:
    explicit TextFace(VariableView *variables, QWidget *parent = nullptr);

    // Changes the lines that differ alone: caret and view stay where they are.
    void setText(const collection::RequestText &text);
    [[nodiscard]] QByteArray octets() const;
    // Why the form cannot be shown here as it is, or what is kept and not carried out; empty:
    // nothing.
    void setNote(const QString &note);
    void goToLine(size_t line); // 0-based
    // As the text is read now; none if it holds no request.
    [[nodiscard]] const std::optional<collection::HttpRequest> &request() const;
    [[nodiscard]] const std::vector<collection::TextFault> &faults() const { return m_faults; }

Q_SIGNALS:
    void edited(const QByteArray &octets); // by the person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUp();
    void colour();
    void noteChange();
    void read();
    void style();
    void tellFaults();
    void offerNames();
    void explain(const QPoint &at, const QPoint &global);

    VariableView *m_variables;
    NoticeBar *m_note;
    QsciScintilla *m_edit;
    QLabel *m_told; // the first fault in words
    collection::RequestText m_text;
    collection::ReadText m_read; // of it; empty where it cannot be read
    std::vector<collection::TextFault> m_faults;
    QTimer m_colouring; // at the end of this turn of the loop
    QTimer m_telling;   // when the person pauses: half a header is no fault yet
    bool m_filling = false;
};

} // namespace sonde::ui
