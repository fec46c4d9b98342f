// What recordings say of themselves, and that those which lie or end too early are survived.
#include "body/audio_facts.h"
#include "body/byte_store.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace sonde::body;
using std::chrono::milliseconds;

namespace
{

std::optional<AudioFacts> factsOf(const QByteArray &octets)
{
    ByteStore store;
    if (!octets.isEmpty() && !store.append(octets))
        qFatal("append");
    store.finish();
    return audioFacts(store);
}

template <typename T>
QByteArray little(T value)
{
    value = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

template <typename T>
QByteArray big(T value)
{
    value = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

QByteArray wave()
{
    const QByteArray format = little<quint16>(1) + little<quint16>(2) + little<quint32>(44'100) +
                              little<quint32>(176'400) + little<quint16>(4) + little<quint16>(16);
    return "RIFF" + little<quint32>(999) + "WAVE" + "LIST" + little<quint32>(3) + "abc" +
           QByteArray(1, '\0') + "fmt " + little<quint32>(16) + format + "data" +
           little<quint32>(176'400 * 3) + QByteArray(40, 'x');
}

QByteArray streamInfo(quint64 samples)
{
    return QByteArray(10, '\0') +
           big<quint64>((quint64(48'000) << 44) | (quint64(1) << 41) | (quint64(23) << 36) |
                        samples) +
           QByteArray(16, 'm');
}

QByteArray flac()
{
    return "fLaC" + QByteArray::fromHex("00000022") + streamInfo(96'000);
}

QByteArray oggPage(quint64 granule, const QByteArray &packet)
{
    return "OggS" + QByteArray(2, '\0') + little<quint64>(granule) + little<quint32>(7) +
           QByteArray(8, '\0') + QByteArray(1, '\1') + QByteArray(1, char(packet.size())) + packet;
}

QByteArray opus()
{
    const QByteArray head = "OpusHead" + QByteArray::fromHex("0102") + little<quint16>(312) +
                            little<quint32>(44'100) + QByteArray(3, '\0');
    return oggPage(0, head) + oggPage(~quint64(0), "x") + oggPage(312 + 48'000 * 5, "sound") +
           "OggS"; // cut
}

QByteArray vorbis()
{
    const QByteArray head = "\x01vorbis" + little<quint32>(0) + QByteArray(1, '\1') +
                            little<quint32>(22'050) + QByteArray(14, '\0');
    return oggPage(0, head) + oggPage(22'050, "sound");
}

// 128 kbit/s, 44.1 kHz, both channels: frames of 417 octets.
QByteArray mpeg(int frames, const QByteArray &first = {})
{
    const QByteArray head = QByteArray::fromHex("fffb9000");
    QByteArray octets = (head + QByteArray(32, '\0') + first).leftJustified(417, '\0');
    for (int i = 1; i < frames; ++i)
        octets += head.leftJustified(417, '\0');
    return octets;
}

} // namespace

class TestAudioFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<AudioFacts>("facts");
        const auto row = [](const char *name, const QByteArray &octets, const AudioFacts &facts) {
            QTest::newRow(name) << octets << facts;
        };
        row("WAV", wave(), {"WAV", "PCM", 44'100, 2, 16, milliseconds(3000)});
        row("FLAC", flac(), {"FLAC", "FLAC", 48'000, 2, 24, milliseconds(2000)});
        row("Opus", opus(), {"Ogg", "Opus", 48'000, 2, 0, milliseconds(5000)});
        row("Vorbis", vorbis(), {"Ogg", "Vorbis", 22'050, 1, 0, milliseconds(1000)});
        row("FLAC in Ogg",
            oggPage(0, "\x7F"
                       "FLAC" +
                           QByteArray::fromHex("01000001") + flac()),
            {"Ogg", "FLAC", 48'000, 2, 24, milliseconds(2000)});
        row("MP3", mpeg(100),
            {"MP3", "MPEG layer III", 44'100, 2, 0, milliseconds(41'700 * 8 / 128)});
        row("MP3 behind a tag",
            "ID3\4" + QByteArray(2, '\0') + QByteArray::fromHex("00000201") + QByteArray(257, 'x') +
                mpeg(100),
            {"MP3", "MPEG layer III", 44'100, 2, 0, milliseconds(41'700 * 8 / 128)});
        row("MP3 that counts its frames", mpeg(3, "Xing" + big<quint32>(1) + big<quint32>(1000)),
            {"MP3", "MPEG layer III", 44'100, 2, 0, milliseconds(1'152'000 * 10 / 441)});
    }

    void tells()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const AudioFacts, facts);
        const auto found = factsOf(octets);
        QVERIFY(found);
        QCOMPARE(found->container, facts.container);
        QCOMPARE(found->codec, facts.codec);
        QCOMPARE(found->sampleRate, facts.sampleRate);
        QCOMPARE(found->channels, facts.channels);
        QCOMPARE(found->bits, facts.bits);
        QVERIFY(found->duration.has_value());
        QCOMPARE(found->duration->count(), facts.duration->count());
    }

    void whatIsNoneIsNone()
    {
        for (const QByteArray &octets :
             {QByteArray(), QByteArray("RIFF"), QByteArray("RIFF\0\0\0\0WAVEfmt ", 16),
              QByteArray("OggS"), QByteArray(100'000, '\xFF'), QByteArray("{\"a\": 1}")})
            QVERIFY(!factsOf(octets));
        QVERIFY(!factsOf(mpeg(1).replace(0, 4, QByteArray::fromHex("ffffffff"))));
    }

    // Cut anywhere, and with octets that lie: an answer or none, and soon.
    void damageIsSurvived()
    {
        QRandomGenerator random(4);
        for (const QByteArray &whole : {wave(), flac(), opus(), vorbis(), mpeg(4)}) {
            for (qsizetype size = 0; size < std::min<qsizetype>(whole.size(), 200); ++size)
                (void)factsOf(whole.first(size));
            for (int i = 0; i < 2000; ++i) {
                QByteArray octets = whole;
                for (int k = random.bounded(1, 6); k > 0; --k)
                    octets[random.bounded(int(octets.size()))] = char(random.bounded(256));
                const auto facts = factsOf(octets);
                QVERIFY(!facts || !facts->duration || facts->duration->count() >= 0);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAudioFacts)
#include "tst_audio_facts.moc"
