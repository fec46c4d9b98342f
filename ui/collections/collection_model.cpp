#include "ui/collections/collection_model.h"

#include <algorithm>

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
    // Gone first, so that what remains is in the order of `nodes` but for moves, which are rare
    // enough to be a removal and an insertion.
    for (int row = int(into->children.size()) - 1; row >= 0; --row) {
        const collection::Entry &old = into->children[size_t(row)]->node;
        if (std::ranges::any_of(nodes, [&](const auto &node) { return sameThing(node, old); }))
            continue;
        beginRemoveRows(indexOf(into), row, row);
        into->children.erase(into->children.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(nodes.size()); ++row) {
        const collection::Entry &node = nodes[size_t(row)];
        while (row < int(into->children.size()) &&
               !sameThing(into->children[size_t(row)]->node, node)) {
            const bool known = std::ranges::any_of(
                into->children, [&](const auto &child) { return sameThing(child->node, node); });
            if (!known)
                break;
            beginRemoveRows(indexOf(into), row, row);
            into->children.erase(into->children.begin() + row);
            endRemoveRows();
        }
        if (row >= int(into->children.size()) ||
            !sameThing(into->children[size_t(row)]->node, node)) {
            insert(into, row, node);
            continue;
        }
        Item *item = into->children[size_t(row)].get();
        if (!looksAlike(item->node, node)) {
            item->node = node;
            item->node.children.clear();
            Q_EMIT dataChanged(indexOf(item), indexOf(item));
        }
        merge(item, node.children);
    }
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

QVariant CollectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const collection::Entry &node = itemOf(index)->node;
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case Qt::ToolTipRole:
        if (!node.problem.isEmpty())
            return node.problem;
        return node.description.isEmpty() ? node.path : node.description;
    case Qt::AccessibleTextRole:
        return node.method.isEmpty() ? node.name : node.method + u' ' + node.name;
    case Qt::AccessibleDescriptionRole:
        return node.problem;
    case KindRole:
        return int(node.kind);
    case PathRole:
        return node.path;
    case IndexRole:
        return indexIn(node);
    case MethodRole:
        return node.method;
    case ProblemRole:
        return node.problem;
    default:
        return {};
    }
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
