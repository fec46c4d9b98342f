#include "ui/collections/library_tree.h"

#include "ui/collections/collection_model.h"

#include <QDrag>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>

namespace sonde::ui
{

namespace
{

using Kind = collection::Entry::Kind;

QString nameOf(const QModelIndex &index)
{
    return QFileInfo(index.data(CollectionModel::PathRole).toString()).fileName();
}

// The names in a folder, with `name` taken out.
QStringList namesIn(const QModelIndex &folder, const QString &name)
{
    QStringList names;
    for (int row = 0; row < folder.model()->rowCount(folder); ++row) {
        const QString one = nameOf(folder.model()->index(row, 0, folder));
        if (one != name)
            names.append(one);
    }
    return names;
}

std::optional<collection::RequestKey> keyAt(const QModelIndex &file, int row)
{
    if (row >= file.model()->rowCount(file))
        return std::nullopt;
    return LibraryTree::placeOf(file.model()->index(row, 0, file)).request;
}

} // namespace

LibraryTree::LibraryTree(QWidget *parent)
    : QTreeView(parent)
{
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropMode(QAbstractItemView::DragDrop);
    setAutoExpandDelay(600);
    // Not activated(): some desktops have a single click mean that.
    connect(this, &QTreeView::doubleClicked, this, &LibraryTree::chosen);
}

LibraryPlace LibraryTree::placeOf(const QModelIndex &index)
{
    LibraryPlace place{.kind = Kind(index.data(CollectionModel::KindRole).toInt()),
                       .path = index.data(CollectionModel::PathRole).toString(),
                       .request = {},
                       .isTop = !index.parent().isValid()};
    if (place.isRequest())
        place.request = {
            .index = size_t(index.data(CollectionModel::IndexRole).toInt()),
            .label = index.data(Qt::EditRole).toString(),
            .method = index.data(CollectionModel::MethodRole).toString(),
            .likeness =
                index.data(CollectionModel::LikenessRole).value<collection::RequestLikeness>()};
    return place;
}

std::optional<LibraryPlace> LibraryTree::currentPlace() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(placeOf(index)) : std::nullopt;
}

std::optional<LibraryTarget> LibraryTree::targetOfStep(int by) const
{
    const QModelIndex index = currentIndex();
    const QModelIndex parent = index.parent();
    if (!index.isValid() || !parent.isValid())
        return std::nullopt;
    const int to = index.row() + by;
    if (to < 0 || to >= model()->rowCount(parent))
        return std::nullopt;
    const LibraryPlace place = placeOf(index);
    if (place.isRequest())
        return LibraryTarget{
            .path = place.path, .before = keyAt(parent, by < 0 ? to : to + 1), .order = {}};
    QStringList order = namesIn(parent, nameOf(index));
    order.insert(to, nameOf(index));
    return LibraryTarget{.path = placeOf(parent).path, .before = {}, .order = order};
}

void LibraryTree::editCurrentName()
{
    if (currentIndex().isValid())
        edit(currentIndex());
}

void LibraryTree::startDrag(Qt::DropActions)
{
    const auto place = currentPlace();
    if (!place || place->isTop)
        return;
    m_dragged = place;
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData({currentIndex()}));
    // A picture of the row, so that a person sees what is carried.
    const QRect row = visualRect(currentIndex());
    drag->setPixmap(viewport()->grab(row));
    drag->setHotSpot({12, row.height() / 2});
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    m_dragged.reset();
}

void LibraryTree::dragEnterEvent(QDragEnterEvent *event)
{
    // What comes from elsewhere is the window's to open.
    if (event->source() == this)
        QTreeView::dragEnterEvent(event);
    else
        event->ignore();
}

void LibraryTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event);
    if (!m_dragged || !targetOf(*m_dragged, event))
        event->ignore();
}

void LibraryTree::dropEvent(QDropEvent *event)
{
    const auto where = m_dragged ? targetOf(*m_dragged, event) : std::nullopt;
    if (where)
        Q_EMIT moveWanted(*m_dragged, *where);
    // The rows follow the disk; the view must not take any away itself.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
}

std::optional<LibraryTarget> LibraryTree::targetOf(const LibraryPlace &what,
                                                   const QDropEvent *event) const
{
    const QModelIndex under = indexAt(event->position().toPoint());
    if (!under.isValid())
        return std::nullopt;
    const LibraryPlace place = placeOf(under);
    const DropIndicatorPosition position = dropIndicatorPosition();
    if (what.isRequest()) {
        if (place.kind == Kind::Folder)
            return std::nullopt;
        if (place.kind == Kind::File) {
            const bool first = position == BelowItem && isExpanded(under);
            return LibraryTarget{
                .path = place.path, .before = first ? keyAt(under, 0) : std::nullopt, .order = {}};
        }
        const int row = under.row() + (position == AboveItem ? 0 : 1);
        return LibraryTarget{.path = place.path, .before = keyAt(under.parent(), row), .order = {}};
    }
    if (place.isRequest() || place.path == what.path || place.path.startsWith(what.path + u'/'))
        return std::nullopt;
    if (place.kind == Kind::Folder && (position == OnItem || place.isTop))
        return LibraryTarget{.path = place.path, .before = {}, .order = {}};
    const QString name = QFileInfo(what.path).fileName();
    QStringList order = namesIn(under.parent(), name);
    order.insert(order.indexOf(nameOf(under)) + (position == AboveItem ? 0 : 1), name);
    return LibraryTarget{
        .path = placeOf(under.parent()).path, .before = {}, .order = std::move(order)};
}

void LibraryTree::keyPressEvent(QKeyEvent *event)
{
    // The Menu key and Shift+F10 come as a context menu event; letters that are no shortcut of the
    // tree search in it.
    if (event->key() == Qt::Key_Right && currentIndex().isValid() && event->modifiers() == 0 &&
        isExpanded(currentIndex()) && model()->rowCount(currentIndex()) > 0) {
        setCurrentIndex(model()->index(0, 0, currentIndex()));
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        state() != EditingState && currentIndex().isValid()) {
        Q_EMIT chosen(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace sonde::ui
