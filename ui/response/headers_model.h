// The header sections of one hop in wire order: interim heads, the final head, trailers, and the
// request as it was sent. Sections are added as they arrive; nothing is reset for one row. GUI
// thread.
#pragma once

#include "ui/response/hop_snapshot.h"

#include <QAbstractItemModel>

namespace sonde::ui
{

struct HeaderSection {
    enum class Kind : quint8 { Interim, Response, Trailers, Request };
    Kind kind = Kind::Response;
    int index = 0; // of an interim head
    QString title; // "Response: HTTP/1.1 200 OK"
    QString note;  // "14 fields, 512 bytes on the wire"
    std::vector<http::Field> fields;

    [[nodiscard]] bool isSame(const HeaderSection &other) const
    {
        return kind == other.kind && index == other.index;
    }
    bool operator==(const HeaderSection &) const = default;
};

[[nodiscard]] std::vector<HeaderSection> headerSections(const HopSnapshot &hop);

class HeadersModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Columns };
    enum Role { IsPseudoRole = Qt::UserRole, IsSectionRole };

    explicit HeadersModel(QObject *parent = nullptr);

    // Another hop or call.
    void reset(std::vector<HeaderSection> sections);
    // The same hop later.
    void update(std::vector<HeaderSection> sections);
    [[nodiscard]] const std::vector<HeaderSection> &sections() const { return m_sections; }
    // Null for a section's own row.
    [[nodiscard]] const http::Field *field(const QModelIndex &index) const;
    [[nodiscard]] int fieldCount() const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return Columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant sectionData(const HeaderSection &section, int column, int role) const;

    std::vector<HeaderSection> m_sections;
};

} // namespace sonde::ui
