// The header sections of one hop in wire order: interim heads, the final head, trailers, and the
// request as it was sent. Sections are added as they arrive; nothing is reset for one row. GUI
// thread.
#pragma once

#include "ui/protocol/wire_view.h"
#include "ui/response/hop_snapshot.h"

#include <QAbstractItemModel>

namespace sonde::ui
{

// How a field stood on the wire.
struct FieldCost {
    quint64 octets = 0;
    QString sentAs; // "index 62, put into the table by stream 1"

    bool operator==(const FieldCost &) const = default;
};

struct HeaderSection {
    enum class Kind : quint8 { Interim, Response, Trailers, Request };
    Kind kind = Kind::Response;
    int index = 0; // of an interim head
    QString title; // "Response: HTTP/1.1 200 OK"
    QString note;  // "14 fields, 512 bytes on the wire"
    std::vector<http::Field> fields;
    std::vector<FieldCost> costs; // one per field, or none: not known
    // Of the wire view: those that hold the section, if any was recorded.
    struct Rows {
        size_t first = 0;
        size_t last = 0;
        bool operator==(const Rows &) const = default;
    };
    std::optional<Rows> rows;

    [[nodiscard]] bool isSame(const HeaderSection &other) const
    {
        return kind == other.kind && index == other.index;
    }
    bool operator==(const HeaderSection &) const = default;
};

[[nodiscard]] std::vector<HeaderSection> headerSections(const HopSnapshot &hop);
// What the record of the connection knows of them. A section whose fields differ from what was read
// off the wire is left without.
void addCosts(std::vector<HeaderSection> &sections, const WireView &wire, quint32 stream);
// The same of HTTP/1, which has no costs: where its heads are, those of this message.
void addPlaces(std::vector<HeaderSection> &sections, const WireView &wire, quint32 message);

class HeadersModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Cost, SentAs, Columns };
    // Of a Cost: its share of the dearest field.
    enum Role { IsPseudoRole = Qt::UserRole, IsSectionRole, ShareRole };

    explicit HeadersModel(QObject *parent = nullptr);

    // Another hop or call.
    void reset(std::vector<HeaderSection> sections);
    // The same hop later.
    void update(std::vector<HeaderSection> sections);
    [[nodiscard]] const std::vector<HeaderSection> &sections() const { return m_sections; }
    // Null for a section's own row.
    [[nodiscard]] const http::Field *field(const QModelIndex &index) const;
    [[nodiscard]] int fieldCount() const;
    [[nodiscard]] bool hasCosts() const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return Columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant costData(const QModelIndex &index, int role) const;
    void noteDearest();
    [[nodiscard]] QVariant sectionData(const HeaderSection &section, int column, int role) const;

    std::vector<HeaderSection> m_sections;
    quint64 m_dearest = 1; // octets
};

} // namespace sonde::ui
