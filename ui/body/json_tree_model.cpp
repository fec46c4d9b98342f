#include "ui/body/json_tree_model.h"

#include "body/json_compact.h"
#include "body/json_text.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr qint64 shownOctets = 300; // of a name or a value, in a row

Token tokenOf(body::JsonKind kind)
{
    switch (kind) {
    case body::JsonKind::String:
        return Token::SyntaxString;
    case body::JsonKind::Number:
        return Token::SyntaxNumber;
    case body::JsonKind::True:
    case body::JsonKind::False:
    case body::JsonKind::Null:
        return Token::SyntaxKeyword;
    case body::JsonKind::Object:
    case body::JsonKind::Array:
        return Token::Muted;
    case body::JsonKind::Broken:
        break;
    }
    return Token::Danger;
}

// One line, whatever stands in it.
QString lineOf(const QByteArray &utf8)
{
    QString text = QString::fromUtf8(utf8);
    for (QChar &c : text) {
        if (c.unicode() < 0x20)
            c = QChar(0x2400 + c.unicode()); // Unicode 15, Control Pictures
    }
    return text;
}

// Octets of a scalar from its first one on, up to what ends it.
QByteArray scalarText(const QByteArray &octets, body::JsonKind kind)
{
    if (kind == body::JsonKind::String) {
        for (qsizetype at = 1; at < octets.size(); ++at) {
            if (octets[at] == '\\')
                ++at;
            else if (octets[at] == '"')
                return octets.first(at + 1);
        }
        return octets;
    }
    const auto end = std::ranges::find_if(octets, [](char c) {
        return c == ',' || c == ']' || c == '}' || static_cast<unsigned char>(c) <= ' ';
    });
    return octets.first(end - octets.begin());
}

// A container on one line, up to its end or what there is of it.
QByteArray containerText(const QByteArray &octets)
{
    QByteArray text;
    body::JsonCompact().feed(octets, text);
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']') && --depth == 0)
            return text.first(at + 1);
    }
    return text + "…";
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

JsonTreeModel::~JsonTreeModel()
{
    *m_stop = true;
}

void JsonTreeModel::setSource(std::shared_ptr<const body::ByteSource> source)
{
    if (source == m_source)
        return;
    beginResetModel();
    *m_stop = true;
    m_stop = body::makeStopMark();
    m_nodes.clear();
    m_way.reset();
    m_document.reset();
    m_input.reset();
    m_source = std::move(source);
    if (m_source) {
        m_input = std::make_unique<body::JsonInput>(m_source);
        m_document = std::make_unique<JsonNode>();
        m_document->id = ++m_lastId;
        m_document->listing = std::make_shared<JsonListing>(std::nullopt);
        m_nodes.insert(m_document->id, m_document.get());
    }
    endResetModel();
    if (m_document && !m_document->asked) // a view may have asked at once
        load(*m_document);
}

JsonNode *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<JsonNode *>(index.internalPointer()) : m_document.get();
}

QModelIndex JsonTreeModel::indexOf(const JsonNode &node, int column) const
{
    return node.isDocument() ? QModelIndex() : createIndex(node.row, column, &node);
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const JsonNode *node = nodeOf(parent);
    if (!node || row < 0 || size_t(row) >= node->rows.size() || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, node->rows[size_t(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    const JsonNode *node = index.isValid() ? nodeOf(index) : nullptr;
    return node && node->parent ? indexOf(*node->parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    const JsonNode *node = parent.column() > 0 ? nullptr : nodeOf(parent);
    return node ? int(node->rows.size()) : 0;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    const JsonNode *node = parent.column() > 0 ? nullptr : nodeOf(parent);
    if (!node || !node->hasRows())
        return false;
    const bool empty = !node->isStretch && node->isCounted() && node->count == 0;
    return !empty;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const JsonNode *node = nodeOf(parent);
    return node && node->hasRows() && !node->asked;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (JsonNode *node = nodeOf(parent); node && !node->asked)
        load(*node);
}

QString JsonTreeModel::nameOf(const JsonNode &node) const
{
    const QLocale locale;
    if (node.isStretch)
        return QStringLiteral("[%1 … %2]")
            .arg(locale.toString(node.first), locale.toString(node.first + node.count - 1));
    if (node.child.hasKey()) {
        const qint64 to = std::min(node.child.keyTo, node.child.keyFrom + shownOctets);
        return lineOf(body::unescapedJson(m_input->text(node.child.keyFrom, to)));
    }
    // A document of one value has it for its root.
    const bool only = node.parent->isDocument() && !node.parent->isSeveral;
    return only ? QStringLiteral("$") : QStringLiteral("[%1]").arg(node.first);
}

QString JsonTreeModel::countOf(const JsonNode &node) const
{
    const auto count = int(std::min<qint64>(node.count, std::numeric_limits<int>::max()));
    const bool members = !node.isStretch && node.child.kind == body::JsonKind::Object;
    const QString text =
        members ? tr("%Ln member(s)", nullptr, count) : tr("%Ln item(s)", nullptr, count);
    return (members ? QStringLiteral("{ %1%2 }") : QStringLiteral("[ %1%2 ]"))
        .arg(text, node.isCounted() ? QString() : QStringLiteral("…"));
}

QString JsonTreeModel::valueOf(const JsonNode &node) const
{
    const bool counted = node.asked && (node.count > 0 || !hasChildren(indexOf(node)));
    if (node.isStretch || counted)
        return countOf(node);
    const QByteArray octets = m_input->text(node.child.from, node.child.from + shownOctets);
    if (!isContainer(node.child.kind)) {
        const QByteArray text = scalarText(octets, node.child.kind);
        return lineOf(text) + (text.size() == shownOctets ? QStringLiteral("…") : QString());
    }
    return lineOf(containerText(octets));
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    const JsonNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return index.column() == Name ? nameOf(*node) : valueOf(*node);
    if (role == Qt::ForegroundRole) {
        const Theme &theme = Theme::instance();
        if (index.column() == Value)
            return theme.color(node->isStretch ? Token::Muted : tokenOf(node->child.kind));
        return theme.color(!node->isStretch && node->child.hasKey() ? Token::SyntaxKey
                                                                    : Token::Muted);
    }
    return {};
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

std::optional<body::JsonChild> JsonTreeModel::childAt(const QModelIndex &index) const
{
    const JsonNode *node = index.isValid() ? nodeOf(index) : nullptr;
    return node && !node->isStretch ? std::optional(node->child) : std::nullopt;
}

QByteArray JsonTreeModel::pathOf(const QModelIndex &index) const
{
    std::vector<body::JsonPlace> places;
    const JsonNode *node = index.isValid() ? nodeOf(index) : nullptr;
    if (node && node->isStretch)
        node = node->container();
    for (; node && !node->isDocument(); node = node->container())
        places.push_back({node->first, node->child});
    std::ranges::reverse(places);
    return places.empty() ? QByteArray() : body::normalizedPath(*m_input, places);
}

} // namespace sonde::ui
