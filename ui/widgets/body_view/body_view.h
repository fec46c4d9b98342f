// A body of any size as text or octets: paints the rows in sight, read from the store when they
// come there, and follows it while it grows. Memory does not depend on the body. GUI thread.
#pragma once

#include "body/row_indexer.h"
#include "ui/widgets/body_view/body_rows.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

namespace sonde::body
{
class BodySearch;
}

namespace sonde::ui
{

struct OctetRange {
    qint64 from = 0;
    qint64 to = 0;

    [[nodiscard]] bool isEmpty() const { return from >= to; }
    [[nodiscard]] qint64 length() const { return to - from; }
    bool operator==(const OctetRange &) const = default;
};

class BodyView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Mode : quint8 { Text, Hex };
    enum class Follow : quint8 { Off, On };

    // Octets that a copy may put on the clipboard; above it a file is the better place.
    static constexpr qint64 copyLimit = 64LL << 20;

    explicit BodyView(QWidget *parent = nullptr);
    ~BodyView() override;

    // Null shows nothing.
    void setStore(std::shared_ptr<const body::ByteSource> store);
    [[nodiscard]] const std::shared_ptr<const body::ByteSource> &store() const { return m_store; }
    // The store has grown or is finished.
    void noteGrowth();

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    // A charset as of body::charsetNamed(). The same octets stay in sight.
    void setContent(Syntax syntax, const QByteArray &charset);
    [[nodiscard]] const QByteArray &charset() const { return m_charset; }
    // Keeps the end in sight while the body grows; scrolling up turns it off, scrolling to the end
    // on.
    void setFollow(Follow follow);
    [[nodiscard]] Follow follow() const { return m_follow; }
    // Its matches are marked; not owned.
    void setSearch(const body::BodySearch *search);
    [[nodiscard]] const body::BodySearch *search() const { return m_search; }
    enum class Filter : quint8 { Off, MatchingRows };
    // With a search: only the rows that hold a match. To be set anew when the search is another.
    void setFilter(Filter filter);
    [[nodiscard]] Filter filter() const { return m_filter; }
    // The search has found more, or nothing more.
    void noteMatches();
    void setContentFont(const QFont &font);
    // Octets that the store has only the place of are shown as such; as Hex alone.
    void setThere(IsThere isThere);

    [[nodiscard]] OctetRange selection() const;
    void select(OctetRange range);
    void selectAll();
    [[nodiscard]] qint64 caret() const { return m_caret; }
    // Where a line begins, from 0; in hex a row of it. Nothing if there is none, or not yet.
    [[nodiscard]] std::optional<qint64> octetOfLine(qint64 line) const;
    // Scrolls an octet into sight, well inside the view if it was not there.
    void reveal(qint64 octet);
    // The selection: as text, and the octets themselves as application/octet-stream.
    void copy();

    [[nodiscard]] qint64 rowCount() const { return m_rows ? m_rows->count() : 0; }
    [[nodiscard]] qint64 topRow() const;
    [[nodiscard]] int visibleRows() const; // whole ones that fit
    // What stands in the rows in sight.
    [[nodiscard]] std::vector<ShapedRowPointer> shownRows() const;
    [[nodiscard]] QRect rowRectangle(qint64 row) const; // in viewport coordinates
    [[nodiscard]] QRect caretRectangle() const;
    [[nodiscard]] int textLeft() const; // x of column 0 in the viewport
    [[nodiscard]] qint64 octetAt(QPoint viewportPosition) const;

Q_SIGNALS:
    void selectionChanged();
    void matchesChanged();
    void followChanged(sonde::ui::BodyView::Follow follow);
    void copyRefused(qint64 octets); // more than copyLimit
    void firstRowsShown();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Selecting : quint8 { Move, Extend };
    enum class Unit : quint8 { Character, Word, Row };

    void rebuildRows();
    void rebuildIndex();
    void makeIndex();
    void updateScrollBars();
    void fitScrollBars();
    void showGrowth();
    void setTopRow(qint64 row);
    void bringToTop(qint64 octet);
    void userScrolled();
    [[nodiscard]] bool shiftPainted(int dx, int dy);
    void paintRow(QPainter &painter, CellInk &ink, const ShapedRow &row, int y);
    void addLabel(CellInk &ink, const ShapedRow &row, int y) const;
    [[nodiscard]] QRectF paintedCaret(const std::vector<ShapedRowPointer> &shown) const;
    void paintMatches(QPainter &painter, const ShapedRow &row, int y);
    void fillOctets(QPainter &painter, const ShapedRow &row, int y, OctetRange range, Token token);
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] ShapedRowPointer shapedRow(qint64 row) const;

    void placeCaret(qint64 octet, Selecting selecting);
    [[nodiscard]] std::optional<qint64> caretAfterKey(QKeyEvent *event) const;
    [[nodiscard]] qint64 neighbour(qint64 octet, int direction) const;
    [[nodiscard]] qint64 verticallyFrom(qint64 octet, qint64 rows) const;
    void dragTo(QPoint position);
    [[nodiscard]] OctetRange unitRange(qint64 octet, Unit unit) const;
    void announceCaret();

    std::shared_ptr<const body::ByteSource> m_store;
    std::unique_ptr<body::RowIndexer> m_indexer;
    std::unique_ptr<BodyRows> m_rows;
    std::unique_ptr<CellFont> m_font;
    IsThere m_isThere;
    const body::BodySearch *m_search = nullptr;
    std::unique_ptr<body::MatchedRows> m_matched; // while filtering
    Mode m_mode = Mode::Text;
    Filter m_filter = Filter::Off;
    Syntax m_syntax = Syntax::Plain;
    QByteArray m_charset = "UTF-8";
    Follow m_follow = Follow::Off;
    qint64 m_anchor = 0;
    qint64 m_caret = 0;
    OctetRange m_dragUnit; // what the press selected, kept while a drag extends by words or rows
    Unit m_dragBy = Unit::Character;
    bool m_dragging = false;
    bool m_adjusting = false; // scroll bars are moved by us, not by the user
    bool m_shownAny = false;
    bool m_paintedWhole = false;      // down to the lower edge, and no row of it will change
    int m_paintedGutter = 0;          // its width then
    qreal m_widest = 0;               // of the rows seen so far
    qint64 m_scrollUnit = 1;          // rows a scroll bar step stands for: its range is an int
    std::optional<qint64> m_topOctet; // to stand on top once its row is known
    QBasicTimer m_autoScroll;
    QBasicTimer m_coalesce;
    QBasicTimer m_growth; // the scroll bar is behind the body
    QPoint m_dragPosition;
    QElapsedTimer m_sinceDoubleClick;
};

} // namespace sonde::ui
