// A box to find anything by a few letters of its name: actions with their keys, or requests. Shows
// why an action cannot be used instead of hiding it. GUI thread; a child of the window.
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sonde::ui
{

// One thing that can be found.
struct PaletteEntry {
    QString text;
    QString detail; // keys, or the folder of a request
    QString whyNot; // not empty: shown, but not to be chosen
    QString method; // of a request: written in its colour in front
    int rank = 0;   // higher comes first among equals: used lately
    std::function<void()> run;
};

class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    // Opens over the window and remembers where the focus was.
    void open(std::vector<PaletteEntry> entries, const QString &prompt);
    [[nodiscard]] int shownCount() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &pattern);
    void choose(const QModelIndex &index);
    void dismiss();
    void place();

    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_none;
    QStandardItemModel *m_model;
    std::vector<PaletteEntry> m_entries;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace sonde::ui
