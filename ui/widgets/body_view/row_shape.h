// One row of text ready to paint. Rows of single cells are glyphs at known columns, painted where
// they are in sight; anything else (wide, combining, right-to-left) goes through QTextLayout. GUI
// thread.
#pragma once

#include "ui/widgets/body_view/text_decoder.h"

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <array>
#include <memory>

namespace sonde::ui
{

// The fixed font of the bodies with what is measured of it.
class CellFont
{
public:
    explicit CellFont(const QFont &font);

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] const QRawFont &raw() const { return m_raw; }
    // 0 unless the character is in this font, one cell wide and the same whatever stands beside it.
    [[nodiscard]] quint32 cellGlyph(QChar c) const;
    [[nodiscard]] qreal cell() const { return m_cell; } // width
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] qreal baseline() const { return m_baseline; } // below the top of a row

private:
    [[nodiscard]] quint32 lookUp(QChar c) const;

    static constexpr char16_t tableSize = 0x80;
    QFont m_font;
    QRawFont m_raw;
    std::array<quint32, tableSize> m_ascii{};
    mutable QHash<char16_t, quint32> m_others; // asked so far; 65,536 at most
    qreal m_cell = 1;
    qreal m_baseline = 0;
    int m_rowHeight = 1;
};

// Glyphs of all the rows in sight, painted colour by colour: a call for each coloured stretch of
// each row costs more than its glyphs do.
class CellInk
{
public:
    explicit CellInk(const CellFont &font)
        : m_font(font)
    {
    }

    // `topLeft` of the cell. A character that is no cell of the font leaves nothing.
    void add(QChar c, QPointF topLeft, Token token);
    // And forgets them.
    void paint(QPainter &painter);

private:
    struct Color {
        QList<quint32> glyphs;
        QList<QPointF> positions;
    };

    const CellFont &m_font;
    std::array<Color, tokenCount> m_colors;
};

class RowShape
{
public:
    RowShape(QString text, std::vector<Span> spans, const CellFont &font);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] qreal width() const;
    [[nodiscard]] qreal xOf(qint32 unit) const;
    // The unit whose left edge is nearest.
    [[nodiscard]] qint32 unitAt(qreal x) const;
    // `left` and `right` bound what is in sight, in the row's own coordinates. What is of single
    // cells goes into `ink`, anything else is painted at once.
    void paint(QPainter &painter, CellInk &ink, QPointF topLeft, qreal left, qreal right) const;

private:
    void shapeComplex();
    void paintComplex(QPainter &painter, QPointF topLeft, qreal left, qreal right) const;
    void addCells(CellInk &ink, QPointF topLeft, qint32 from, qint32 to) const;

    QString m_text;
    std::vector<Span> m_spans; // sorted, apart
    const CellFont *m_font;
    std::unique_ptr<QTextLayout> m_complex; // null if simple
};

// Lays `marks` over `spans`; both sorted.
[[nodiscard]] std::vector<Span> overlaid(const std::vector<Span> &spans,
                                         const std::vector<Span> &marks, qint32 length);

} // namespace sonde::ui
