// Layouts of XML, HTML, CSS and JavaScript: as expected, the same however the octets are cut, and
// nothing but white space changed.
#include "body/byte_store.h"
#include "body/formatter.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace sonde::body;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

QByteArray laidOut(Language language, QByteArrayView text, qsizetype step)
{
    const auto formatter = Formatter::make(language);
    QByteArray result;
    while (!text.isEmpty()) {
        const auto piece = text.first(std::min(step, text.size()));
        formatter->feed(piece, result);
        text = text.sliced(piece.size());
    }
    formatter->finish(result);
    return result;
}

QByteArray withoutSpace(QByteArray text)
{
    text.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
    return text;
}

// What an XML reader makes of it, white space at the edges of a text aside.
QByteArrayList events(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QByteArrayList result;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            QByteArray line = "<" + reader.qualifiedName().toUtf8();
            for (const auto &attribute : reader.attributes())
                line += ' ' + attribute.qualifiedName().toUtf8() + '=' + attribute.value().toUtf8();
            result += line;
            break;
        }
        case QXmlStreamReader::EndElement:
            result += ">";
            break;
        case QXmlStreamReader::Characters: {
            const QByteArray text = reader.text().toUtf8().simplified();
            if (!text.isEmpty())
                result += text;
            break;
        }
        case QXmlStreamReader::Comment:
            result += "#" + reader.text().toUtf8();
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        result += "error";
    return result;
}

} // namespace

class TestFormatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("language"); // -1: none
        const auto row = [](const char *type, int language) {
            QTest::newRow(type) << QByteArray(type) << language;
        };
        row("application/json", int(Language::Json));
        row("application/problem+json", int(Language::Json));
        row("application/x-ndjson", int(Language::Json));
        row("text/xml", int(Language::Xml));
        row("image/svg+xml", int(Language::Xml));
        row("application/xhtml+xml", int(Language::Xml));
        row("TEXT/HTML", int(Language::Html));
        row("text/css", int(Language::Css));
        row("text/javascript", int(Language::JavaScript));
        row("application/x-javascript", int(Language::JavaScript));
        row("text/plain", -1);
        row("", -1);
    }

    void languages()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const int, language);
        const auto found = languageOf(type);
        QCOMPARE(found ? int(*found) : -1, language);
    }

    void layouts_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, Language language, const char *text,
                            const char *expected) {
            QTest::newRow(name) << language << QByteArray(text) << QByteArray(expected);
        };
        using enum Language;
        row("xml", Xml, R"(<?xml version="1.0"?><a x="1>2"><b>text</b><c/><d><e/></d></a>)",
            "<?xml version=\"1.0\"?>\n<a x=\"1>2\">\n  <b>text</b>\n  <c/>\n  <d>\n    <e/>\n"
            "  </d>\n</a>\n");
        row("xml, laid out already", Xml, "<a>\n    <b> t </b>\n\n</a>\n",
            "<a>\n  <b>t</b>\n</a>\n");
        row("xml, mixed", Xml, "<p>one <b>two</b> three</p>",
            "<p>one\n  <b>two</b>\n  three\n</p>\n");
        row("xml, comment and data", Xml, "<a><!-- <x> --><![CDATA[<b>]]></a>",
            "<a>\n  <!-- <x> -->\n  <![CDATA[<b>]]>\n</a>\n");
        row("xml, empty", Xml, "<a></a>", "<a></a>\n");
        row("xml, doctype", Xml, "<!DOCTYPE a><a/>", "<!DOCTYPE a>\n<a/>\n");
        row("html", Html,
            "<!doctype html><html><head><title>T</title><meta charset=utf-8></head><body>"
            "<p>One <b>two</b> three<br>four</p><ul><li>a<li>b</ul></body></html>",
            "<!doctype html>\n<html>\n  <head>\n    <title>T</title>\n    <meta charset=utf-8>\n"
            "  </head>\n  <body>\n    <p>One <b>two</b> three<br>four</p>\n    <ul>\n      <li>a\n"
            "      <li>b\n    </ul>\n  </body>\n</html>\n");
        row("html, as it is", Html,
            "<div><pre> a\n  b </pre><script>if (a < b) { x(\"</p>\") }"
            "</script></div>",
            "<div>\n  <pre> a\n  b </pre>\n  <script>if (a < b) { x(\"</p>\") "
            "}</script>\n</div>\n");
        row("html, less than", Html, "<p>a < b</p>", "<p>a < b</p>\n");
        row("css", Css, "@media print{a,b:hover{color:red;margin:0 1px}}p{x:url(a;b)}/* end */",
            "@media print {\n  a,b:hover {\n    color:red;\n    margin:0 1px\n  }\n}\n"
            "p {\n  x:url(a;b)\n}\n/* end */\n");
        row("javascript", JavaScript,
            "function f(a){if(a){return{b:1}.b}else{for(;;){}}}var s=\"};\",r=/[/}]/g;f(`${{}}`)",
            "function f(a) {\n  if(a) {\n    return {\n      b:1\n    }.b\n  } else {\n"
            "    for(;;) {}\n  }\n}\nvar s=\"};\",r=/[/}]/g;\nf(`${{}}`)\n");
        row("javascript, lines kept", JavaScript, "a()\nb() // c; {\nd()",
            "a()\nb() // c; {\nd()\n");
        row("javascript, calls", JavaScript, "(function(){x()})()", "(function() {\n  x()\n})()\n");
    }

    void layouts()
    {
        QFETCH(const Language, language);
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, expected);
        const QByteArray whole = laidOut(language, text, text.size());
        QCOMPARE(whole, expected);
        for (const qsizetype step : {1, 2, 3, 7})
            QCOMPARE(laidOut(language, text, step), whole);
        QCOMPARE(withoutSpace(whole), withoutSpace(text));
        // What is laid out stays as it is.
        QCOMPARE(laidOut(language, whole, whole.size()), whole);
    }

    void xmlMeansTheSame_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("feed") << QByteArray(
            "<feed xmlns='a' xmlns:b=\"c\"><entry b:id='1'>\n<title>x &amp; y</title></entry>"
            "<!--note--><entry/><p>mixed <i>text</i>, so</p></feed>");
        QTest::newRow("data") << QByteArray("<a>one<![CDATA[ <two> ]]>three</a>");
        QTest::newRow("deep") << QByteArray(QByteArray("<n>").repeated(200) + "x" +
                                            QByteArray("</n>").repeated(200));
    }

    void xmlMeansTheSame()
    {
        QFETCH(const QByteArray, xml);
        QCOMPARE(events(laidOut(Language::Xml, xml, 5)), events(xml));
    }

    void anythingPassesThrough()
    {
        const QByteArray hostile("<<a<b></c></><!-<!--x--><p <q>\"'{}}})((/*//`${`\\\n<script></");
        for (const Language language :
             {Language::Xml, Language::Html, Language::Css, Language::JavaScript}) {
            const QByteArray whole = laidOut(language, hostile, hostile.size());
            QCOMPARE(withoutSpace(whole), withoutSpace(hostile));
            QCOMPARE(laidOut(language, hostile, 1), whole);
        }
    }

    void hostileNestingDoesNotGrowAsItsSquare()
    {
        const QByteArray deep = QByteArray("<a>").repeated(200'000);
        QVERIFY(laidOut(Language::Xml, deep, 4096).size() < deep.size() * 30);
        const QByteArray braces = QByteArray("{").repeated(200'000);
        QVERIFY(laidOut(Language::Css, braces, 4096).size() < braces.size() * 80);
    }

    void aBodyIsDerivedWhileItGrows()
    {
        auto source = std::make_shared<ByteStore>();
        QVERIFY(source->append("<a><b>"));
        DerivedBody pretty(source, layoutOf(Language::Xml));
        const auto text = [&] {
            return pretty.result()->read(0, pretty.result()->size()).value_or(QByteArray());
        };
        QTRY_COMPARE_WITH_TIMEOUT(text(), QByteArray("<a>\n  <b>"), patience);
        QVERIFY(!pretty.result()->isFinished());
        QVERIFY(source->append("x</b></a>"));
        source->finish();
        pretty.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(pretty.result()->isFinished(), patience);
        QCOMPARE(text(), QByteArray("<a>\n  <b>x</b>\n</a>\n"));
        QVERIFY(pretty.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFormatter)
#include "tst_formatter.moc"
