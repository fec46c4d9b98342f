#include "ui/widgets/body_view/body_view.h"

#include "body/body_search.h"
#include "body/line_place.h"
#include "ui/widgets/body_view/body_accessible.h"
#include "ui/widgets/content_zoom.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace sonde::ui
{
namespace
{

constexpr int pad = 8;                     // left of the text and round the labels
constexpr int barMilliseconds = 100;       // between two steps of it
constexpr qint64 barRange = 1'000'000'000; // steps a scroll bar is given at most

} // namespace

BodyView::BodyView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installBodyAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Body"));
    setContentFont(ContentZoom::instance().font());
    connect(&ContentZoom::instance(), &ContentZoom::changed, this, [this] {
        setContentFont(ContentZoom::instance().font());
        viewport()->update();
    });
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (m_rows)
            m_rows->forgetShapes();
        viewport()->update();
    });
}

BodyView::~BodyView() = default;

void BodyView::setStore(std::shared_ptr<const body::ByteSource> store)
{
    m_store = std::move(store);
    m_anchor = m_caret = 0;
    m_dragging = false;
    m_shownAny = false;
    m_topOctet.reset();
    rebuildIndex();
    rebuildRows();
    setTopRow(0);
    Q_EMIT selectionChanged();
}

void BodyView::rebuildIndex()
{
    m_rows.reset(); // they point at it
    m_matched.reset();
    m_indexer.reset();
    if (m_mode == Mode::Text)
        makeIndex();
}

// Octets stand where they stand: only rows of text have to be looked for.
void BodyView::makeIndex()
{
    if (!m_store || m_indexer)
        return;
    m_indexer = std::make_unique<body::RowIndexer>(m_store, body::rowCodingOf(m_charset));
    connect(m_indexer.get(), &body::RowIndexer::advanced, this, [this] {
        showGrowth();
        if (m_matched)
            m_matched->noteProgress();
    });
}

void BodyView::rebuildRows()
{
    m_rows.reset();
    m_paintedWhole = false; // those that were
    m_widest = 0;
    if (m_store && m_mode == Mode::Hex)
        m_rows = std::make_unique<HexRows>(m_store, *m_font, m_isThere);
    else if (m_store)
        m_rows =
            std::make_unique<TextRows>(m_store, m_indexer->index(), *m_font, m_syntax, m_charset);
    if (m_matched && m_mode == Mode::Text)
        m_rows = std::make_unique<FilteredRows>(std::move(m_rows), *m_matched);
    updateScrollBars();
}

void BodyView::setFilter(Filter filter)
{
    m_rows.reset(); // they point at what is made anew
    m_matched.reset();
    m_filter = filter;
    if (m_store && m_search && m_search->isActive() && filter == Filter::MatchingRows) {
        makeIndex();
        m_matched =
            std::make_unique<body::MatchedRows>(m_store, m_indexer->sharedIndex(), *m_search);
        connect(m_matched.get(), &body::MatchedRows::advanced, this, &BodyView::updateScrollBars);
    }
    rebuildRows();
    reveal(m_caret);
}

std::optional<qint64> BodyView::octetOfLine(qint64 line) const
{
    if (!m_store || line < 0)
        return std::nullopt;
    if (m_mode == Mode::Hex) {
        const qint64 rows = (m_store->size() + HexRows::perRow - 1) / HexRows::perRow;
        return line < rows ? std::optional(line * HexRows::perRow) : std::nullopt;
    }
    body::RowReader reader(m_store, m_indexer->index());
    return body::placeOfLine(reader, m_indexer->index(), line);
}

void BodyView::noteMatches()
{
    if (m_matched)
        m_matched->noteProgress();
    viewport()->update();
    Q_EMIT matchesChanged();
}

void BodyView::noteGrowth()
{
    if (!m_store)
        return;
    if (m_indexer)
        m_indexer->noteGrowth();
    if (m_mode == Mode::Hex)
        showGrowth();
}

// While what is in sight stays as it is, only the scroll bar shows that the body grows, and nobody
// sees more of its steps: painting one waits for the display's server.
void BodyView::showGrowth()
{
    const bool stays = m_paintedWhole && m_paintedGutter == gutterWidth();
    if (!stays || m_follow == Follow::On || m_topOctet)
        updateScrollBars();
    else if (!m_growth.isActive())
        m_growth.start(barMilliseconds, this);
}

void BodyView::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    // The same octets stay in sight.
    const auto shown = shownRows();
    const qint64 octet = shown.empty() ? 0 : shown.front()->offset;
    m_mode = mode;
    if (mode == Mode::Text)
        makeIndex();
    rebuildRows();
    horizontalScrollBar()->setValue(0);
    bringToTop(octet);
}

void BodyView::setContent(Syntax syntax, const QByteArray &charset)
{
    if (syntax == m_syntax && charset == m_charset)
        return;
    const auto shown = shownRows();
    const qint64 octet = shown.empty() ? 0 : shown.front()->offset;
    const bool otherRows = body::rowCodingOf(charset) != body::rowCodingOf(m_charset);
    m_syntax = syntax;
    m_charset = charset;
    if (otherRows)
        rebuildIndex();
    rebuildRows();
    bringToTop(octet);
}

// At once, or when the index has come that far.
void BodyView::bringToTop(qint64 octet)
{
    if (!m_rows)
        return;
    const bool known =
        m_mode == Mode::Hex || m_indexer->index().nextOffset() > octet || m_indexer->isComplete();
    setTopRow(m_rows->rowAt(octet));
    m_topOctet = known ? std::nullopt : std::optional(octet);
}

void BodyView::setFollow(Follow follow)
{
    if (follow == m_follow)
        return;
    m_follow = follow;
    if (follow == Follow::On)
        updateScrollBars();
    Q_EMIT followChanged(follow);
}

void BodyView::setSearch(const body::BodySearch *search)
{
    m_search = search;
    viewport()->update();
}

void BodyView::setThere(IsThere isThere)
{
    m_isThere = std::move(isThere);
    rebuildRows();
}

void BodyView::setContentFont(const QFont &font)
{
    m_rows.reset(); // they point at the font
    m_font = std::make_unique<CellFont>(font);
    rebuildRows();
}

qint64 BodyView::topRow() const
{
    return qint64(verticalScrollBar()->value()) * m_scrollUnit;
}

int BodyView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_font->rowHeight());
}

void BodyView::setTopRow(qint64 row)
{
    m_adjusting = true;
    verticalScrollBar()->setValue(int(std::max<qint64>(row, 0) / m_scrollUnit));
    m_adjusting = false;
    viewport()->update();
}

void BodyView::updateScrollBars()
{
    fitScrollBars();
    viewport()->update();
}

void BodyView::fitScrollBars()
{
    const qint64 rows = rowCount();
    const qint64 hidden = std::max<qint64>(rows - visibleRows(), 0);
    const qint64 top = topRow();
    m_adjusting = true;
    m_scrollUnit = hidden / barRange + 1;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, int((hidden + m_scrollUnit - 1) / m_scrollUnit));
    bar->setPageStep(int(std::max<qint64>(visibleRows() / m_scrollUnit, 1)));
    const bool atEnd = m_follow == Follow::On && m_store && !m_dragging;
    bar->setValue(atEnd ? bar->maximum() : int(top / m_scrollUnit));
    m_adjusting = false;
    if (m_topOctet && !atEnd)
        bringToTop(*m_topOctet);
    const int room = std::max(viewport()->width() - gutterWidth() - 2 * pad, 0);
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(int(m_font->cell()) * 4);
    horizontalScrollBar()->setRange(0, std::max(int(m_widest) - room, 0));
    if (rows > 0 && !std::exchange(m_shownAny, true))
        Q_EMIT firstRowsShown();
}

void BodyView::scrollContentsBy(int dx, int dy)
{
    if (!shiftPainted(dx, dy))
        viewport()->update();
    if (dy != 0 && !m_adjusting)
        userScrolled();
}

// Most of what a wheel brings into sight is there already, some rows higher or lower.
bool BodyView::shiftPainted(int dx, int dy)
{
    const qint64 rows = dy * m_scrollUnit;
    const qreal ratio = devicePixelRatioF(); // between two pixels nothing can be moved
    if (dx != 0 || m_adjusting || std::abs(rows) >= visibleRows() || ratio != std::floor(ratio))
        return false;
    viewport()->scroll(0, int(rows) * m_font->rowHeight(), viewport()->rect());
    return true;
}

void BodyView::userScrolled()
{
    m_topOctet.reset();
    if (!m_store)
        return;
    // What is whole has no end to begin following, yet one followed to it must let go.
    const QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->maximum() > 0 && bar->value() == bar->maximum();
    if (!atEnd || !m_store->isFinished())
        setFollow(atEnd ? Follow::On : Follow::Off);
}

void BodyView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
}

void BodyView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setContentFont(ContentZoom::instance().font());
}

int BodyView::gutterWidth() const
{
    const int characters = m_rows ? m_rows->labelWidth() : 3;
    return int(std::ceil(characters * m_font->cell())) + 2 * pad;
}

int BodyView::textLeft() const
{
    return gutterWidth() + pad - horizontalScrollBar()->value();
}

std::vector<ShapedRowPointer> BodyView::shownRows() const
{
    return m_rows ? m_rows->rows(topRow(), visibleRows() + 1) : std::vector<ShapedRowPointer>();
}

ShapedRowPointer BodyView::shapedRow(qint64 row) const
{
    const auto found = m_rows ? m_rows->rows(row, 1) : std::vector<ShapedRowPointer>();
    return found.empty() ? nullptr : found.front();
}

QRect BodyView::rowRectangle(qint64 row) const
{
    const qint64 below = std::clamp<qint64>(row - topRow(), -1, visibleRows() + 1);
    return {0, int(below) * m_font->rowHeight(), viewport()->width(), m_font->rowHeight()};
}

void BodyView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme &theme = Theme::instance();
    const int gutter = gutterWidth();
    // The labels have grown wider since the rest was painted, which was shifted as it was.
    if (gutter != m_paintedGutter && event->rect() != viewport()->rect())
        viewport()->update();
    m_paintedGutter = gutter;
    painter.fillRect(viewport()->rect(), theme.color(Token::Surface));
    painter.fillRect(0, 0, gutterWidth(), viewport()->height(), theme.color(Token::Gutter));
    int y = 0;
    qreal widest = m_widest;
    const qint64 count = rowCount(); // before the rows, which may be more by then
    const auto shown = shownRows();
    m_paintedWhole = qsizetype(shown.size()) > visibleRows() && shown.back()->number < count - 1;
    CellInk ink(*m_font);
    const auto isWanted = [this, wanted = event->rect()](int top) {
        return top <= wanted.bottom() && top + m_font->rowHeight() > wanted.top();
    };
    for (const auto &row : shown) {
        if (isWanted(y))
            addLabel(ink, *row, y);
        y += m_font->rowHeight();
    }
    ink.paint(painter);
    painter.setClipRect(m_paintedGutter, 0, viewport()->width(), viewport()->height());
    y = 0;
    for (const auto &row : shown) {
        if (isWanted(y))
            paintRow(painter, ink, *row, y);
        widest = std::max(widest, row->shape->width());
        y += m_font->rowHeight();
    }
    ink.paint(painter);
    if (hasFocus())
        painter.fillRect(paintedCaret(shown), theme.color(Token::Focus));
    if (widest > m_widest) {
        m_widest = widest;
        // Not from inside a paint event: the bar may appear and resize us.
        m_coalesce.start(0, this);
    }
}

void BodyView::addLabel(CellInk &ink, const ShapedRow &row, int y) const
{
    qreal x = m_paintedGutter - pad - qreal(row.label.size()) * m_font->cell();
    for (const QChar c : row.label) {
        ink.add(c, {x, qreal(y)}, Token::Muted);
        x += m_font->cell();
    }
}

void BodyView::fillOctets(QPainter &painter, const ShapedRow &row, int y, OctetRange range,
                          Token token)
{
    for (const auto &[left, right] : row.stretches(range.from, range.to))
        painter.fillRect(QRectF(textLeft() + left, y, right - left, m_font->rowHeight()),
                         Theme::instance().color(token));
}

void BodyView::paintMatches(QPainter &painter, const ShapedRow &row, int y)
{
    if (!m_search || !m_search->isActive())
        return;
    for (const body::Hit hit : m_search->hits(row.offset, row.after)) {
        const OctetRange range{hit.from, hit.to};
        fillOctets(painter, row, y, range,
                   selection() == range ? Token::FindHitCurrent : Token::FindHit);
    }
}

void BodyView::paintRow(QPainter &painter, CellInk &ink, const ShapedRow &row, int y)
{
    fillOctets(painter, row, y, selection(), Token::Selection);
    paintMatches(painter, row, y);
    const qreal left = gutterWidth() - textLeft();
    row.shape->paint(painter, ink, QPointF(textLeft(), y), std::max<qreal>(left, 0),
                     left + viewport()->width());
}

QRectF BodyView::paintedCaret(const std::vector<ShapedRowPointer> &shown) const
{
    const qint64 last = rowCount() - 1;
    int y = 0;
    for (const auto &row : shown) {
        if (m_caret >= row->offset && (m_caret < row->after || row->number == last))
            return {textLeft() + row->xOf(m_caret), qreal(y), 2, qreal(m_font->rowHeight())};
        y += m_font->rowHeight();
    }
    return {};
}

QRect BodyView::caretRectangle() const
{
    if (!m_rows)
        return {};
    const qint64 number = m_rows->rowAt(m_caret);
    const auto row = shapedRow(number);
    if (!row)
        return {};
    const QRect line = rowRectangle(number);
    return {textLeft() + int(row->xOf(m_caret)), line.y(), 2, line.height()};
}

bool BodyView::event(QEvent *event)
{
    // Keys of ours that a window's shortcut would otherwise take.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            key->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace sonde::ui
