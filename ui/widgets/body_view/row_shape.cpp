#include "ui/widgets/body_view/row_shape.h"

#include <QFontMetricsF>
#include <QGlyphRun>

#include <cmath>

namespace sonde::ui
{
namespace
{

bool standsAlone(QChar c)
{
    if (c.isSurrogate() || c.isMark() || c.unicode() < 0x20)
        return false;
    const QChar::Direction direction = c.direction();
    return direction != QChar::DirR && direction != QChar::DirAL && direction != QChar::DirAN;
}

} // namespace

CellFont::CellFont(const QFont &font)
    : m_font(font)
{
    m_font.setKerning(false);
    m_raw = QRawFont::fromFont(m_font);
    const QFontMetricsF metrics(m_font);
    const auto glyphs = m_raw.glyphIndexesForString(QStringLiteral("0"));
    const auto advances = m_raw.advancesForGlyphIndexes(glyphs, QRawFont::SeparateAdvances);
    m_cell = advances.isEmpty() ? metrics.horizontalAdvance(QLatin1Char('0')) : advances[0].x();
    m_cell = std::max<qreal>(m_cell, 1);
    m_rowHeight = int(std::ceil(metrics.height())) + 2;
    m_baseline = std::round(metrics.ascent()) + 1;
    for (char16_t c = 0; c < tableSize; ++c)
        m_ascii[c] = lookUp(QChar(c));
}

quint32 CellFont::cellGlyph(QChar c) const
{
    if (c.unicode() < tableSize)
        return m_ascii[c.unicode()];
    const auto known = m_others.constFind(c.unicode());
    if (known != m_others.constEnd())
        return *known;
    const quint32 glyph = lookUp(c);
    m_others.insert(c.unicode(), glyph);
    return glyph;
}

quint32 CellFont::lookUp(QChar c) const
{
    if (!standsAlone(c))
        return 0;
    const auto glyphs = m_raw.glyphIndexesForString(QString(c));
    if (glyphs.size() != 1)
        return 0;
    const auto advances = m_raw.advancesForGlyphIndexes(glyphs, QRawFont::SeparateAdvances);
    // Of another width, it would slide everything behind it.
    return std::abs(advances[0].x() - m_cell) < 0.01 ? glyphs[0] : 0;
}

RowShape::RowShape(QString text, std::vector<Span> spans, const CellFont &font)
    : m_text(std::move(text))
    , m_spans(std::move(spans))
    , m_font(&font)
{
    const bool simple = std::all_of(m_text.cbegin(), m_text.cend(),
                                    [&font](QChar c) { return font.cellGlyph(c) != 0; });
    if (!simple)
        shapeComplex();
}

void RowShape::shapeComplex()
{
    m_complex = std::make_unique<QTextLayout>(m_text, m_font->font());
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    m_complex->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const Span &span : m_spans) {
        QTextCharFormat format;
        format.setForeground(Theme::instance().color(span.token));
        formats.append({span.start, span.length, format});
    }
    m_complex->setFormats(formats);
    m_complex->beginLayout();
    m_complex->createLine();
    m_complex->endLayout();
}

qreal RowShape::width() const
{
    if (m_complex)
        return m_complex->lineAt(0).naturalTextWidth();
    return qreal(m_text.size()) * m_font->cell();
}

qreal RowShape::xOf(qint32 unit) const
{
    if (m_complex)
        return m_complex->lineAt(0).cursorToX(unit);
    return unit * m_font->cell();
}

qint32 RowShape::unitAt(qreal x) const
{
    if (m_complex)
        return m_complex->lineAt(0).xToCursor(x);
    const auto unit = qint32(std::lround(x / m_font->cell()));
    return std::clamp<qint32>(unit, 0, qint32(m_text.size()));
}

void RowShape::paint(QPainter &painter, CellInk &ink, QPointF topLeft, qreal left,
                     qreal right) const
{
    if (m_complex) {
        paintComplex(painter, topLeft, left, right);
        return;
    }
    const qint32 from = std::clamp<qint32>(qint32(left / m_font->cell()), 0, qint32(m_text.size()));
    const qint32 to =
        std::clamp<qint32>(qint32(right / m_font->cell()) + 1, from, qint32(m_text.size()));
    addCells(ink, topLeft, from, to);
}

void RowShape::paintComplex(QPainter &painter, QPointF topLeft, qreal left, qreal right) const
{
    painter.save();
    // Fallback fonts may be taller than a row.
    painter.setClipRect(QRectF(topLeft.x() + left, topLeft.y(), right - left, m_font->rowHeight()),
                        Qt::IntersectClip);
    painter.setPen(Theme::instance().color(Token::Text));
    const qreal ascent = m_complex->lineAt(0).ascent();
    // All rows stand on the same line.
    m_complex->draw(&painter, topLeft + QPointF(0, m_font->baseline() - ascent));
    painter.restore();
}

void RowShape::addCells(CellInk &ink, QPointF topLeft, qint32 from, qint32 to) const
{
    const auto stretch = [&](qint32 start, qint32 end, Token token) {
        for (qint32 i = start; i < end; ++i)
            ink.add(m_text[i], topLeft + QPointF(i * m_font->cell(), 0), token);
    };
    qint32 at = from;
    for (const Span &span : m_spans) {
        const qint32 start = std::clamp(span.start, at, to);
        const qint32 end = std::clamp(span.start + span.length, at, to);
        stretch(at, start, Token::Text);
        stretch(start, end, span.token);
        at = end;
        if (at == to)
            return;
    }
    stretch(at, to, Token::Text);
}

void CellInk::add(QChar c, QPointF topLeft, Token token)
{
    const quint32 glyph = c == QLatin1Char(' ') ? 0 : m_font.cellGlyph(c);
    if (glyph == 0)
        return;
    Color &color = m_colors[size_t(token)];
    color.glyphs.append(glyph);
    color.positions.append(topLeft + QPointF(0, m_font.baseline()));
}

void CellInk::paint(QPainter &painter)
{
    QGlyphRun run;
    run.setRawFont(m_font.raw());
    for (size_t token = 0; token < m_colors.size(); ++token) {
        Color &color = m_colors[token];
        if (color.glyphs.isEmpty())
            continue;
        run.setGlyphIndexes(color.glyphs);
        run.setPositions(color.positions);
        painter.setPen(Theme::instance().color(Token(token)));
        painter.drawGlyphRun({}, run);
        color = {};
    }
}

std::vector<Span> overlaid(const std::vector<Span> &spans, const std::vector<Span> &marks,
                           qint32 length)
{
    if (marks.empty())
        return spans;
    std::vector<Token> tokens(size_t(length), Token::Text);
    for (const auto *layer : {&spans, &marks}) {
        for (const Span &span : *layer)
            std::fill_n(tokens.begin() + span.start, span.length, span.token);
    }
    std::vector<Span> result;
    for (qint32 i = 0; i < length; ++i) {
        if (result.empty() || result.back().token != tokens[size_t(i)])
            result.push_back({i, 1, tokens[size_t(i)]});
        else
            ++result.back().length;
    }
    return result;
}

} // namespace sonde::ui
