// PreviewPage: fonts and recordings.
#include "body/audio_facts.h"
#include "ui/body/font_sample.h"
#include "ui/body/preview_page.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/worker.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

namespace sonde::ui
{

void PreviewPage::readFont()
{
    if (m_source->size() > FontSample::mostOctets) {
        m_read = m_source->size();
        say(tr("A font of more than %1 is not shown. Look at it as Hex, or save it.")
                .arg(octetsText(FontSample::mostOctets)));
        return;
    }
    if (!m_source->isFinished()) {
        say(tr("The font is shown when all of it has arrived."));
        return;
    }
    m_busy = true;
    m_read = m_source->size();
    // As paper, in every theme.
    const FontSample::Colors colors{.ink = Theme::color(Token::Text, Theme::Scheme::Light),
                                    .paper = Theme::color(Token::Surface, Theme::Scheme::Light)};
    runOnWorker(
        body::workers(), this,
        [source = m_source, colors] {
            return fontSample(source->read(0, source->size()).value_or(QByteArray()), colors);
        },
        [this, stop = m_stop](const FontSample &sample) {
            if (*stop)
                return;
            m_busy = false;
            showFont(sample);
        });
}

void PreviewPage::showFont(const FontSample &sample)
{
    if (sample.image.isNull()) {
        say(tr("This cannot be used as a font. Look at it as Hex, or save it."));
        return;
    }
    QStringList facts;
    for (const QString &name : {sample.family, sample.style}) {
        if (!name.isEmpty())
            facts << name;
    }
    facts << tr("%Ln glyph(s)", nullptr, sample.glyphs);
    //: the tables that a font is made of, by their names
    facts << tr("tables %1").arg(sample.tables.join(QLatin1Char(' ')));
    say(facts.join(QStringLiteral(" · ")));
    m_image = sample.image;
    m_picture->setPixmap(QPixmap::fromImage(m_image));
    m_picture->setAccessibleDescription(tr("A text written in the font"));
    applyZoom();
}

// Its beginning says most; how long it lasts stands at the end of some.
void PreviewPage::readSound()
{
    m_busy = true;
    m_read = m_source->size();
    runOnWorker(
        body::workers(), this, [source = m_source] { return body::audioFacts(*source); },
        [this, stop = m_stop](const std::optional<body::AudioFacts> &facts) {
            if (*stop)
                return;
            m_busy = false;
            showSound(facts);
            noteGrowth();
        });
}

void PreviewPage::showSound(const std::optional<body::AudioFacts> &facts)
{
    if (!facts) {
        if (m_source->isFinished())
            say(tr("This is no recording that could be told about (WAV, FLAC, Ogg and MP3 can). "
                   "Open it with another program or save it."));
        return;
    }
    const QLocale locale;
    QStringList lines{tr("Container: %1").arg(QString::fromUtf8(facts->container))};
    if (!facts->codec.isEmpty())
        lines << tr("Codec: %1").arg(QString::fromUtf8(facts->codec));
    if (facts->sampleRate > 0)
        lines << tr("Sample rate: %1 Hz").arg(locale.toString(facts->sampleRate));
    if (facts->channels > 0)
        lines << tr("Channels: %1").arg(locale.toString(facts->channels));
    if (facts->bits > 0)
        lines << tr("Bits of a sample: %1").arg(locale.toString(facts->bits));
    if (facts->duration)
        lines << tr("Duration: %1").arg(durationText(*facts->duration));
    m_told->setText(lines.join(QLatin1Char('\n')));
    say(tr("What the recording says of itself. Another program plays it."));
}

} // namespace sonde::ui
