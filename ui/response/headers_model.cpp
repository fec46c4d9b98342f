#include "ui/response/headers_model.h"

#include "trace/head_check.h"
#include "ui/protocol/wire_words.h"
#include "ui/widgets/body_view/text_decoder.h"
#include "ui/widgets/format.h"

#include <QFont>
#include <QLocale>

namespace sonde::ui
{
namespace
{

// Top-level rows carry this instead of their section's number.
constexpr quintptr sectionMark = ~quintptr(0);

// Octets as a person may read them: UTF-8 where it is, anything else visible.
QString shown(const QByteArray &octets)
{
    return TextDecoder().row(octets).text;
}

QString countText(size_t fields)
{
    return HeadersModel::tr("%n field(s)", nullptr, int(fields));
}

QString withSize(const QString &count, quint64 octets)
{
    if (octets == 0)
        return count;
    return HeadersModel::tr("%1, %2 on the wire").arg(count, exactOctetsText(qint64(octets)));
}

QString statusLine(const http::ResponseHead &head)
{
    QString line = QStringLiteral("%1 %2").arg(QLatin1String(http::versionName(head.version)),
                                               QString::number(head.status));
    if (!head.reason.isEmpty())
        line += QLatin1Char(' ') + shown(head.reason);
    return line;
}

// HTTP/2 carries the status as a field of its own (RFC 9113 section 8.3.2).
std::vector<http::Field> fieldsOf(const http::ResponseHead &head)
{
    std::vector<http::Field> fields = head.headers.fields();
    if (head.version == http::Version::Http2 && !head.headers.contains(":status"))
        fields.insert(fields.begin(), {":status", QByteArray::number(head.status)});
    return fields;
}

HeaderSection requestSection(const HopSnapshot &hop)
{
    const trace::ExchangeState &exchange = hop.exchange;
    const http::Request &request = exchange.request;
    const bool sent = !exchange.sentHeaders.isEmpty();
    QString line = QStringLiteral("%1 %2").arg(shown(request.method.token()),
                                               shown(request.target.pathAndQuery));
    if (exchange.response)
        line += QLatin1Char(' ') + QLatin1String(http::versionName(exchange.response->version));
    const auto &fields = sent ? exchange.sentHeaders.fields() : request.headers.fields();
    return {.kind = HeaderSection::Kind::Request,
            .title = (sent ? HeadersModel::tr("Request as sent: %1")
                           : HeadersModel::tr("Request, not sent: %1"))
                         .arg(line),
            .note = withSize(countText(fields.size()), exchange.sizes.requestHeadWire),
            .fields = fields};
}

bool isInterim(const trace::HeaderBlock &block)
{
    return !block.fields.empty() && block.fields.front().name == ":status" &&
           block.fields.front().value.startsWith('1');
}

void addCosts(HeaderSection &section, const trace::Conversation &conversation,
              const trace::HeaderBlock &block)
{
    if (!std::ranges::equal(section.fields, block.fields, trace::isSameField))
        return;
    section.costs.reserve(block.fields.size());
    for (const trace::WireField &field : block.fields)
        section.costs.push_back(
            {field.wireOctets, sentAsText(conversation, block.direction, field)});
}

} // namespace

// Blocks come in the order of the sections: interim heads, the head, trailers.
void addCosts(std::vector<HeaderSection> &sections, const WireView &wire, quint32 stream)
{
    if (!wire.http2 || stream == 0)
        return;
    const trace::Conversation &conversation = *wire.http2;
    for (const auto direction : {trace::Direction::Sent, trace::Direction::Received}) {
        int interim = 0;
        bool head = false;
        for (const quint64 number : trace::blocksOf(conversation, stream, direction)) {
            const trace::HeaderBlock &block = conversation.blocks[size_t(number)];
            using Kind = HeaderSection::Kind;
            auto kind = Kind::Request;
            if (direction == trace::Direction::Received)
                kind = head ? Kind::Trailers : isInterim(block) ? Kind::Interim : Kind::Response;
            else if (head)
                break; // trailers of a request have no section here
            const int index = kind == Kind::Interim ? interim++ : 0;
            head = head || kind == Kind::Response || kind == Kind::Request;
            for (HeaderSection &section : sections) {
                if (section.kind != kind || section.index != index)
                    continue;
                section.rows = {size_t(block.firstFrame), size_t(block.lastFrame)};
                addCosts(section, conversation, block);
            }
        }
    }
}

// Parts come in the order of the sections, too.
void addPlaces(std::vector<HeaderSection> &sections, const WireView &wire, quint32 message)
{
    using Kind = HeaderSection::Kind;
    using Part = trace::Http1Part;
    const auto interim = std::ranges::count(sections, Kind::Interim, &HeaderSection::kind);
    int heads = 0; // received
    for (size_t row = 0; wire.http1 && row < wire.http1->size(); ++row) {
        const Part &part = (*wire.http1)[row];
        const bool sent = part.direction == trace::Direction::Sent;
        const bool trailers = part.kind == Part::Kind::Trailers;
        if (part.message != message || (part.kind != Part::Kind::Head && !trailers))
            continue;
        if (sent && trailers)
            continue; // trailers of a request have no section here
        const auto kind = sent              ? Kind::Request
                          : trailers        ? Kind::Trailers
                          : heads < interim ? Kind::Interim
                                            : Kind::Response;
        const int index = kind == Kind::Interim ? heads : 0;
        heads += !sent && !trailers ? 1 : 0;
        for (HeaderSection &section : sections) {
            if (section.kind == kind && section.index == index)
                section.rows = {row, row};
        }
    }
}

std::vector<HeaderSection> headerSections(const HopSnapshot &hop)
{
    using Kind = HeaderSection::Kind;
    std::vector<HeaderSection> sections;
    const trace::ExchangeState &exchange = hop.exchange;
    int index = 0;
    for (const http::ResponseHead &head : exchange.interim) {
        sections.push_back({.kind = Kind::Interim,
                            .index = index++,
                            .title = HeadersModel::tr("Interim: %1").arg(statusLine(head)),
                            .note = countText(size_t(head.headers.size())),
                            .fields = fieldsOf(head)});
    }
    if (exchange.response) {
        auto fields = fieldsOf(*exchange.response);
        const QString note = withSize(countText(fields.size()), exchange.sizes.responseHeadWire);
        sections.push_back(
            {.kind = Kind::Response,
             .title = HeadersModel::tr("Response: %1").arg(statusLine(*exchange.response)),
             .note = note,
             .fields = std::move(fields)});
    }
    if (!exchange.trailers.isEmpty())
        sections.push_back({.kind = Kind::Trailers,
                            .title = HeadersModel::tr("Trailers"),
                            .note = countText(size_t(exchange.trailers.size())),
                            .fields = exchange.trailers.fields()});
    sections.push_back(requestSection(hop));
    return sections;
}

HeadersModel::HeadersModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void HeadersModel::reset(std::vector<HeaderSection> sections)
{
    beginResetModel();
    m_sections = std::move(sections);
    noteDearest();
    endResetModel();
}

void HeadersModel::noteDearest()
{
    m_dearest = 1;
    for (const HeaderSection &section : m_sections) {
        for (const FieldCost &cost : section.costs)
            m_dearest = std::max(m_dearest, cost.octets);
    }
}

bool HeadersModel::hasCosts() const
{
    return std::ranges::any_of(m_sections,
                               [](const HeaderSection &section) { return !section.costs.empty(); });
}

void HeadersModel::update(std::vector<HeaderSection> sections)
{
    // Sections only ever come, and each arrives whole; one whose fields changed goes and comes
    // again.
    for (size_t i = 0; i < sections.size(); ++i) {
        const bool here = i < m_sections.size() && m_sections[i].isSame(sections[i]);
        if (here && m_sections[i].fields == sections[i].fields) {
            if (m_sections[i] != sections[i]) {
                m_sections[i] = sections[i];
                Q_EMIT dataChanged(index(int(i), 0), index(int(i), Columns - 1));
                const QModelIndex parent = index(int(i), 0);
                if (const int rows = rowCount(parent); rows > 0)
                    Q_EMIT dataChanged(index(0, Cost, parent), index(rows - 1, SentAs, parent));
            }
            continue;
        }
        if (here) {
            beginRemoveRows({}, int(i), int(i));
            m_sections.erase(m_sections.begin() + qsizetype(i));
            endRemoveRows();
        }
        beginInsertRows({}, int(i), int(i));
        m_sections.insert(m_sections.begin() + qsizetype(i), sections[i]);
        endInsertRows();
    }
    if (m_sections.size() > sections.size()) {
        beginRemoveRows({}, int(sections.size()), int(m_sections.size()) - 1);
        m_sections.resize(sections.size());
        endRemoveRows();
    }
    noteDearest();
}

const http::Field *HeadersModel::field(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == sectionMark)
        return nullptr;
    return &m_sections[index.internalId()].fields[size_t(index.row())];
}

int HeadersModel::fieldCount() const
{
    int count = 0;
    for (const HeaderSection &section : m_sections)
        count += int(section.fields.size());
    return count;
}

QModelIndex HeadersModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : sectionMark);
}

QModelIndex HeadersModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == sectionMark)
        return {};
    return createIndex(int(index.internalId()), 0, sectionMark);
}

int HeadersModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    if (parent.internalId() != sectionMark || parent.column() != 0)
        return 0;
    return int(m_sections[size_t(parent.row())].fields.size());
}

QVariant HeadersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const http::Field *found = field(index);
    if (!found)
        return sectionData(m_sections[size_t(index.row())], index.column(), role);
    if (index.column() == Cost || index.column() == SentAs)
        return costData(index, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown(index.column() == Name ? found->name : found->value);
    case IsPseudoRole:
        return found->name.startsWith(':');
    case IsSectionRole:
        return false;
    case Qt::AccessibleDescriptionRole:
        return found->neverIndexed ? tr("Never indexed: no proxy may remember it") : QString();
    default:
        return {};
    }
}

QVariant HeadersModel::costData(const QModelIndex &index, int role) const
{
    const auto &costs = m_sections[index.internalId()].costs;
    if (size_t(index.row()) >= costs.size())
        return {};
    const FieldCost &cost = costs[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == SentAs)
            return cost.sentAs;
        return role == Qt::ToolTipRole ? exactOctetsText(qint64(cost.octets))
                                       : QLocale().toString(qulonglong(cost.octets));
    case ShareRole:
        return double(cost.octets) / double(m_dearest);
    case IsSectionRole:
    case IsPseudoRole:
        return false;
    default:
        return {};
    }
}

QVariant HeadersModel::sectionData(const HeaderSection &section, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? section.title : column == Value ? section.note : QVariant();
    case Qt::FontRole: {
        if (column != Name)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    case IsSectionRole:
        return true;
    default:
        return {};
    }
}

QVariant HeadersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Cost:
        return tr("On the wire");
    default:
        return tr("Sent as");
    }
}

} // namespace sonde::ui
