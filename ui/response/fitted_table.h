// A table that is as tall as its rows, so that the page around it scrolls and not the table; its
// rows can be copied and gone to by keys, mouse and menu. GUI thread.
#pragma once

#include <QBasicTimer>
#include <QTableView>

namespace sonde::ui
{

class FittedTable : public QTableView
{
    Q_OBJECT
public:
    enum class Lines : quint8 { One, Wrapped }; // of a cell

    explicit FittedTable(const QString &name, Lines lines, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // Text of the menu entry and of what it does on a row: Enter, a double click; empty: nothing.
    void setActionText(std::function<QString(int row)> text) { m_actionText = std::move(text); }
    // A cell of this column is a link: one click is enough.
    void setLinkColumn(int column) { m_linkColumn = column; }
    // Rows in columns, separated by tabs; the header line first if it is asked for all.
    [[nodiscard]] QString text(const QModelIndexList &rows) const;
    [[nodiscard]] QString allText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void fit();
    void fitSoon();
    void copy() const;

    const Lines m_lines;
    std::function<QString(int row)> m_actionText;
    int m_linkColumn = -1;
    QBasicTimer m_soon;
};

} // namespace sonde::ui
