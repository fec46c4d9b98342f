#include "ui/collections/collection_model.h"

#include "ui/widgets/sentence.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <set>
#include <tuple>

namespace sonde::ui
{

namespace
{

// The same thing in an earlier reading of the folder?
bool sameThing(const collection::Entry &a, const collection::Entry &b)
{
    return a.kind == b.kind && a.path == b.path && a.requestIndex == b.requestIndex;
}

// Everything that one row shows.
bool looksAlike(const collection::Entry &a, const collection::Entry &b)
{
    return a.name == b.name && a.method == b.method && a.description == b.description &&
           a.problem == b.problem;
}

// What makes it the same.
using Thing = std::tuple<int, QString, size_t>;

Thing thingOf(const collection::Entry &node)
{
    return {int(node.kind), node.path, node.requestIndex};
}

int indexIn(const collection::Entry &node)
{
    return node.kind == collection::Entry::Kind::Request ? int(node.requestIndex) : -1;
}

} // namespace

struct CollectionModel::Item {
    collection::Entry node; // without its children
    Item *parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    [[nodiscard]] int row() const
    {
        const auto &siblings = parent->children;
        return int(
            std::ranges::find_if(siblings, [this](const auto &one) { return one.get() == this; }) -
            siblings.begin());
    }
};

CollectionModel::CollectionModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
}

CollectionModel::~CollectionModel() = default;

CollectionModel::Item *CollectionModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex CollectionModel::indexOf(const Item *item) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->row(), 0, item);
}

std::unique_ptr<CollectionModel::Item> CollectionModel::make(Item *parent,
                                                             const collection::Entry &node)
{
    auto item = std::make_unique<Item>();
    item->parent = parent;
    item->node = node;
    item->node.children.clear();
    for (const collection::Entry &child : node.children)
        item->children.push_back(make(item.get(), child));
    return item;
}

void CollectionModel::setRoots(const std::vector<collection::Entry> &roots)
{
    merge(m_root.get(), roots);
}

void CollectionModel::insert(Item *into, int row, const collection::Entry &node)
{
    beginInsertRows(indexOf(into), row, row);
    into->children.insert(into->children.begin() + row, make(into, node));
    endInsertRows();
}

void CollectionModel::merge(Item *into, const std::vector<collection::Entry> &nodes)
{
    const auto same = [](const std::unique_ptr<Item> &item, const collection::Entry &node) {
        return sameThing(item->node, node);
    };
    if (!std::ranges::equal(into->children, nodes, same))
        arrange(into, nodes);
    for (size_t row = 0; row < nodes.size(); ++row) {
        Item *item = into->children[row].get();
        const collection::Entry &node = nodes[row];
        if (!looksAlike(item->node, node)) {
            item->node = node;
            item->node.children.clear();
            Q_EMIT dataChanged(indexOf(item), indexOf(item));
        }
        merge(item, node.children);
    }
}

// The same rows in the same order. Sets, because a file may hold very many requests.
void CollectionModel::arrange(Item *into, const std::vector<collection::Entry> &nodes)
{
    std::set<Thing> wanted;
    for (const collection::Entry &node : nodes)
        wanted.insert(thingOf(node));
    std::set<Thing> here;
    const auto take = [&](int row) {
        beginRemoveRows(indexOf(into), row, row);
        into->children.erase(into->children.begin() + row);
        endRemoveRows();
    };
    // Gone first, so that what remains is in the order of `nodes` but for moves, which are rare
    // enough to be a removal and an insertion.
    for (int row = int(into->children.size()) - 1; row >= 0; --row) {
        const Thing thing = thingOf(into->children[size_t(row)]->node);
        if (wanted.contains(thing))
            here.insert(thing);
        else
            take(row);
    }
    for (int row = 0; row < int(nodes.size()); ++row) {
        const Thing thing = thingOf(nodes[size_t(row)]);
        const auto isThere = [&] {
            return row < int(into->children.size()) &&
                   sameThing(into->children[size_t(row)]->node, nodes[size_t(row)]);
        };
        while (row < int(into->children.size()) && !isThere() && here.contains(thing)) {
            here.erase(thingOf(into->children[size_t(row)]->node));
            take(row);
        }
        if (!isThere())
            insert(into, row, nodes[size_t(row)]);
    }
    while (into->children.size() > nodes.size())
        take(int(into->children.size()) - 1);
}

QModelIndex CollectionModel::index(int row, int column, const QModelIndex &parent) const
{
    const Item *item = itemOf(parent);
    if (column != 0 || row < 0 || row >= int(item->children.size()))
        return {};
    return createIndex(row, column, item->children[size_t(row)].get());
}

QModelIndex CollectionModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return indexOf(itemOf(index)->parent);
}

int CollectionModel::rowCount(const QModelIndex &parent) const
{
    return int(itemOf(parent)->children.size());
}

int CollectionModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString CollectionModel::toolTipOf(const collection::Entry &node) const
{
    if (!node.problem.isEmpty())
        return inWindowLanguage(node.problem);
    const QString text = node.description.isEmpty() ? node.path : node.description;
    const QString mark = markText(markOf(node));
    return mark.isEmpty() ? text : text + u'\n' + mark;
}

QVariant CollectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const collection::Entry &node = itemOf(index)->node;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node.name;
    case Qt::ToolTipRole:
        return toolTipOf(node);
    case Qt::AccessibleTextRole:
        return node.method.isEmpty() ? node.name : node.method + u' ' + node.name;
    case Qt::AccessibleDescriptionRole:
        return node.problem.isEmpty() ? markText(markOf(node)) : inWindowLanguage(node.problem);
    case KindRole:
        return int(node.kind);
    case PathRole:
        return node.path;
    case IndexRole:
        return indexIn(node);
    case MethodRole:
        return node.method;
    case LikenessRole:
        return QVariant::fromValue(node.likeness);
    case ProblemRole:
        return node.problem;
    case MarkRole:
        return int(markOf(node));
    default:
        return {};
    }
}

void CollectionModel::setMarks(const collection::GitMarks &marks)
{
    const collection::GitMarks before = std::exchange(m_marks, marks);
    if (before == m_marks)
        return;
    const auto walk = [&](const auto &self, const Item *item) -> void {
        for (const auto &child : item->children) {
            if (child->node.kind == collection::Entry::Kind::Request)
                continue;
            if (before.of(child->node.path) != m_marks.of(child->node.path))
                Q_EMIT dataChanged(indexOf(child.get()), indexOf(child.get()));
            self(self, child.get());
        }
    };
    walk(walk, m_root.get());
}

// In words; empty: none.
QString CollectionModel::markText(collection::GitMark mark)
{
    switch (mark) {
    case collection::GitMark::None:
        return {};
    case collection::GitMark::Changed:
        return tr("Changed since the last commit");
    case collection::GitMark::New:
        return tr("New since the last commit");
    case collection::GitMark::Conflict:
        return tr("A merge left a conflict here");
    }
    Q_UNREACHABLE();
}

collection::GitMark CollectionModel::markOf(const collection::Entry &node) const
{
    return node.kind == collection::Entry::Kind::Request ? collection::GitMark::None
                                                         : m_marks.of(node.path);
}

bool CollectionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const QString name = value.toString().simplified();
    if (!name.isEmpty() && name != itemOf(index)->node.name)
        Q_EMIT nameEdited(index, name);
    return true;
}

Qt::ItemFlags CollectionModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    if (index.parent().isValid()) // a folder that was opened stays where it is
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    return flags;
}

QStringList CollectionModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

// What other programs can use of it: the file.
QMimeData *CollectionModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes)
        urls.append(QUrl::fromLocalFile(itemOf(index)->node.path));
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

Qt::DropActions CollectionModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

QModelIndex CollectionModel::find(const QString &path, int index) const
{
    const auto search = [&](const auto &self, const Item *item) -> const Item * {
        if (item->node.path == path && indexIn(item->node) == index && item != m_root.get())
            return item;
        for (const auto &child : item->children) {
            if (const Item *found = self(self, child.get()))
                return found;
        }
        return nullptr;
    };
    const Item *found = search(search, m_root.get());
    return found ? indexOf(found) : QModelIndex();
}

std::vector<CollectionModel::Listed> CollectionModel::requests() const
{
    std::vector<Listed> list;
    const auto walk = [&](const auto &self, const Item *item, const QString &where) -> void {
        for (const auto &child : item->children) {
            const collection::Entry &node = child->node;
            if (node.kind == collection::Entry::Kind::Request)
                list.push_back({node.name, where, node.method, node.path, indexIn(node)});
            self(self, child.get(),
                 where.isEmpty() ? node.name : where + QStringLiteral(" / ") + node.name);
        }
    };
    walk(walk, m_root.get(), {});
    return list;
}

} // namespace sonde::ui
