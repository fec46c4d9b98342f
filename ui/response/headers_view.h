// The headers of a hop: filter box, sections, copying of a value or a whole field. GUI thread.
#pragma once

#include "ui/response/headers_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;
class QTreeView;

namespace sonde::ui
{

class HeadersFilter;
class ViewNote;
class WireFeed;
class WireSelection;

class HeadersView : public QWidget
{
    Q_OBJECT
public:
    explicit HeadersView(QWidget *parent = nullptr);

    // Another hop or call; drops the selection, keeps the filter.
    void showHop(const HopSnapshot &hop);
    // The same hop later.
    void updateHop(const HopSnapshot &hop);
    void clear();
    // Where the cost of fields is known from, and what is selected in it; follows both from then
    // on.
    void followWire(WireFeed *feed, WireSelection *selection);
    // Selects the fields of the response with that name, letting them through the filter; without a
    // name the section.
    void goTo(const QByteArray &name);
    // Puts the cursor into the filter box.
    void find();

    [[nodiscard]] QString countText() const; // "12 of 4,310"
    // Over the tree: says that nothing fits the filter.
    [[nodiscard]] ViewNote *note() const { return m_none; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] QLineEdit *filterBox() const { return m_filterBox; }

Q_SIGNALS:
    void openUrlRequested(const QString &url);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Part : quint8 { Value, Whole };

    void dressFilterBox();
    void followSelection();
    void tellSelection();
    void dressTree();
    void applyFilter();
    void afterChange();
    void clearFilter();
    void sayWhetherNone();
    [[nodiscard]] std::vector<HeaderSection> sections() const;
    void layOutColumns();
    void copy(Part part);
    void copyAll();
    [[nodiscard]] std::vector<const http::Field *> selectedFields() const;
    void showMenu(QPoint position);

    HeadersModel *m_model;
    HeadersFilter *m_filter;
    QLineEdit *m_filterBox;
    QLabel *m_count;
    QTreeView *m_tree;
    QTimer *m_debounce;
    ViewNote *m_none = nullptr;
    std::optional<HopSnapshot> m_hop;
    WireFeed *m_feed = nullptr;
    WireSelection *m_selection = nullptr;
    bool m_following = false; // what is selected now was not chosen here
    QByteArray m_base;        // URL of the request, for relative locations
};

} // namespace sonde::ui
