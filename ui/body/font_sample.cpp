#include "ui/body/font_sample.h"

#include <QPainter>
#include <QPainterPath>
#include <QRawFont>

#include <array>

namespace sonde::ui
{
namespace
{

constexpr int sampleWidth = 900; // pixels
constexpr int margin = 24;
constexpr int shownGlyphs = 60; // of a font without the letters of the sample
constexpr std::array pixelSizes{14.0, 20.0, 32.0, 56.0};
constexpr std::array knownTables{"CFF ", "CFF2", "COLR", "CPAL", "DSIG", "GDEF", "GPOS", "GSUB",
                                 "OS/2", "SVG ", "avar", "cmap", "cvt ", "fpgm", "fvar", "gasp",
                                 "glyf", "gvar", "head", "hhea", "hmtx", "kern", "loca", "maxp",
                                 "name", "post", "prep", "sbix", "vhea", "vmtx"};

QVector<quint32> glyphsOf(const QRawFont &font, const QString &text, int glyphs)
{
    const auto wanted = font.glyphIndexesForString(text);
    if (std::ranges::any_of(wanted, [](quint32 glyph) { return glyph != 0; }))
        return wanted;
    QVector<quint32> first; // symbols, say: those that there are
    for (int glyph = 1; glyph < std::min(glyphs, shownGlyphs); ++glyph)
        first.append(quint32(glyph));
    return first;
}

// As outlines: nothing is kept of it in the caches that the window draws from.
void paintLine(QPainter &painter, const QRawFont &font, const QVector<quint32> &glyphs,
               QPointF baseline)
{
    const auto advances = font.advancesForGlyphIndexes(glyphs);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const qreal step = std::clamp<qreal>(advances.value(i).x(), 0, sampleWidth);
        if (baseline.x() + step > sampleWidth - margin)
            return;
        painter.fillPath(font.pathForGlyph(glyphs[i]).translated(baseline), painter.pen().color());
        baseline.rx() += step;
    }
}

} // namespace

FontSample fontSample(const QByteArray &octets, const FontSample::Colors &colors)
{
    FontSample sample;
    if (octets.size() > FontSample::mostOctets)
        return sample;
    QRawFont font(octets, pixelSizes.front(), QFont::PreferNoHinting);
    if (!font.isValid())
        return sample;
    sample.family = font.familyName();
    sample.style = font.styleName();
    for (const char *tag : knownTables) {
        if (!font.fontTable(tag).isEmpty())
            sample.tables << QString::fromLatin1(tag).trimmed();
    }
    const QByteArray maxp = font.fontTable("maxp"); // ISO/IEC 14496-22: numGlyphs behind a version
    if (maxp.size() >= 6)
        sample.glyphs = (quint8(maxp[4]) << 8) | quint8(maxp[5]);
    int height = 2 * margin;
    for (const double size : pixelSizes)
        height += int(size * 1.6);
    QImage image(sampleWidth, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(colors.paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.ink);
    qreal y = margin;
    for (const double size : pixelSizes) {
        font.setPixelSize(size);
        const QString text =
            QStringLiteral("Aa Bb Cc 0123456789 ÄÖÜß éñ & ?! Hamburgefonstiv αβγ ж 漢字");
        y += size * 1.3;
        paintLine(painter, font, glyphsOf(font, text, sample.glyphs), {qreal(margin), y});
        y += size * 0.3;
    }
    painter.end();
    sample.image = image;
    return sample;
}

} // namespace sonde::ui
