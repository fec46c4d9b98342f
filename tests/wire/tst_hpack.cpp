// The shadow HPACK decoder against the examples of RFC 7541, the public stories and nghttp2 in both
// directions.
#include "hpack_keeping.h"
#include "wire/hpack_huffman.h"
#include "wire/hpack_static_table.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <nghttp2/nghttp2.h>

using namespace sonde;
using namespace sonde::wire;
using testing::hex;
using Decoder = testing::KeepingHpackDecoder;
using trace::FieldForm;

namespace
{

QByteArray listed(const trace::HeaderBlock &block)
{
    QByteArrayList lines;
    for (const auto &field : block.fields)
        lines.append(field.name + ": " + field.value);
    return lines.join('\n');
}

// "[  2] name: value", newest first, as appendix C writes tables.
QByteArray listed(const HpackDecoder &decoder, const trace::HpackTable &table)
{
    QByteArrayList lines;
    const auto held = decoder.history().held(table);
    for (auto entry = held.rbegin(); entry != held.rend(); ++entry)
        lines.append(entry->name + ": " + entry->value);
    return lines.join('\n');
}

struct Example {
    const char *wire;
    const char *fields;
    const char *table;
    quint64 size;
};

// Feeds a run of blocks to one decoder.
void run(HpackDecoder &decoder, const std::vector<Example> &examples)
{
    quint64 number = 0;
    for (const auto &[wire, fields, table, size] : examples) {
        const auto block = decoder.decode(hex(wire), number++);
        QCOMPARE(block.verdict, trace::Verdict{});
        QCOMPARE(listed(block), QByteArray(fields));
        QCOMPARE(listed(decoder, block.after), QByteArray(table));
        QCOMPARE(block.after.size, size);
        quint64 octets = 0;
        for (const auto &field : block.fields)
            octets += field.wireOctets;
        QCOMPARE(octets, block.wireOctets); // none of these has a size update
    }
}

void compareRequests(const std::vector<Example> &examples)
{
    Decoder decoder;
    run(decoder, examples);
    QCOMPARE(decoder.history().entries.size(), size_t(3));
    QCOMPARE(decoder.history().entries[1].block, quint64(1));
}

void compareResponses(const std::vector<Example> &examples)
{
    Decoder decoder;
    decoder.setCeiling(256);
    const auto shrunk = decoder.decode(hex("3fe101"), 99); // the limit that appendix C.5 sets
    QCOMPARE(shrunk.limitUpdates, std::vector<quint64>{256});
    run(decoder, examples);
    QCOMPARE(decoder.table().evicted, quint64(5));
}

// RFC 7541 appendix C.3 and C.4: the same three requests.
std::vector<Example> requests(const char *first, const char *second, const char *third)
{
    return {{first, ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com",
             ":authority: www.example.com", 57},
            {second,
             ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com\n"
             "cache-control: no-cache",
             "cache-control: no-cache\n:authority: www.example.com", 110},
            {third,
             ":method: GET\n:scheme: https\n:path: /index.html\n:authority: www.example.com\n"
             "custom-key: custom-value",
             "custom-key: custom-value\ncache-control: no-cache\n:authority: www.example.com",
             164}};
}

// RFC 7541 appendix C.5 and C.6: the same three responses.
std::vector<Example> responses(const char *first, const char *second, const char *third)
{
    return {{first,
             ":status: 302\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\n"
             "location: https://www.example.com",
             "location: https://www.example.com\ndate: Mon, 21 Oct 2013 20:13:21 GMT\n"
             "cache-control: private\n:status: 302",
             222},
            {second,
             ":status: 307\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\n"
             "location: https://www.example.com",
             ":status: 307\nlocation: https://www.example.com\n"
             "date: Mon, 21 Oct 2013 20:13:21 GMT\ncache-control: private",
             222},
            {third,
             ":status: 200\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:22 GMT\n"
             "location: https://www.example.com\ncontent-encoding: gzip\n"
             "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1",
             "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1\n"
             "content-encoding: gzip\ndate: Mon, 21 Oct 2013 20:13:22 GMT",
             215}};
}

struct Deflater {
    explicit Deflater(size_t table) { nghttp2_hd_deflate_new(&library, table); }
    ~Deflater() { nghttp2_hd_deflate_del(library); }
    Q_DISABLE_COPY_MOVE(Deflater)
    [[nodiscard]] QByteArray deflate(const http::Headers &fields) const
    {
        std::vector<nghttp2_nv> pairs;
        for (const auto &field : fields)
            pairs.push_back({reinterpret_cast<uint8_t *>(const_cast<char *>(field.name.data())),
                             reinterpret_cast<uint8_t *>(const_cast<char *>(field.value.data())),
                             size_t(field.name.size()), size_t(field.value.size()),
                             uint8_t(field.neverIndexed ? NGHTTP2_NV_FLAG_NO_INDEX : 0)});
        QByteArray out(qsizetype(nghttp2_hd_deflate_bound(library, pairs.data(), pairs.size())),
                       '\0');
        const auto length = nghttp2_hd_deflate_hd(library, reinterpret_cast<uint8_t *>(out.data()),
                                                  size_t(out.size()), pairs.data(), pairs.size());
        out.resize(length);
        return out;
    }
    nghttp2_hd_deflater *library = nullptr;
};

} // namespace

class TestHpack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfcSingleFields_data();
    void rfcSingleFields();
    void rfcRequests();
    void rfcResponses();
    void stories_data();
    void stories();
    void staticTableIsTheLibrarys();
    void everyOctetInHuffman();
    void whatNghttp2Writes();
    void countsHttp1Text();
    void tellsWhoInserted();
};

void TestHpack::rfcSingleFields_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<FieldForm>("form");
    QTest::addColumn<quint32>("index");
    QTest::addColumn<quint64>("tableSize");
    QTest::newRow("C.2.1") << hex("400a637573746f6d2d6b65790d637573746f6d2d686561646572")
                           << QByteArray("custom-key: custom-header") << FieldForm::LiteralIndexed
                           << 0u << quint64(55);
    QTest::newRow("C.2.2") << hex("040c2f73616d706c652f70617468")
                           << QByteArray(":path: /sample/path") << FieldForm::Literal << 4u
                           << quint64(0);
    QTest::newRow("C.2.3") << hex("100870617373776f726406736563726574")
                           << QByteArray("password: secret") << FieldForm::NeverIndexed << 0u
                           << quint64(0);
    QTest::newRow("C.2.4") << hex("82") << QByteArray(":method: GET") << FieldForm::Indexed << 2u
                           << quint64(0);
}

void TestHpack::rfcSingleFields()
{
    QFETCH(QByteArray, wire);
    Decoder decoder;
    const auto block = decoder.decode(wire, 0);
    QCOMPARE(block.verdict, trace::Verdict{});
    QTEST(listed(block), "field");
    QCOMPARE(block.fields.size(), size_t(1));
    QTEST(block.fields[0].form, "form");
    QTEST(block.fields[0].index, "index");
    QTEST(block.after.size, "tableSize");
    QCOMPARE(block.fields[0].wireOctets, quint32(wire.size()));
    QVERIFY(!block.fields[0].valueHuffman);
}

void TestHpack::rfcRequests()
{
    compareRequests(requests("828684410f7777772e6578616d706c652e636f6d",
                             "828684be58086e6f2d6361636865",
                             "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565"));
    compareRequests(requests("828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf",
                             "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"));
}

void TestHpack::rfcResponses()
{
    compareResponses(responses(
        "4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d54"
        "6e1768747470733a2f2f7777772e6578616d706c652e636f6d",
        "4803333037c1c0bf",
        "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f"
        "3d4153444a4b48514b425a584f5157454f50495541585157454f49553b206d61782d6167653d333630303b2076"
        "657273696f6e3d31"));
    compareResponses(responses(
        "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f"
        "0b97c8e9ae82ae43d3",
        "4883640effc1c0bf",
        "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335df"
        "dfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007"));
}

void TestHpack::stories_data()
{
    QTest::addColumn<QString>("path");
    for (const auto *folder : {"nghttp2", "nghttp2-change-table-size"}) {
        const QDir stories(QStringLiteral(SONDE_SUITES "/hpack/") + QLatin1String(folder));
        for (const auto &name : stories.entryList({QStringLiteral("*.json")}))
            QTest::addRow("%s/%s", folder, qPrintable(name)) << stories.filePath(name);
    }
}

void TestHpack::stories()
{
    if (!QDir(QStringLiteral(SONDE_SUITES "/hpack")).exists()) {
        if (qEnvironmentVariableIsSet("CI"))
            QFAIL("the hpack suite is missing");
        QSKIP("the hpack suite is not here: nothing was tested");
    }
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto cases = QJsonDocument::fromJson(file.readAll())[u"cases"].toArray();
    QVERIFY(!cases.isEmpty());
    Decoder decoder;
    for (const auto &entry : cases) {
        if (const auto ceiling = entry[u"header_table_size"]; ceiling.isDouble())
            decoder.setCeiling(quint32(ceiling.toInt()));
        const auto wire = QByteArray::fromHex(entry[u"wire"].toString().toLatin1());
        const auto block = decoder.decode(wire, 0);
        QCOMPARE(block.verdict, trace::Verdict{});
        QByteArrayList expected;
        for (const auto &field : entry[u"headers"].toArray()) {
            const auto object = field.toObject();
            expected.append(object.begin().key().toUtf8() + ": " +
                            object.begin().value().toString().toUtf8());
        }
        QCOMPARE(listed(block), expected.join('\n'));
        QVERIFY(block.after.size <= block.after.limit);
    }
}

void TestHpack::staticTableIsTheLibrarys()
{
    nghttp2_hd_inflater *inflater = nullptr;
    nghttp2_hd_inflate_new(&inflater);
    for (size_t i = 0; i < hpackStaticTable.size(); ++i) {
        const auto *entry = nghttp2_hd_inflate_get_table_entry(inflater, i + 1);
        QVERIFY(entry);
        QCOMPARE(hpackStaticTable[i].name.toByteArray(),
                 QByteArray(reinterpret_cast<char *>(entry->name), qsizetype(entry->namelen)));
        QCOMPARE(hpackStaticTable[i].value.toByteArray(),
                 QByteArray(reinterpret_cast<char *>(entry->value), qsizetype(entry->valuelen)));
    }
    nghttp2_hd_inflate_del(inflater);
}

// nghttp2 uses the code where it is shorter, which the zeros make sure of.
void TestHpack::everyOctetInHuffman()
{
    for (int octet = 0; octet < 256; ++octet) {
        const auto value = QByteArray(60, '0') + char(octet) + QByteArray(octet % 8, '0');
        const Deflater deflater(4096);
        Decoder decoder;
        const auto block = decoder.decode(deflater.deflate({{"x", value}}), 0);
        QCOMPARE(listed(block), "x: " + value);
        QVERIFY(block.fields[0].valueHuffman);
    }
}

void TestHpack::whatNghttp2Writes()
{
    QRandomGenerator random(7541);
    Deflater deflater(4096);
    Decoder decoder;
    for (quint64 number = 0; number < 500; ++number) {
        if (number % 50 == 49) {
            const auto table = random.bounded(4097u);
            nghttp2_hd_deflate_change_table_size(deflater.library, table);
            decoder.setCeiling(table);
        }
        http::Headers fields;
        for (int i = random.bounded(12); i >= 0; --i) {
            QByteArray value;
            for (int j = random.bounded(60); j > 0; --j)
                value += char(random.bounded(random.bounded(2) ? 256 : 128));
            fields.append({"name-" + QByteArray::number(random.bounded(9)),
                           random.bounded(3) ? "often" : value, random.bounded(10) == 0});
        }
        const auto block = decoder.decode(deflater.deflate(fields), number);
        QCOMPARE(block.verdict, trace::Verdict{});
        QCOMPARE(block.headers(), fields);
        QCOMPARE(block.after.size, nghttp2_hd_deflate_get_dynamic_table_size(deflater.library));
        QCOMPARE(block.after.inserted - block.after.evicted + 61,
                 nghttp2_hd_deflate_get_num_table_entries(deflater.library));
        if (!decoder.history().held(block.after).empty()) {
            const auto *newest = nghttp2_hd_deflate_get_table_entry(deflater.library, 62);
            QCOMPARE(
                decoder.history().held(block.after).back().name,
                QByteArray(reinterpret_cast<char *>(newest->name), qsizetype(newest->namelen)));
        }
    }
}

void TestHpack::countsHttp1Text()
{
    const Deflater deflater(4096);
    Decoder decoder;
    const auto request = decoder.decode(deflater.deflate({{":method", "GET"},
                                                          {":scheme", "https"},
                                                          {":path", "/x"},
                                                          {":authority", "a.test"},
                                                          {"accept", "*/*"}}),
                                        0);
    QCOMPARE(request.textOctets,
             quint64(QByteArray("GET /x HTTP/1.1\r\nHost: a.test\r\naccept: */*\r\n\r\n").size()));
    const auto response = decoder.decode(deflater.deflate({{":status", "200"}, {"a", "b"}}), 1);
    QCOMPARE(response.textOctets, quint64(QByteArray("HTTP/1.1 200 \r\na: b\r\n\r\n").size()));
    QCOMPARE(decoder.history().textOctets, request.textOctets + response.textOctets);
    QCOMPARE(decoder.history().wireOctets, request.wireOctets + response.wireOctets);
    QVERIFY(decoder.history().saved() > 0.4);
}

void TestHpack::tellsWhoInserted()
{
    Decoder decoder;
    (void)decoder.decode(hex("400a637573746f6d2d6b65790d637573746f6d2d686561646572"), 7);
    const auto block = decoder.decode(hex("be7e0161"), 8);
    QCOMPARE(block.verdict, trace::Verdict{});
    QCOMPARE(block.fields[0].refersTo, std::optional<quint64>(0));
    QCOMPARE(decoder.history().entries[0].block, quint64(7));
    QCOMPARE(block.fields[1].name, QByteArray("custom-key")); // only its name is indexed
    QCOMPARE(block.fields[1].refersTo, std::optional<quint64>(0));
    QCOMPARE(block.fields[1].became, std::optional<quint64>(1));
    QCOMPARE(decoder.history().entries[1].block, quint64(8));
}

QTEST_GUILESS_MAIN(TestHpack)
#include "tst_hpack.moc"
