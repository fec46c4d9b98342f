// The chips of the programs that can read a request: every reason that the rules can give has its
// German, and the strip says it in the language of the window.
#include "collection/portability_rules.h"
#include "german.h"
#include "ui/request/portability_strip.h"
#include "ui/widgets/theme.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;
using collection::PortabilityFinding;

namespace
{

struct Strip {
    PortabilityStrip strip;
    explicit Strip(const QByteArray &lines)
    {
        strip.setText({.octets = lines, .separated = false}, {}, {}, {});
        strip.show();
    }
    [[nodiscard]] QToolButton *chip(collection::Reader reader) const
    {
        return strip.findChildren<QToolButton *>().value(qsizetype(reader));
    }
    [[nodiscard]] QString tip(collection::Reader reader) const { return chip(reader)->toolTip(); }
};

} // namespace

class TestPortabilityStrip : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::German> m_german;

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void everyReasonHasItsGerman_data()
    {
        QTest::addColumn<QByteArray>("english");
        m_german = std::make_unique<test::German>();
        for (const collection::PortabilityRule &rule : collection::portabilityRules()) {
            for (const collection::ReaderNote &note : rule.notes)
                QTest::addRow("%s, %s", rule.name.data(), collection::readerId(note.reader).data())
                    << QByteArray(note.reason);
        }
    }

    void everyReasonHasItsGerman()
    {
        QFETCH(QByteArray, english);
        QVERIFY(m_german->isThere());
        const QString told = m_german->of("sonde::collection::Portability", english.constData());
        QVERIFY2(!told.isEmpty() && told != QString::fromUtf8(english), english.constData());
        // The program stands in it once, as in the English sentence.
        QCOMPARE(told.count(QLatin1String("%1")), 1);
    }

    void theStripSaysItInTheLanguageOfTheWindow()
    {
        m_german.reset();
        const QByteArray lines = "# [verify] off\nPURGE http://a/\nX:1\n";
        const Strip english(lines);
        QTRY_COMPARE(english.tip(collection::Reader::Kulala),
                     QStringLiteral("Kulala cannot read this request\n"
                                    "Line 1: Not to verify the certificate stands in a comment, "
                                    "which Kulala does not read.\n"
                                    "Line 2: Kulala does not know this method.\n"
                                    "Line 3: Kulala does not read a field without “: ”."));
        const test::German german;
        QVERIFY(german.isThere());
        const Strip strip(lines);
        QTRY_COMPARE(strip.tip(collection::Reader::Kulala),
                     QStringLiteral("Kulala kann diese Anfrage nicht lesen\n"
                                    "Zeile 1: Das Zertifikat nicht zu prüfen steht in einem "
                                    "Kommentar, den Kulala nicht liest.\n"
                                    "Zeile 2: Kulala kennt diese Methode nicht.\n"
                                    "Zeile 3: Kulala liest kein Feld ohne „: “."));
        QCOMPARE(strip.chip(collection::Reader::Kulala)->accessibleDescription(),
                 strip.tip(collection::Reader::Kulala).section(u'\n', 1));
    }

    void aReasonInTheMenuLeadsToItsLine()
    {
        Strip strip("GET http://a/\n?? status == 200\n");
        QTRY_VERIFY(strip.tip(collection::Reader::JetBrains).contains(u'\n'));
        QSignalSpy chosen(&strip.strip, &PortabilityStrip::lineChosen);
        QMenu *menu = strip.chip(collection::Reader::JetBrains)->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        QCOMPARE(menu->actions().front()->text(),
                 QStringLiteral("Line 2: JetBrains does not read ?? lines."));
        menu->actions().front()->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<size_t>(), size_t(1));
    }
};

QTEST_MAIN(TestPortabilityStrip)
#include "tst_portability_strip.moc"
