#include "ui/body/tree_model.h"

#include "ui/widgets/body_view/text_decoder.h"

#include <QLocale>

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr qint64 shownOctets = 300; // of a name or a value, in a row

Token tokenOf(body::TreeForm::Meaning meaning)
{
    using enum body::TreeForm::Meaning;
    switch (meaning) {
    case Text:
        return Token::SyntaxString;
    case Number:
        return Token::SyntaxNumber;
    case Keyword:
        return Token::SyntaxKeyword;
    case Comment:
        return Token::SyntaxComment;
    case Container:
        return Token::Muted;
    case Broken:
        break;
    }
    return Token::Danger;
}

} // namespace

TreeModel::TreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_form(body::TreeForm::of(body::Language::Json))
{
}

TreeModel::~TreeModel()
{
    *m_stop = true;
}

void TreeModel::setSource(std::shared_ptr<const body::ByteSource> source,
                          const body::TreeForm &form, const QByteArray &charset)
{
    const bool otherCharset = std::exchange(m_charset, charset) != charset;
    if (source == m_source && &form == m_form) {
        // The values stand where they stood.
        if (otherCharset && m_input) {
            setReading();
            const int rows = rowCount();
            if (rows > 0)
                Q_EMIT dataChanged(index(0, Name, {}), index(rows - 1, Value, {}));
        }
        return;
    }
    beginResetModel();
    *m_stop = true;
    m_stop = body::makeStopMark();
    m_nodes.clear();
    m_way.reset();
    m_document.reset();
    m_input.reset();
    m_source = std::move(source);
    m_form = &form;
    if (m_source) {
        m_input = std::make_unique<body::JsonInput>(m_source);
        setReading();
        m_document = std::make_unique<TreeNode>();
        m_document->id = ++m_lastId;
        m_document->listing = std::make_shared<TreeListing>(m_form->childrenOf(std::nullopt));
        m_nodes.insert(m_document->id, m_document.get());
    }
    endResetModel();
    if (m_document && !m_document->asked) // a view may have asked at once
        load(*m_document);
}

void TreeModel::setReading()
{
    m_input->setReading([decoder = std::make_shared<TextDecoder>(m_charset)](
                            const QByteArray &octets) { return decoder->readable(octets); });
}

TreeNode *TreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<TreeNode *>(index.internalPointer()) : m_document.get();
}

QModelIndex TreeModel::indexOf(const TreeNode &node, int column) const
{
    return node.isDocument() ? QModelIndex() : createIndex(node.row, column, &node);
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const TreeNode *node = nodeOf(parent);
    if (!node || row < 0 || size_t(row) >= node->rows.size() || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, node->rows[size_t(row)].get());
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    return node && node->parent ? indexOf(*node->parent) : QModelIndex();
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    const TreeNode *node = parent.column() > 0 ? nullptr : nodeOf(parent);
    return node ? int(node->rows.size()) : 0;
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    const TreeNode *node = parent.column() > 0 ? nullptr : nodeOf(parent);
    if (!node || !node->hasRows())
        return false;
    const bool empty = !node->isStretch && node->isCounted() && node->count == 0;
    return !empty;
}

bool TreeModel::canFetchMore(const QModelIndex &parent) const
{
    const TreeNode *node = nodeOf(parent);
    return node && node->hasRows() && !node->asked;
}

void TreeModel::fetchMore(const QModelIndex &parent)
{
    if (TreeNode *node = nodeOf(parent); node && !node->asked)
        load(*node);
}

QString TreeModel::nameOf(const TreeNode &node) const
{
    const QLocale locale;
    if (node.isStretch)
        return QStringLiteral("[%1 … %2]")
            .arg(locale.toString(node.first), locale.toString(node.first + node.count - 1));
    const QByteArray name = m_form->name(*m_input, node.child, shownOctets);
    if (node.child.hasKey() || !name.isEmpty())
        return inOneLine(QString::fromUtf8(name));
    // A document of one value has it for its root.
    const bool only = node.parent->isDocument() && !node.parent->isSeveral;
    return only ? QStringLiteral("$") : QStringLiteral("[%1]").arg(node.first);
}

QString TreeModel::countOf(const TreeNode &node) const
{
    const auto count = int(std::min<qint64>(node.count, std::numeric_limits<int>::max()));
    const bool members = !node.isStretch && m_form->hasMembers(node.child);
    const QString text =
        members ? tr("%Ln member(s)", nullptr, count) : tr("%Ln item(s)", nullptr, count);
    return (members ? QStringLiteral("{ %1%2 }") : QStringLiteral("[ %1%2 ]"))
        .arg(text, node.isCounted() ? QString() : QStringLiteral("…"));
}

QString TreeModel::valueOf(const TreeNode &node) const
{
    const bool counted = node.asked && (node.count > 0 || !hasChildren(indexOf(node)));
    if (node.isStretch || counted)
        return countOf(node);
    return inOneLine(QString::fromUtf8(m_form->value(*m_input, node.child, shownOctets)));
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return index.column() == Name ? nameOf(*node) : valueOf(*node);
    if (role == Qt::ForegroundRole) {
        const Theme &theme = Theme::instance();
        if (index.column() == Value)
            return theme.color(node->isStretch ? Token::Muted
                                               : tokenOf(m_form->meaning(node->child)));
        return theme.color(!node->isStretch && node->child.hasKey() ? Token::SyntaxKey
                                                                    : Token::Muted);
    }
    return {};
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

std::optional<body::TreeChild> TreeModel::childAt(const QModelIndex &index) const
{
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    return node && !node->isStretch ? std::optional(node->child) : std::nullopt;
}

QByteArray TreeModel::pathOf(const QModelIndex &index) const
{
    std::vector<body::TreePlace> places;
    const TreeNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (node && node->isStretch)
        node = node->container();
    for (; node && !node->isDocument(); node = node->container())
        places.push_back({node->first, node->child});
    std::ranges::reverse(places);
    return places.empty() ? QByteArray() : m_form->path(*m_input, places);
}

} // namespace sonde::ui
