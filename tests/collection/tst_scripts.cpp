// The scripts of a request: found, shown without their braces, and changed without touching a line
// of anything else.
#include "collection/scripts.h"

#include <QTest>

using namespace sonde::collection;
using When = Script::When;

namespace
{

const QByteArray both = "### Log in\r\n"
                        "# a note\r\n"
                        "< {%\r\n"
                        "  one();\r\n"
                        "\r\n"
                        "  two();\r\n"
                        "%}\r\n"
                        "POST http://a/\r\n"
                        "\r\n"
                        "{\"a\":   1}\r\n"
                        "\r\n"
                        "> {% done(); %}\r\n";

} // namespace

class TestScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFound()
    {
        const auto scripts = scriptsOf({both, true});
        QCOMPARE(scripts, (std::vector<Script>{{When::Before, false, "  one();\n\n  two();"},
                                               {When::After, false, "done();"}}));
        QVERIFY(canEditScript(scripts, When::Before) && canEditScript(scripts, When::After));
        const auto files = scriptsOf({"< ./a.js\nGET http://a/\n\n> b.js\n> {% c %}\n", false});
        QCOMPARE(files, (std::vector<Script>{{When::Before, true, "./a.js"},
                                             {When::After, true, "b.js"},
                                             {When::After, false, "c"}}));
        QVERIFY(!canEditScript(files, When::Before) && !canEditScript(files, When::After));
        QVERIFY(scriptsOf({"GET http://a/\n", false}).empty());
        QVERIFY(scriptsOf({"no request {% at all %}", false}).empty());
    }

    void aChangeTouchesItsLinesAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("when");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &text, When when,
                            const QString &code, const QByteArray &after) {
            QTest::newRow(name) << text << int(when) << code << after;
        };
        row("a line of many", both, When::Before, "  one();\n\n  three();",
            QByteArray(both).replace("two", "three"));
        row("in one line", both, When::After, "other();",
            QByteArray(both).replace("done", "other"));
        row("one line becomes two", both, When::After, "a();\nb();",
            QByteArray(both).replace("> {% done(); %}", "> {%\r\na();\r\nb();\r\n%}"));
        row("gone, with the blank line above", both, When::After, "",
            QByteArray(both).replace("\r\n\r\n> {% done(); %}", ""));
        row("gone before the request", both, When::Before, " ",
            QByteArray(both).replace("< {%\r\n  one();\r\n\r\n  two();\r\n%}\r\n", ""));
        row("begins behind the brace", "> {% a(\n  1);\n%}\n", When::After, "", {});
        row("code in the lines of the braces", "GET http://a/\n\n> {% a(\n  1); %}", When::After,
            "b(\n  1); ", "GET http://a/\n\n> {% b(\n  1); %}");
        row("the first one before", "### A\n# note\n# @name a\nGET http://a/\n", When::Before,
            "x();", "### A\n# note\n# @name a\n< {%\nx();\n%}\nGET http://a/\n");
        row("the first one after", "### A\nPOST http://a/\n\nbody\n\n", When::After, "x();",
            "### A\nPOST http://a/\n\nbody\n\n> {%\nx();\n%}\n\n");
        row("at the very end", "GET http://a/", When::After, "x();",
            "GET http://a/\n\n> {%\nx();\n%}");
        row("nothing to nothing", "GET http://a/", When::After, "\n", "GET http://a/");
        row("with a separator inside", both, When::After, "a();\n### b",
            QByteArray(both).replace("> {% done(); %}", "> {%\r\na();\r\n### b\r\n%}"));
    }
    void aChangeTouchesItsLinesAlone()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, when);
        QFETCH(QString, code);
        QFETCH(QByteArray, after);
        for (const bool separated : {false, true}) {
            const auto changed = withScript({text, separated}, When(when), code);
            if (after.isEmpty()) { // it is no request
                QVERIFY(!changed);
                continue;
            }
            QVERIFY2(changed, changed ? "" : qPrintable(changed.error().sentence));
            QCOMPARE(changed->octets, after);
            const auto scripts = scriptsOf(*changed);
            const auto there = std::ranges::find(scripts, When(when), &Script::when);
            QCOMPARE(there == scripts.end() ? QString() : there->code.trimmed(), code.trimmed());
        }
    }

    void whatCannotBeIsRefused()
    {
        const auto ends = withScript({both, true}, When::After, "a(); %} b();");
        QVERIFY(!ends && ends.error().sentence.contains("%}"));
        QVERIFY(!withScript({"< a.js\nGET http://a/\n", false}, When::Before, "x"));
        QVERIFY(!withScript({"GET http://a/\n\n> {% a %}\n> {% b %}\n", false}, When::After, "x"));
        QVERIFY(!withScript({"# nothing\n", false}, When::After, "x"));
    }
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
