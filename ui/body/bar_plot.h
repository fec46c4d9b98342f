// A small plot of bars with the same numbers as a table, for those who read and those who hear it.
// The arrow keys go from bar to bar. GUI thread.
#pragma once

#include <QStackedWidget>

class QTableView;

namespace sonde::ui
{

struct Bar {
    double value = 0;
    QString place;   // on the axis: “10 ms”
    QString range;   // what the bar stands for: “10 ms to 30 ms”
    QString reading; // its value in words

    bool operator==(const Bar &) const = default;
};

class BarCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit BarCanvas(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setBars(std::vector<Bar> bars);
    [[nodiscard]] const std::vector<Bar> &bars() const { return m_bars; }
    [[nodiscard]] std::optional<size_t> current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF rectOf(size_t bar) const;
    void choose(std::optional<size_t> bar);

    QString m_title;
    std::vector<Bar> m_bars;
    std::optional<size_t> m_current;
};

class BarPlot : public QStackedWidget
{
    Q_OBJECT
public:
    // `ranges` and `readings` head the columns of the table.
    BarPlot(const QString &title, const QString &ranges, const QString &readings,
            QWidget *parent = nullptr);
    ~BarPlot() override;

    void setBars(std::vector<Bar> bars);
    void showTable(bool table);
    [[nodiscard]] BarCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] QTableView *table() const { return m_table; }

private:
    class Model;

    BarCanvas *m_canvas;
    QTableView *m_table;
    Model *m_model;
};

} // namespace sonde::ui
