// A row of the tree: a value, or a stretch of the children of one that has very many. GUI
// thread; a worker holds the listing alone.
#pragma once

#include "body/tree_form.h"

#include <memory>
#include <vector>

namespace sonde::ui
{

// What is under a container, counted by a worker while the view shows what is known.
struct TreeListing {
    explicit TreeListing(std::unique_ptr<body::TreeChildren> all)
        : children(std::move(all))
    {
    }
    const std::unique_ptr<body::TreeChildren> children;
    bool scanning = false; // GUI thread: a worker advances it
};

struct TreeNode {
    // More than a thousand rows beside each other help nobody: they are put into stretches.
    static constexpr qint64 mostRows = body::TreeChildren::bucket;

    quint64 id = 0;
    TreeNode *parent = nullptr; // null for the document itself
    int row = 0;
    bool isStretch = false;
    body::TreeChild child;                // unless it is a stretch or the document
    qint64 first = 0;                     // among its siblings; of a stretch: its first child
    qint64 count = 0;                     // children known so far, or those in the stretch
    qint64 unit = 1;                      // children to a row below
    bool asked = false;                   // its rows are wanted
    bool isSeveral = false;               // the document has more values than one
    bool fetching = false;                // a worker looks for its rows
    std::shared_ptr<TreeListing> listing; // of the container this is or belongs to
    std::vector<std::unique_ptr<TreeNode>> rows;

    [[nodiscard]] bool isDocument() const { return !parent; }
    [[nodiscard]] bool holdsListing() const
    {
        return isDocument() || (!isStretch && child.isContainer);
    }
    [[nodiscard]] bool hasRows() const { return holdsListing() || isStretch; }
    // All children are known, and what the worker found has been taken over.
    [[nodiscard]] bool isCounted() const
    {
        return isStretch || (asked && !listing->scanning && listing->children->isWhole());
    }
    // The value that this belongs to directly: past the stretches.
    [[nodiscard]] const TreeNode *container() const
    {
        const TreeNode *node = parent;
        while (node && node->isStretch)
            node = node->parent;
        return node;
    }
    // The smallest power of a thousand that keeps the rows few.
    [[nodiscard]] static qint64 unitFor(qint64 children)
    {
        qint64 unit = 1;
        while ((children + unit - 1) / unit > mostRows)
            unit *= mostRows;
        return unit;
    }
};

} // namespace sonde::ui
