// Beside the octets of a body: what those at the cursor are as numbers and characters, in both
// orders. GUI thread.
#pragma once

#include "body/octet_reading.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>

class QLabel;
class QTableView;

namespace sonde::ui
{

class BodyView;

class OctetReadingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Form, Little, Big, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setOctets(const QByteArray &octets);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString nameOf(body::OctetForm form);

    QByteArray m_octets;
};

class HexInspector : public QWidget
{
    Q_OBJECT
public:
    explicit HexInspector(BodyView *view, QWidget *parent = nullptr);

    // The cursor has moved, or octets have come where it stands.
    void refresh();
    [[nodiscard]] OctetReadingModel &model() { return m_model; }
    // Where the cursor is and how much is selected.
    [[nodiscard]] QString place() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copyValue();
    void fitNames();

    BodyView *m_view;
    OctetReadingModel m_model;
    QLabel *m_place;
    QTableView *m_table;
};

} // namespace sonde::ui
