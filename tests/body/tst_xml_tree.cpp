// XML as a tree: what is under each element is what an XML reader finds there, paths lead back to
// their elements, cuts change nothing, and size costs nothing.
#include "body/byte_store.h"
#include "body/xml_tree.h"

#include <QRandomGenerator>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>

using namespace sonde::body;

namespace
{

std::shared_ptr<ByteStore> storeOf(const QByteArray &octets, bool finish = true)
{
    auto store = std::make_shared<ByteStore>();
    if (!store->append(octets))
        qFatal("append");
    if (finish)
        store->finish();
    return store;
}

std::vector<TreeChild> childrenOf(JsonInput &input, const std::optional<TreeChild> &container)
{
    const auto children = xmlTree().childrenOf(container);
    while (children->advance(input, 1 << 20) == TreeChildren::Progress::Partial) {
    }
    return children->children(input, 0, children->count());
}

// As lines: “<name”, “@name=value”, text, “>”.
void walk(JsonInput &input, const std::optional<TreeChild> &container, QByteArrayList &lines)
{
    for (const TreeChild &child : childrenOf(input, container)) {
        const QByteArray name = xmlTree().name(input, child, 1000);
        switch (XmlKind(child.kind)) {
        case XmlKind::Element:
            lines += "<" + name;
            if (child.isContainer)
                walk(input, child, lines);
            lines += ">";
            break;
        case XmlKind::Attribute:
            lines += name + "=" + xmlTree().value(input, child, 1000);
            break;
        case XmlKind::Text:
        case XmlKind::Data:
            lines += xmlTree().value(input, child, 1000);
            break;
        case XmlKind::Comment:
            lines += "#" + xmlTree().value(input, child, 1000);
            break;
        default:
            break;
        }
    }
}

QByteArrayList read(const QByteArray &xml)
{
    QByteArrayList lines;
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false);
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            lines += "<" + reader.qualifiedName().toUtf8();
            for (const auto &attribute : reader.attributes())
                lines += '@' + attribute.qualifiedName().toUtf8() + '=' +
                         attribute.value().toUtf8().simplified();
            break;
        case QXmlStreamReader::EndElement:
            lines += ">";
            break;
        case QXmlStreamReader::Characters:
            if (!reader.isWhitespace())
                lines += reader.text().toUtf8().simplified();
            break;
        case QXmlStreamReader::Comment:
            lines += "#" + reader.text().toUtf8().simplified();
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        qFatal("%s", qPrintable(reader.errorString()));
    return lines;
}

// Elements with an id each, a few levels deep.
QByteArray randomXml(QRandomGenerator &random, int depth, int &id)
{
    static const QByteArray names[] = {"a", "b", "item", "x-y"};
    const QByteArray name = names[random.bounded(4)];
    QByteArray xml = "<" + name + " id='" + QByteArray::number(++id) + "'";
    if (random.bounded(3) == 0)
        xml += " note = \"1 > 0 &amp; &#x41;\"";
    if (random.bounded(5) == 0)
        return xml + "/>";
    xml += ">";
    for (quint32 i = depth > 0 ? random.bounded(5) : 0; i > 0; --i) {
        if (random.bounded(4) == 0)
            xml += "<!-- not <this> -->";
        if (random.bounded(3) == 0)
            xml += "\n  ";
        xml += randomXml(random, depth - 1, id);
        if (random.bounded(4) == 0)
            xml += "text &lt; ]] more";
    }
    return xml + "</" + name + ">";
}

// The id of the element that a path leads to, by a reader of its own: /*[2][self::a]/*[1]…
QByteArray idAt(const QByteArray &xml, const QByteArray &path)
{
    std::vector<std::pair<int, QByteArray>> steps;
    for (const QByteArray &step : path.split('/').sliced(1)) {
        const qsizetype close = step.indexOf(']');
        const qsizetype self = step.indexOf("self::");
        steps.emplace_back(step.mid(2, close - 2).toInt(),
                           self < 0 ? QByteArray() : step.mid(self + 6).chopped(1));
    }
    QXmlStreamReader reader(xml);
    std::vector<int> counts{0};
    size_t matched = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            ++counts.back();
            const size_t level = counts.size() - 1;
            if (matched == level && level < steps.size() && counts.back() == steps[level].first) {
                if (reader.qualifiedName().toUtf8() != steps[level].second)
                    return "another name";
                if (++matched == steps.size())
                    return reader.attributes().value("id").toUtf8();
            }
            counts.push_back(0);
        } else if (token == QXmlStreamReader::EndElement) {
            counts.pop_back();
            if (matched >= counts.size())
                matched = counts.size() - 1;
        }
    }
    return "nowhere";
}

} // namespace

class TestXmlTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walkEqualsAReader_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("all kinds") << QByteArray(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ELEMENT a ANY><!ENTITY e \"]>\">]>\n"
            "<a b='\">' c=\"x\ty\"><!--x<y--><c/><d e = 'f' >g&amp;h</d>"
            "<n:s xmlns:n='u' n:t='&lt;'/> tail </a>");
        QRandomGenerator random(23);
        for (int i = 0; i < 50; ++i) {
            int id = 0;
            QTest::addRow("random %d", i) << randomXml(random, 5, id);
        }
    }

    void walkEqualsAReader()
    {
        QFETCH(const QByteArray, xml);
        JsonInput input(storeOf(xml));
        QByteArrayList lines;
        walk(input, std::nullopt, lines);
        QCOMPARE(lines, read(xml));
    }

    void pathsLeadBackToTheirElements()
    {
        QRandomGenerator random(42);
        for (int round = 0; round < 30; ++round) {
            int id = 0;
            const QByteArray xml = randomXml(random, 4, id);
            JsonInput input(storeOf(xml));
            for (int wanted = 1; wanted <= id; ++wanted) {
                const QByteArray mark = " id='" + QByteArray::number(wanted) + "'";
                // The octet of its tag, and that of its attribute.
                const qint64 tag = xml.lastIndexOf('<', xml.indexOf(mark));
                const auto places = xmlTree().places(input, tag);
                QVERIFY(places);
                QCOMPARE(idAt(xml, xmlTree().path(input, *places)), QByteArray::number(wanted));
                const auto inside = xmlTree().places(input, xml.indexOf(mark) + 2);
                QVERIFY(inside);
                QCOMPARE(xmlTree().path(input, *inside), xmlTree().path(input, *places) + "/@id");
                const TreeChild &element = places->back().child;
                const auto end = xmlTree().end(input, element);
                QVERIFY(end);
                QXmlStreamReader part(xml.mid(element.from, *end - element.from));
                while (!part.atEnd())
                    part.readNext();
                QVERIFY2(!part.hasError(), qPrintable(part.errorString()));
            }
        }
    }

    void growingBodiesGiveTheSame()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            int id = 0;
            const QByteArray xml = randomXml(random, 3, id);
            JsonInput whole(storeOf(xml));
            const auto root = xmlTree().first(whole);
            QVERIFY(root);
            const auto expected = childrenOf(whole, root);
            auto store = storeOf({}, false);
            JsonInput input(store);
            const auto children = xmlTree().childrenOf(root);
            for (qsizetype at = 0; at < xml.size();) {
                const auto step = qsizetype(1 + random.bounded(9));
                QVERIFY(store->append(xml.mid(at, step)));
                at += step;
                while (children->advance(input, 3) == TreeChildren::Progress::Partial) {
                }
            }
            store->finish();
            while (children->advance(input, 3) == TreeChildren::Progress::Partial) {
            }
            QVERIFY(children->isWhole());
            QCOMPARE(children->children(input, 0, children->count()), expected);
        }
    }

    void aMillionChildrenByNumber()
    {
        QByteArray xml("<all>");
        for (int i = 0; i < 1'000'000; ++i)
            xml += "<i>" + QByteArray::number(i) + "</i>";
        xml += "</all>";
        JsonInput input(storeOf(xml));
        const auto children = xmlTree().childrenOf(xmlTree().first(input));
        while (children->advance(input, 1 << 20) == TreeChildren::Progress::Partial) {
        }
        QCOMPARE(children->count(), 1'000'000);
        for (const qint64 number : {0, 999, 1000, 543'210, 999'999}) {
            const auto found = children->children(input, number, 2);
            QCOMPARE(xmlTree().value(input, found.front(), 100), QByteArray::number(number));
            QCOMPARE(found.front().ordinal, number + 1);
        }
    }

    void brokenXmlIsShownAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("xml");
        for (const char *xml :
             {"<", "<a", "<a b", "<a b=", "<a b='", "<a><b>", "</a>", "<a></b></c>", "<!--",
              "<![CDATA[", "<?", "<!", "a < b", "<<a>", "<a><", "&#x;", ""})
            QTest::newRow(xml) << QByteArray(xml);
        QTest::newRow("depth") << QByteArray("<a>").repeated(100'000);
    }

    void brokenXmlIsShownAllTheSame()
    {
        QFETCH(const QByteArray, xml);
        JsonInput input(storeOf(xml));
        const auto top = childrenOf(input, std::nullopt);
        for (const TreeChild &child : top) {
            QVERIFY(child.from >= 0 && child.from < xml.size());
            (void)xmlTree().name(input, child, 100);
            (void)xmlTree().value(input, child, 100);
            (void)childrenOf(input, child);
            const auto end = xmlTree().end(input, child);
            QVERIFY(end && *end <= xml.size() && *end > child.from);
        }
        for (qint64 octet = 0; octet < std::min<qint64>(xml.size(), 20); ++octet)
            QVERIFY(xmlTree().places(input, octet));
    }

    void aStopIsHeeded()
    {
        const auto stop = makeStopMark();
        JsonInput input(storeOf("<a><b/></a>"), stop);
        *stop = true;
        const auto children = xmlTree().childrenOf(std::nullopt);
        QCOMPARE(int(children->advance(input, 100)), int(TreeChildren::Progress::Stopped));
        QVERIFY(!xmlTree().places(input, 3));
    }

    void escapes()
    {
        QCOMPARE(unescapedXml("&lt;&amp;&quot;&apos;&gt; &#65;&#x1F600; &no; &#xD800; &"),
                 QByteArray("<&\"'> A\U0001F600 &no; &#xD800; &"));
    }
};

QTEST_GUILESS_MAIN(TestXmlTree)
#include "tst_xml_tree.moc"
