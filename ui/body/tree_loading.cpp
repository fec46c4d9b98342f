// TreeModel: what the workers count and find, and how it becomes rows.
#include "ui/body/tree_model.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <chrono>

namespace sonde::ui
{
namespace
{

using namespace std::chrono_literals;

constexpr qint64 slice = 256 << 10; // octets a worker scans between two looks at the clock
constexpr auto firstNews = 60ms;    // how long it counts before what it has is shown
constexpr auto laterNews = 300ms;

body::TreeChildren::Progress count(body::TreeChildren &children, body::JsonInput &input)
{
    const auto until =
        std::chrono::steady_clock::now() + (children.count() == 0 ? firstNews : laterNews);
    auto progress = body::TreeChildren::Progress::Partial;
    while (progress == body::TreeChildren::Progress::Partial &&
           std::chrono::steady_clock::now() < until)
        progress = children.advance(input, slice);
    return progress;
}

} // namespace

struct TreeModel::Findings {
    std::vector<body::TreeChild> children; // the next rows of the node
    bool fetched = false;
    std::optional<body::TreeChildren::Progress> scanned;
    std::optional<std::vector<body::TreePlace>> way; // to the octet
    qint64 octet = 0;
};

void TreeModel::start(quint64 node, Work work)
{
    const QPointer<TreeModel> self(this);
    // Through the application, which outlives the worker; `self` is only looked at on the GUI
    // thread.
    body::workers().start([self, node, work = std::move(work), source = m_source, stop = m_stop] {
        auto found = std::make_shared<Findings>();
        body::JsonInput input(source, stop);
        work(*found, input);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, node, stop, found] {
                if (self && !*stop)
                    self->takeOver(node, *found);
            },
            Qt::QueuedConnection);
    });
}

void TreeModel::takeOver(quint64 id, const Findings &found)
{
    if (found.way && found.octet == m_wanted) // nothing else has been asked for since
        m_way = found.way;
    TreeNode *node = m_nodes.value(id);
    if (node && found.fetched) {
        node->fetching = false;
        insert(*node, found.children);
    }
    if (node && found.scanned) {
        node->listing->scanning = false;
        // The first value of a document is there before the count has passed it by.
        node->count = std::max(node->listing->children->count(), qint64(node->rows.size()));
        fill(*node);
        if (found.scanned == body::TreeChildren::Progress::Partial)
            scan(*node);
        if (!node->isDocument()) {
            const QModelIndex value = indexOf(*node, Value);
            Q_EMIT dataChanged(value, value);
        }
    }
    goOnRevealing();
}

std::unique_ptr<TreeNode> TreeModel::makeNode(TreeNode &parent, qint64 first)
{
    auto node = std::make_unique<TreeNode>();
    node->id = ++m_lastId;
    node->parent = &parent;
    node->row = int(parent.rows.size());
    node->first = first;
    return node;
}

void TreeModel::load(TreeNode &node)
{
    node.asked = true;
    m_nodes.insert(node.id, &node);
    if (node.isStretch) {
        // Not at once: a view may ask while rows are being inserted.
        QMetaObject::invokeMethod(
            this,
            [this, id = node.id] {
                if (TreeNode *stretch = m_nodes.value(id))
                    fill(*stretch);
            },
            Qt::QueuedConnection);
        return;
    }
    if (!node.listing)
        node.listing = std::make_shared<TreeListing>(m_form->childrenOf(node.child));
    if (node.isDocument()) {
        // A gigabyte may lie between the first value's begin and its end.
        node.fetching = true;
        start(node.id, [form = m_form](Findings &found, body::JsonInput &input) {
            if (const auto first = form->first(input))
                found.children.push_back(*first);
            found.fetched = true;
        });
    }
    scan(node);
}

void TreeModel::scan(TreeNode &node)
{
    const auto listing = node.listing;
    if (listing->scanning || listing->children->isWhole())
        return;
    listing->scanning = true;
    start(node.id, [listing](Findings &found, body::JsonInput &input) {
        found.scanned = count(*listing->children, input);
    });
}

void TreeModel::noteGrowth()
{
    // What waits for octets is some few containers on the way to the end.
    for (TreeNode *node : std::as_const(m_nodes)) {
        if (node->holdsListing() && node->asked)
            scan(*node);
    }
    if (m_document && m_document->rows.empty() && !m_document->fetching && !m_document->count)
        load(*m_document);
}

void TreeModel::forget(const TreeNode &node)
{
    m_nodes.remove(node.id);
    for (const auto &row : node.rows)
        forget(*row);
}

void TreeModel::dropRows(TreeNode &node)
{
    if (node.rows.empty())
        return;
    beginRemoveRows(indexOf(node), 0, int(node.rows.size()) - 1);
    for (const auto &row : node.rows)
        forget(*row);
    node.rows.clear();
    endRemoveRows();
}

// Rows for all children that are known.
void TreeModel::fill(TreeNode &node)
{
    if (node.fetching)
        return;
    const qint64 unit = TreeNode::unitFor(node.count);
    if (unit != node.unit) {
        dropRows(node);
        node.unit = unit;
    }
    if (unit > 1)
        fillStretches(node);
    else if (qint64(node.rows.size()) < node.count)
        fetch(node);
}

void TreeModel::fillStretches(TreeNode &node)
{
    const qint64 wanted = (node.count + node.unit - 1) / node.unit;
    if (!node.rows.empty()) {
        TreeNode &last = *node.rows.back();
        const qint64 known =
            std::min(node.unit, node.count - qint64(node.rows.size() - 1) * node.unit);
        if (known != last.count) {
            last.count = known;
            Q_EMIT dataChanged(indexOf(last), indexOf(last, Value));
            if (last.asked)
                fill(last);
        }
    }
    if (qint64(node.rows.size()) >= wanted)
        return;
    beginInsertRows(indexOf(node), int(node.rows.size()), int(wanted) - 1);
    while (qint64(node.rows.size()) < wanted) {
        const qint64 before = qint64(node.rows.size()) * node.unit;
        auto stretch = makeNode(node, node.first * (node.isStretch ? 1 : 0) + before);
        stretch->isStretch = true;
        stretch->count = std::min(node.unit, node.count - before);
        stretch->listing = node.listing;
        node.rows.push_back(std::move(stretch));
    }
    endInsertRows();
}

void TreeModel::fetch(TreeNode &node)
{
    node.fetching = true;
    const qint64 first = (node.isStretch ? node.first : 0) + qint64(node.rows.size());
    const qint64 wanted = node.count - qint64(node.rows.size());
    start(node.id,
          [listing = node.listing, first, wanted](Findings &found, body::JsonInput &input) {
              found.children = listing->children->children(input, first, wanted);
              found.fetched = true;
          });
}

void TreeModel::insert(TreeNode &node, const std::vector<body::TreeChild> &children)
{
    if (!children.empty()) {
        const qint64 before = (node.isStretch ? node.first : 0) + qint64(node.rows.size());
        beginInsertRows(indexOf(node), int(node.rows.size()),
                        int(node.rows.size() + children.size()) - 1);
        for (const body::TreeChild &child : children) {
            auto row = makeNode(node, before + (&child - children.data()));
            row->child = child;
            node.rows.push_back(std::move(row));
        }
        node.count = std::max(node.count, qint64(node.rows.size()));
        endInsertRows();
        // The root of one document is named otherwise once there is a second.
        if (node.isDocument() && node.rows.size() > 1 && !std::exchange(node.isSeveral, true))
            Q_EMIT dataChanged(indexOf(*node.rows.front()), indexOf(*node.rows.front()));
        fill(node); // what has been counted since
    }
}

void TreeModel::reveal(qint64 octet)
{
    m_way.reset();
    if (!m_document)
        return;
    m_wanted = octet;
    start(m_document->id, [octet, form = m_form](Findings &found, body::JsonInput &input) {
        found.way = form->places(input, octet);
        found.octet = octet;
    });
}

// As far as there are rows; goes on when more have come.
void TreeModel::goOnRevealing()
{
    if (!m_way)
        return;
    TreeNode *node = m_document.get();
    for (auto place = m_way->begin(); place != m_way->end();) {
        if (!node->hasRows()) {
            m_way.reset();
            return;
        }
        if (!node->asked)
            load(*node);
        const qint64 below = place->index - (node->isStretch ? node->first : 0);
        const auto row = size_t(below / node->unit);
        if (row >= node->rows.size()) {
            if (node->isCounted() && !node->fetching && below >= node->count)
                m_way.reset(); // it is not there, and never will be
            return;
        }
        node = node->rows[row].get();
        if (!node->isStretch)
            ++place;
    }
    m_way.reset();
    Q_EMIT revealed(indexOf(*node));
}

} // namespace sonde::ui
