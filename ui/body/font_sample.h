// A font that came as a body: what it calls itself, what is in it, and a text written in it. It is
// installed nowhere. Any thread; what the octets claim is bounded.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QString>

namespace sonde::ui
{

struct FontSample {
    static constexpr qint64 mostOctets = 32 << 20;

    struct Colors {
        QColor ink;
        QColor paper;
    };

    QString family;
    QString style;
    int glyphs = 0;
    QStringList tables; // of those that one knows
    QImage image;       // null if it cannot be used
};

[[nodiscard]] FontSample fontSample(const QByteArray &octets, const FontSample::Colors &colors);

} // namespace sonde::ui
