// The messages of a TLS handshake as a ladder: a row for each, drawn as an arrow between the two
// sides and readable as a table; above it the same on an axis of time. GUI thread.
#pragma once

#include "trace/tls.h"
#include "ui/widgets/row_table.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace sonde::ui
{

class TlsLadder : public RowTable<trace::TlsMessage>
{
    Q_OBJECT
public:
    enum Column { Time, Message, Octets, Secrecy, Columns };
    static constexpr int DirectionRole = Qt::UserRole; // of a Message: whether it was sent

    explicit TlsLadder(QObject *parent = nullptr); // times are told from the first row

private:
    [[nodiscard]] QString cell(const trace::TlsMessage &message, int column) const override;
    [[nodiscard]] QVariant look(const trace::TlsMessage &message, int column,
                                int role) const override;
};

// An arrow from one side to the other with the name of the message on it.
class RungDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

// When the messages went: those sent above the line, those received below it.
class TlsAxis : public QWidget
{
    Q_OBJECT
public:
    explicit TlsAxis(QWidget *parent = nullptr);

    void setMessages(const std::vector<trace::TlsMessage> &messages);
    void setCurrent(int message); // -1: none

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<trace::TlsMessage> m_messages;
    int m_current = -1;
};

} // namespace sonde::ui
