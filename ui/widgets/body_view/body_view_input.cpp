// BodyView: caret, selection, keys, mouse and clipboard.
#include "ui/widgets/body_view/body_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

namespace sonde::ui
{
namespace
{

constexpr int autoScrollMilliseconds = 40;
// Copies above it are put together by a worker.
constexpr qint64 instantCopy = 1 << 20;

void putOnClipboard(const QString &text, const QByteArray &octets)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("application/octet-stream"), octets);
    QApplication::clipboard()->setMimeData(data);
}

// As a person would type it: "48 65 6c".
QString hexText(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex(' '));
}

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c.isSurrogate();
}

} // namespace

OctetRange BodyView::selection() const
{
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

void BodyView::select(OctetRange range)
{
    const qint64 size = m_store ? m_store->size() : 0;
    m_anchor = std::clamp<qint64>(range.from, 0, size);
    m_caret = std::clamp<qint64>(range.to, 0, size);
    viewport()->update();
    announceCaret();
    Q_EMIT selectionChanged();
}

void BodyView::selectAll()
{
    select({0, m_store ? m_store->size() : 0});
}

void BodyView::placeCaret(qint64 octet, Selecting selecting)
{
    const qint64 anchor = selecting == Selecting::Extend ? m_anchor : octet;
    select({anchor, octet});
}

void BodyView::reveal(qint64 octet)
{
    if (!m_rows || rowCount() == 0)
        return;
    updateScrollBars(); // the index may be ahead of what we were told
    const qint64 row = m_rows->rowAt(octet);
    const qint64 top = topRow();
    const qint64 whole = visibleRows();
    if (row < top || row >= top + whole) {
        // A step over the edge moves by a step; a jump lands a third down, with context on both
        // sides.
        const bool step = row == top - 1 || row == top + whole;
        setTopRow(step ? (row < top ? row : row - whole + 1) : row - whole / 3);
        userScrolled();
    }
    const auto shaped = shapedRow(row);
    if (!shaped)
        return;
    const int room = viewport()->width() - gutterWidth();
    const int x = int(shaped->xOf(octet));
    m_widest = std::max(m_widest, shaped->shape->width());
    updateScrollBars();
    QScrollBar *bar = horizontalScrollBar();
    if (x < bar->value() || x > bar->value() + room - 24)
        bar->setValue(x < room - 24 ? 0 : x - room / 2);
}

qint64 BodyView::octetAt(QPoint position) const
{
    if (!m_rows || rowCount() == 0)
        return 0;
    const qint64 down = position.y() < 0 ? -1 : position.y() / m_font->rowHeight();
    const qint64 number = std::clamp<qint64>(topRow() + down, 0, rowCount() - 1);
    const auto row = shapedRow(number);
    return row ? row->octetNear(std::max(position.x() - textLeft(), 0)) : 0;
}

// The next place a caret can stand, over whole characters and line ends.
qint64 BodyView::neighbour(qint64 octet, int direction) const
{
    const qint64 target = octet + direction;
    if (target < 0 || !m_store || target > m_store->size())
        return octet;
    const auto row = shapedRow(m_rows->rowAt(direction < 0 ? target : octet));
    if (!row || row->hex)
        return target;
    const auto within = qint32(octet - row->offset);
    if (direction > 0) {
        const auto next = std::upper_bound(row->octetAt.begin(), row->octetAt.end(), within);
        return next == row->octetAt.end() ? row->after : row->offset + *next;
    }
    const auto here = std::lower_bound(row->octetAt.begin(), row->octetAt.end(), within);
    return here == row->octetAt.begin() ? row->offset : row->offset + *std::prev(here);
}

qint64 BodyView::verticallyFrom(qint64 octet, qint64 rows) const
{
    const qint64 number = m_rows->rowAt(octet);
    const qint64 target = std::clamp<qint64>(number + rows, 0, std::max<qint64>(rowCount() - 1, 0));
    const auto from = shapedRow(number);
    const auto to = shapedRow(target);
    if (!from || !to)
        return octet;
    if (from->hex) // keep the column, not the nearest half of a digit pair
        return std::min(to->offset + (octet - from->offset), to->after);
    return target == number ? octet : to->octetNear(from->xOf(octet));
}

std::optional<qint64> BodyView::caretAfterKey(QKeyEvent *event) const
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const auto row = shapedRow(m_rows->rowAt(m_caret));
    if (!row)
        return std::nullopt;
    switch (event->key()) {
    case Qt::Key_Left:
        return neighbour(m_caret, -1);
    case Qt::Key_Right:
        return neighbour(m_caret, 1);
    case Qt::Key_Up:
        return verticallyFrom(m_caret, -1);
    case Qt::Key_Down:
        return verticallyFrom(m_caret, 1);
    case Qt::Key_PageUp:
        return verticallyFrom(m_caret, -visibleRows());
    case Qt::Key_PageDown:
        return verticallyFrom(m_caret, visibleRows());
    case Qt::Key_Home:
        return control ? 0 : row->offset;
    case Qt::Key_End:
        return control    ? m_store->size()
               : row->hex ? row->after
                          : row->offset + row->octetAt.back();
    default:
        return std::nullopt;
    }
}

void BodyView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const auto target = m_rows && rowCount() > 0 ? caretAfterKey(event) : std::nullopt;
    if (!target) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    placeCaret(*target, extend ? Selecting::Extend : Selecting::Move);
    reveal(*target);
}

OctetRange BodyView::unitRange(qint64 octet, Unit unit) const
{
    const auto row = m_rows && rowCount() > 0 ? shapedRow(m_rows->rowAt(octet)) : nullptr;
    if (!row || unit == Unit::Character)
        return {octet, octet};
    if (unit == Unit::Row || row->hex)
        return {row->offset, row->after};
    const QString &text = row->shape->text();
    const auto place =
        std::lower_bound(row->octetAt.begin(), row->octetAt.end(), qint32(octet - row->offset));
    auto from = qsizetype(place - row->octetAt.begin());
    auto to = std::min(from, text.size());
    from = to;
    while (from > 0 && isWordUnit(text[from - 1]))
        --from;
    while (to < text.size() && isWordUnit(text[to]))
        ++to;
    return {row->offset + row->octetAt[size_t(from)], row->offset + row->octetAt[size_t(to)]};
}

void BodyView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qint64 octet = octetAt(event->position().toPoint());
    const bool third = m_sinceDoubleClick.isValid() &&
                       m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval();
    m_sinceDoubleClick.invalidate();
    m_dragging = true;
    m_dragBy = third ? Unit::Row : Unit::Character;
    m_dragUnit = unitRange(octet, m_dragBy);
    if (third)
        select(m_dragUnit);
    else
        placeCaret(octet,
                   event->modifiers() & Qt::ShiftModifier ? Selecting::Extend : Selecting::Move);
    if (event->modifiers() & Qt::ShiftModifier)
        m_dragUnit = {m_anchor, m_anchor};
}

void BodyView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_dragBy = Unit::Word;
    m_dragUnit = unitRange(octetAt(event->position().toPoint()), Unit::Word);
    select(m_dragUnit);
    m_sinceDoubleClick.start();
}

void BodyView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_dragPosition = event->position().toPoint();
    dragTo(m_dragPosition);
    // The last line of pixels counts, too: of a window that fills the screen nothing is below it.
    const bool outside = m_dragPosition.y() < 0 || m_dragPosition.y() >= viewport()->height() - 1;
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(autoScrollMilliseconds, this);
    else if (!outside)
        m_autoScroll.stop();
}

void BodyView::dragTo(QPoint position)
{
    const OctetRange unit = unitRange(octetAt(position), m_dragBy);
    if (unit.from < m_dragUnit.from)
        select({m_dragUnit.to, unit.from});
    else
        select({m_dragUnit.from, std::max(unit.to, m_dragUnit.to)});
}

void BodyView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = false;
    m_autoScroll.stop();
}

void BodyView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_coalesce.timerId()) {
        m_coalesce.stop();
        updateScrollBars();
        return;
    }
    if (event->timerId() == m_growth.timerId()) {
        m_growth.stop();
        fitScrollBars();
        return;
    }
    if (event->timerId() != m_autoScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    // The further outside, the faster.
    const int beyond =
        m_dragPosition.y() < 0 ? m_dragPosition.y() : m_dragPosition.y() - viewport()->height() + 1;
    setTopRow(std::clamp<qint64>(topRow() + beyond / 8 + (beyond < 0 ? -1 : 1), 0,
                                 std::max<qint64>(rowCount() - visibleRows(), 0)));
    userScrolled();
    dragTo(m_dragPosition);
}

void BodyView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void BodyView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void BodyView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copyAction = menu.addAction(tr("Copy"), this, &BodyView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(!selection().isEmpty());
    QAction *allAction = menu.addAction(tr("Select all"), this, &BodyView::selectAll);
    allAction->setShortcut(QKeySequence::SelectAll);
    menu.addSeparator();
    menu.addActions(actions());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? viewport()->mapToGlobal(caretRectangle().bottomLeft()) : event->globalPos());
}

void BodyView::copy()
{
    const OctetRange range = selection();
    if (range.isEmpty() || !m_store)
        return;
    if (range.length() > copyLimit) {
        Q_EMIT copyRefused(range.length());
        return;
    }
    const auto make = [store = m_store, range, mode = m_mode, charset = m_charset] {
        const auto octets = store->read(range.from, range.length()).value_or(QByteArray());
        return std::pair(mode == Mode::Hex ? hexText(octets) : TextDecoder(charset).plain(octets),
                         octets);
    };
    if (range.length() <= instantCopy) {
        const auto [text, octets] = make();
        putOnClipboard(text, octets);
        return;
    }
    body::workers().start([make] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [made = make()] { putOnClipboard(made.first, made.second); }, Qt::QueuedConnection);
    });
}

void BodyView::announceCaret()
{
    if (!QAccessible::isActive())
        return;
    const auto row = m_rows && rowCount() > 0 ? shapedRow(m_rows->rowAt(m_caret)) : nullptr;
    if (!row)
        return;
    QAccessibleTextCursorEvent event(this, int(row->xOf(m_caret) / m_font->cell()));
    QAccessible::updateAccessibility(&event);
}

} // namespace sonde::ui
