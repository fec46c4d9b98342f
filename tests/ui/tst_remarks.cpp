// What importers remark: every note that a source leaves has its German, and the window says it in
// its own language, in the preview of an import and under a curl command that was pasted.
#include "german.h"
#include "interop/recorded_file.h"
#include "request_stage.h"
#include "tests/interop/import_sources.h"
#include "ui/request/remark_text.h"
#include "ui/shell/import_dialog.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;
using namespace sonde::ui;
using interop::ImportNote;
using test::RequestStage;

namespace
{

// As many kinds of notes as one source leaves.
const QByteArray script = R"(curl --data-binary @a -d @b --frobnicate -F nothing http://h/
curl -X GET
curl -G --data-urlencode q@file --url-query x@y http://h/a http://h/b --request-target /t
curl -H @fields -H 'Accept:' -H nonsense -b jar -e ';auto' --digest -u a:b http://h/
curl -d a=b -F 'c=d;headers=x' -T e --form-string f http://h/
curl -d @file http://h/
curl --data-urlencode @file http://h/
curl -T - http://h/
curl -F 'a=<b' -F 'c=d;filename=e' http://h/
curl --http3 http://h/
curl --http2 -x http://p:1 --resolve h:80:127.0.0.1 --cacert c --cert d --key e -4 http://h/
curl --max-time soon --max-redirs many --resolve h -x socks5://p:1 --limit-rate 1 http://h/
curl --location-trusted --max-redirs 3 -d "$SECRET" http://h/$HERE --next http://h/
curl -x :// http://h/ --max-time
)";

const QByteArray postman = json(R"({'info': {'name': 'Shop'},
 'variable': [{'key': 'unused', 'value': '1'}],
 'item': [
  {'name': 'a', 'request': {'method': 'POST', 'url': 'http://h/\n',
    'auth': {'type': 'awsv4'}, 'proxy': {'host': 'p'}, 'certificate': {'name': 'c'},
    'header': [{'key': 'not one', 'value': '1', 'disabled': true}],
    'body': {'mode': 'file', 'file': {}}},
   'event': [{'listen': 'test', 'script': {'exec': ['x']}},
             {'listen': 'prerequest', 'script': {'exec': ['x']}}],
   'protocolProfileBehavior': {'tlsPreferServerCiphers': true},
   'response': [{'name': 'r'}]},
  {'name': 'b', 'request': {'method': 'POST', 'url': 'http://h/', 'body': {'mode': 'strange'}}},
  {'name': 'c', 'request': {'method': 'POST', 'url': 'http://h/',
    'body': {'mode': 'raw', 'raw': '### {{x}}\nGET http://h/'}}},
  {'name': 'd'}]})");

const QByteArray archive = json(R"({'log': {'version': '1.2', 'entries': [
  {'request': {'method': 'GET'}},
  {'request': {'method': 'GET', 'url': 'http://h/{{x}}', 'bodySize': 3,
    'headers': [{'name': 'Cookie', 'value': 'a=b'}]}}]}})");

} // namespace

class TestRemarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void everyNoteHasItsGerman_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<size_t>("kinds");
        QTest::addRow("curl") << script << size_t(36);
        QTest::addRow("Postman") << postman << size_t(13);
        QTest::addRow("HAR") << archive << size_t(5);
    }

    void everyNoteHasItsGerman()
    {
        QFETCH(QByteArray, source);
        QFETCH(size_t, kinds);
        const std::vector<ImportNote> notes = planOf(source).notes;
        const test::German german;
        QVERIFY(german.isThere());
        for (const ImportNote &note : notes) {
            const QString english = note.what.text();
            QVERIFY2(remarkText(note.what) != english, qPrintable(english));
            QVERIFY2(!remarkText(note.what).contains(u'%'), qPrintable(english));
        }
        QVERIFY2(notes.size() >= kinds, qPrintable(QString::number(notes.size())));
    }

    // A value is a value, whatever it looks like.
    void whatIsInAValueIsNoPlace()
    {
        const auto remark = interop::Remark("The setting “%1” is not carried.").arg("a%1%2");
        QCOMPARE(remark.text(), QStringLiteral("The setting “a%1%2” is not carried."));
        const test::German german;
        QCOMPARE(remarkText(remark),
                 QStringLiteral("Die Einstellung „a%1%2“ wird nicht übernommen."));
    }

    void thePreviewSaysThemInTheLanguageOfTheWindow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("commands.sh"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("curl --limit-rate 1 http://h/\n");
        file.close();
        const test::German german;
        ImportDialog dialog(path, folder.path());
        dialog.show();
        const QTreeWidget *notes = dialog.findChildren<QTreeWidget *>().value(1);
        QTRY_COMPARE(notes->topLevelItemCount(), 1);
        const QTreeWidgetItem *note = notes->topLevelItem(0);
        QCOMPARE(note->text(0), QStringLiteral("curl-Befehl 1"));
        QCOMPARE(note->text(1), QStringLiteral("Für --limit-rate von curl gibt es in Sonde kein "
                                               "Gegenstück; es wurde weggelassen."));
        QCOMPARE(note->toolTip(1), note->text(1));
    }

    void soDoesARecordingThatIsLookedAt()
    {
        const auto recorded = interop::readArchive(json(
            R"({'log': {'version': '1.2', 'entries': [{'request': {}},
                {'request': {'method': 'GET', 'url': 'http://h/'}, 'response': {'status': 200}}]}})"));
        QVERIFY(recorded);
        QCOMPARE(recorded->notes.size(), size_t(1));
        QCOMPARE(recorded->notes[0].text(),
                 QStringLiteral("Entries whose request cannot be read, which are left out: 1."));
        const test::German german;
        QCOMPARE(remarkText(recorded->notes[0]),
                 QStringLiteral("Einträge mit unlesbarer Anfrage, die ausgelassen werden: 1."));
    }

    void aPastedCommandDoesSo()
    {
        const test::German german;
        RequestStage stage;
        QVERIFY(stage.pane.takeCurl(QStringLiteral("curl -b jar http://h/")));
        QVERIFY2(stage.pane.hint()->sentence().endsWith(
                     QStringLiteral("\nDie Cookies in der Datei „jar“ wurden nicht gelesen.")),
                 qPrintable(stage.pane.hint()->sentence()));
    }
};

QTEST_MAIN(TestRemarks)
#include "tst_remarks.moc"
