// Two bodies compared in a window of its own: as text, laid out, by structure or octet by octet.
// GUI thread; the work is a worker's.
#pragma once

#include "ui/body/body_pane.h"
#include "ui/body/difference_model.h"

class QCheckBox;
class QTableView;

namespace sonde::ui
{

class DifferenceWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Form : quint8 { Text, LaidOut, Structure, Octets };
    struct Side {
        QString name;
        BodyPane::Content content;
    };

    DifferenceWindow(Side first, Side second, QWidget *parent = nullptr);
    ~DifferenceWindow() override;

    [[nodiscard]] Form form() const { return m_form; }
    void setForm(Form form);
    void setElementOrder(body::ElementOrder order);
    [[nodiscard]] bool isBusy() const;
    // What came of it, in one sentence.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] DifferenceModel &model() { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    // To the next place that differs, 1 or -1.
    void step(int direction);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHeads();
    QWidget *buildTools();
    void buildTable();
    [[nodiscard]] bool suits(Form form) const;
    void start();
    void compare();
    void showResult();
    void sizeColumns();

    const Side m_sides[2];
    QByteArray m_charsets[2];
    DifferenceModel m_model;
    QTableView *m_table;
    QLabel *m_summary;
    QActionGroup *m_forms;
    QCheckBox *m_anyOrder;
    Form m_form = Form::Text;
    std::unique_ptr<body::DerivedBody> m_laidOut[2];
    std::shared_ptr<body::BodyDiff> m_diff;
};

} // namespace sonde::ui
