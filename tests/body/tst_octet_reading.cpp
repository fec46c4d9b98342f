// Octets read as numbers and characters, against what Qt and the processor read.
#include "body/octet_reading.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <bit>
#include <cmath>

using namespace sonde::body;
using enum OctetForm;

namespace
{

template <typename Number>
void checkInteger(const QByteArray &octets, OctetForm form)
{
    QCOMPARE(readOctets(octets, form, OctetOrder::Little),
             QString::number(qFromLittleEndian<Number>(octets.constData())));
    QCOMPARE(readOctets(octets, form, OctetOrder::Big),
             QString::number(qFromBigEndian<Number>(octets.constData())));
    QCOMPARE(readOctets(octets.first(sizeof(Number) - 1), form, OctetOrder::Little), QString());
}

} // namespace

class TestOctetReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integers()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 1000; ++round) {
            QByteArray octets(8, 0);
            for (char &octet : octets)
                octet = char(random.bounded(256));
            checkInteger<quint8>(octets, Unsigned8);
            checkInteger<qint8>(octets, Signed8);
            checkInteger<quint16>(octets, Unsigned16);
            checkInteger<qint16>(octets, Signed16);
            checkInteger<quint32>(octets, Unsigned32);
            checkInteger<qint32>(octets, Signed32);
            checkInteger<quint64>(octets, Unsigned64);
            checkInteger<qint64>(octets, Signed64);
            const auto single = std::bit_cast<float>(qFromBigEndian<quint32>(octets.constData()));
            const QString text = readOctets(octets, Float32, OctetOrder::Big);
            QVERIFY(std::isnan(single) ? text == QLatin1String("nan")
                                       : float(text.toDouble()) == single);
            const auto twice = std::bit_cast<double>(qFromBigEndian<quint64>(octets.constData()));
            const QString longer = readOctets(octets, Float64, OctetOrder::Big);
            QVERIFY(std::isnan(twice) ? longer == QLatin1String("nan")
                                      : longer.toDouble() == twice);
        }
    }

    void others_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<OctetForm>("form");
        QTest::addColumn<QString>("little");
        QTest::addColumn<QString>("big");
        const auto row = [](const char *name, const char *hex, OctetForm form,
                            const char16_t *little, const char16_t *big) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << form << QString::fromUtf16(little)
                                << QString::fromUtf16(big);
        };
        row("nothing", "", Unsigned8, u"", u"");
        row("bits", "a5", Bits, u"10100101", u"10100101");
        row("half", "003c", Float16, u"1", u"3.57627869e-06");
        row("half, least", "0100", Float16, u"5.9604645e-08", u"1.52587891e-05");
        row("half, infinite", "007c", Float16, u"inf", u"7.39097595e-06");
        row("short single", "cdcccc3d", Float32, u"0.1", u"-429492128");
        row("letter", "41", Utf8, u"A  U+0041", u"A  U+0041");
        row("two octets", "c3a9", Utf8, u"é  U+00E9", u"é  U+00E9");
        row("four octets", "f09f9880", Utf8, u"\U0001F600  U+1F600", u"\U0001F600  U+1F600");
        row("too long a form", "c080", Utf8, u"", u"");
        row("surrogate", "eda080", Utf8, u"", u"");
        row("beyond Unicode", "f4908080", Utf8, u"", u"");
        row("cut", "e282", Utf8, u"", u"");
        row("control", "07", Utf8, u"U+0007", u"U+0007");
        row("direction", "e280ae", Utf8, u"U+202E", u"U+202E");
        row("unit", "ac20", Utf16, u"€  U+20AC", u"갠  U+AC20");
        row("pair", "d83dde00", Utf16, u"㷘  U+3DD8", u"\U0001F600  U+1F600");
        row("half a pair", "00de", Utf16, u"", u"Þ  U+00DE");
        row("wide", "00f60100", Utf32, u"\U0001F600  U+1F600", u"");
    }

    void others()
    {
        QFETCH(const QByteArray, hex);
        QFETCH(const OctetForm, form);
        QFETCH(const QString, little);
        QFETCH(const QString, big);
        QCOMPARE(readOctets(hex, form, OctetOrder::Little), little);
        const QString found = readOctets(hex, form, OctetOrder::Big);
        if (form == Float16 || form == Float32) {
            QCOMPARE(float(found.toDouble()), float(big.toDouble()));
        } else {
            QCOMPARE(found, big);
        }
    }
};

QTEST_GUILESS_MAIN(TestOctetReading)
#include "tst_octet_reading.moc"
