// Raw octets: which are known, the layers that an octet lies in, and the selection that frames and
// octets share.
#include "ui/protocol/layer_table.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/raw_pane.h"
#include "ui/protocol/wire_place.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/body_view/body_view.h"
#include "wire_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using test::viewOf;
using test::WireScript;
using trace::Direction;
using Kind = WireLayer::Kind;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

std::shared_ptr<body::ByteStore> bodyOf(const QByteArray &octets)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!store->append(octets))
        qFatal("append");
    store->finish();
    return store;
}

std::unique_ptr<ProtocolView> shownRaw(const WireScript &script, quint32 stream,
                                       std::shared_ptr<const body::ByteSource> body = nullptr)
{
    auto view = std::make_unique<ProtocolView>();
    view->resize(1300, 700);
    view->show();
    view->showExchange(script.exchange(stream)->state(), {nullptr, std::move(body)});
    view->showPane(ProtocolView::Pane::Raw);
    if (!QTest::qWaitFor([&] { return view->feed()->view().size() > 0; }, patience))
        qFatal("nothing was read");
    QCoreApplication::processEvents();
    return view;
}

// The first row of that type and direction.
size_t rowOf(const WireView &view, trace::FrameType type, Direction direction, quint32 stream)
{
    for (size_t row = 0; row < view.size(); ++row) {
        const trace::Frame &frame = view.http2->frames[row];
        if (frame.is(type) && frame.direction == direction && frame.stream == stream)
            return row;
    }
    qFatal("no such frame");
}

QString shownText(const BodyView &view)
{
    QString text;
    for (const auto &row : view.shownRows())
        text += row->shape->text() + u'\n';
    return text;
}

} // namespace

class TestRawPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentComesFromTheBody()
    {
        const auto script = WireScript::twoRequests();
        const auto view = viewOf(script);
        QByteArray body;
        for (int i = 0; i < 20'000; ++i)
            body += char('a' + i % 26);
        const auto map = wireMap(view, Direction::Received, 1, quint64(body.size()));
        QCOMPARE(map.references.size(), 2u); // two DATA frames
        QVERIFY(map.missing.empty());
        WireOctets octets(script.connection(), Direction::Received);
        octets.setBody(bodyOf(body), map.references);
        const auto first = map.references[0];
        QCOMPARE(first.to - first.from, quint64(16'384));
        QCOMPARE(*octets.read(qint64(first.from), 30), body.first(30));
        // From the frame's header on, across the seam, at any place.
        const auto head = *octets.read(qint64(first.from) - 9, 12);
        QCOMPARE(head.first(5), QByteArray("\0\x40\0\0\0", 5)); // length 16,384, DATA, no flags
        QCOMPARE(head.last(3), QByteArray("abc"));
        const auto second = map.references[1];
        QCOMPARE(second.bodyOffset, quint64(16'384));
        QCOMPARE(*octets.read(qint64(second.to) - 5, 5), body.last(5));
        QVERIFY(map.isThere(first.from));
    }

    void whatNobodyKeptIsMissing()
    {
        const auto script = WireScript::twoRequests();
        const auto view = viewOf(script);
        for (const auto &map : {wireMap(view, Direction::Received, 1, 0),         // decoded
                                wireMap(view, Direction::Received, 3, 20'000)}) { // another's
            QVERIFY(map.references.empty());
            QCOMPARE(map.missing.size(), 2u);
            QVERIFY(!map.isThere(map.missing[0].from));
            QVERIFY(!map.isThere(map.missing[0].to - 1));
            QVERIFY(map.isThere(map.missing[0].from - 1));
            QVERIFY(map.isThere(map.missing[0].to));
        }
        // A body that is shorter than the frames say has not the octets of the last.
        const auto map = wireMap(view, Direction::Received, 1, 17'000);
        QCOMPARE(map.references.size(), 1u);
        QCOMPARE(map.missing.size(), 1u);
        QVERIFY(wireMap(view, Direction::Sent, 1, 20'000).references.empty());
    }

    void aFullRecordEnds()
    {
        WireView view;
        view.http1 = std::make_shared<const WireView::Parts>();
        view.truncation = trace::ByteLog::Truncation{.at = {}, .sent = 10, .received = 20};
        QVERIFY(wireMap(view, Direction::Sent, {}, 0).isThere(9));
        QVERIFY(!wireMap(view, Direction::Sent, {}, 0).isThere(10));
        QVERIFY(wireMap(view, Direction::Received, {}, 0).isThere(19));
    }

    void layersLieWithinEachOther()
    {
        const auto script = WireScript::twoRequests();
        const auto view = viewOf(script);
        const size_t head = rowOf(view, trace::FrameType::Headers, Direction::Sent, 1);
        const auto &frame = view.http2->frames[head];
        // ":path: /orders" is the third field, behind two octets of indices.
        const quint64 octet = frame.offset + 9 + 4;
        const auto layers =
            layersAt(view, *script.connection(), Direction::Sent, octet, test::Recording::stamp(0));
        QCOMPARE(layers.size(), 4u);
        QCOMPARE(layers[0].kind, Kind::Connection);
        QCOMPARE(layers[1].kind, Kind::Read);
        QVERIFY(layers[1].what.contains(QLatin1String("1.000")));
        QCOMPARE(layers[2].kind, Kind::Message);
        QCOMPARE(layers[2].from, frame.offset);
        QCOMPARE(layers[3].kind, Kind::Part);
        QVERIFY2(layers[3].what.contains(QLatin1String(":path: /orders")),
                 qPrintable(layers[3].what));
        for (size_t i = 0; i < layers.size(); ++i) {
            QVERIFY(octet >= layers[i].from && octet < layers[i].to);
            if (i > 1) {
                QVERIFY(layers[i].from >= layers[i - 1].from);
                QVERIFY(layers[i].to <= layers[i - 1].to);
            }
        }
        QVERIFY(layersAt(view, *script.connection(), Direction::Sent, 1 << 30, {}).empty());
    }

    void contentIsTheInnermostLayer()
    {
        const auto script = WireScript::twoRequests();
        const auto view = viewOf(script);
        const size_t row = rowOf(view, trace::FrameType::Data, Direction::Received, 1);
        const quint64 octet = view.http2->frames[row].offset + 9 + 99;
        const auto layers = layersAt(view, *script.connection(), Direction::Received, octet, {});
        QCOMPARE(layers.back().kind, Kind::Content);
        QCOMPARE(layers.back().what, QStringLiteral("octet 100 of the content"));
    }

    void http1HasPartsAndFields()
    {
        WireScript script(http::Version::Http11);
        script.sent(1, "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n");
        script.received(9, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const auto view = viewOf(script);
        const auto layers = layersAt(view, *script.connection(), Direction::Received, 20, {});
        QVERIFY(layers.size() >= 3);
        QCOMPARE(layers[2].kind, Kind::Message);
        QCOMPARE(layers[2].from, quint64(0));
        // Nothing was taken off where nothing was.
        QCOMPARE(layers[0].what, QStringLiteral("octet 21 of 38 that were received"));
        script.connection()->update([](trace::ConnectionState &state) { state.tls.emplace(); });
        const auto secured = layersAt(view, *script.connection(), Direction::Received, 20, {});
        QVERIFY(secured[0].what.endsWith(QStringLiteral("TLS taken off")));
    }

    void aRecordIsALayer()
    {
        WireScript script(http::Version::Http11);
        script.sent(1, "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n");
        script.received(9, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const auto record = [](double ms, quint32 wire, quint16 carried, quint8 type) {
            return trace::TlsRecord{.at = test::Recording::stamp(ms),
                                    .wireOctets = wire,
                                    .carried = carried,
                                    .type = type,
                                    .direction = Direction::Received};
        };
        script.connection()->records().append(
            std::array{record(4, 1000, 0, trace::TlsRecord::Handshake),
                       record(9, 39, 17, trace::TlsRecord::ApplicationData),
                       record(9, 1043, 21, trace::TlsRecord::ApplicationData)});
        const auto view = viewOf(script);
        const auto layers = layersAt(view, *script.connection(), Direction::Received, 20,
                                     test::Recording::stamp(0));
        QCOMPARE(layers[2].kind, Kind::Record);
        QCOMPARE(layers[2].name, QStringLiteral("TLS record 2"));
        QCOMPARE(layers[2].what, QStringLiteral("1,043 octets on the wire, 1,022 of them around "
                                                "what it carries; at 9.000 ms"));
        QCOMPARE(layers[2].from, quint64(17));
        QCOMPARE(layers[2].to, quint64(38));
        QCOMPARE(layers[3].kind, Kind::Message);
        // Nothing is made up where there was no TLS.
        const auto sent = layersAt(view, *script.connection(), Direction::Sent, 3, {});
        QVERIFY(std::ranges::find(sent, Kind::Record, &WireLayer::kind) == sent.end());
    }

    void aFrameLightsUpItsOctets()
    {
        const auto script = WireScript::twoRequests();
        const auto view = shownRaw(script, 1);
        const size_t row =
            rowOf(view->feed()->view(), trace::FrameType::Headers, Direction::Received, 1);
        view->selection()->select(row);
        const WirePlace place = placeOf(view->feed()->view(), row);
        QCOMPARE(view->raw()->octets(Direction::Received)->selection(),
                 (OctetRange{qint64(place.from), qint64(place.to)}));
        QVERIFY(view->raw()->octets(Direction::Sent)->selection().isEmpty());
        QVERIFY(view->raw()->layers()->model()->rowCount() >= 3);
    }

    void anOctetLightsUpItsFrame()
    {
        const auto script = WireScript::twoRequests();
        const auto view = shownRaw(script, 1);
        const size_t row =
            rowOf(view->feed()->view(), trace::FrameType::WindowUpdate, Direction::Sent, 1);
        const WirePlace place = placeOf(view->feed()->view(), row);
        auto *octets = view->raw()->octets(Direction::Sent);
        octets->reveal(qint64(place.from));
        const qint64 line = qint64(place.from) / 16;
        const QRect where = octets->rowRectangle(line);
        QTest::mouseClick(octets->viewport(), Qt::LeftButton, {},
                          QPoint(octets->textLeft() + 2, where.center().y()));
        const auto found = view->selection()->row();
        QVERIFY(found);
        const WirePlace got = placeOf(view->feed()->view(), *found);
        QCOMPARE(got.direction, Direction::Sent);
        const auto caret = quint64(octets->caret());
        QVERIFY(caret >= got.from && caret < got.to);
        // And with keys.
        QTest::keyClick(octets, Qt::Key_End, Qt::ControlModifier);
        QVERIFY(view->raw()->layers()->model()->rowCount() >= 3); // of the last octet
        QTest::keyClick(octets, Qt::Key_Left);
        QCOMPARE(view->selection()->cursor(),
                 std::optional(view->feed()->view().at(*view->selection()->row())));
    }

    void aLayerIsSelectedByKey()
    {
        const auto script = WireScript::twoRequests();
        const auto view = shownRaw(script, 1);
        view->selection()->select(
            rowOf(view->feed()->view(), trace::FrameType::Headers, Direction::Sent, 1));
        auto *table = view->raw()->layers();
        const QAbstractItemModelTester tester(table->model());
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(view->raw()->octets(Direction::Sent)->selection().length(),
                 qint64(script.connection()->log().octets(Direction::Sent)));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("HEADERS, stream 1")));
    }

    void placesWithoutOctetsAreShownAsSuch()
    {
        const auto script = WireScript::twoRequests();
        const auto view = shownRaw(script, 1);
        view->selection()->select(
            rowOf(view->feed()->view(), trace::FrameType::Data, Direction::Received, 1));
        auto *octets = view->raw()->octets(Direction::Received);
        QVERIFY(shownText(*octets).contains(QStringLiteral("·· ··")));
        const auto whole = shownRaw(script, 1, bodyOf(QByteArray(20'000, 'z')));
        whole->selection()->select(
            rowOf(whole->feed()->view(), trace::FrameType::Data, Direction::Received, 1));
        const QString text = shownText(*whole->raw()->octets(Direction::Received));
        QVERIFY(!text.contains(QStringLiteral("··")));
        QVERIFY(text.contains(QLatin1String("7a 7a 7a")));
    }

    void whatWasSentIsThereToo()
    {
        WireScript script(http::Version::Http11);
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5\r\n\r\n";
        const std::array gap{trace::ByteLog::Gap{.at = quint32(head.size()), .octets = 5}};
        script.connection()->log().append(Direction::Sent, test::Recording::stamp(1),
                                          head + "hello", gap);
        script.received(9, "HTTP/1.1 204 No Content\r\n\r\n");
        const auto exchange = script.exchange(0);
        exchange->update([](trace::ExchangeState &state) {
            state.events.push_back(
                {.at = test::Recording::stamp(1), .what = trace::What::SendHeadStarted});
        });
        ProtocolView view;
        view.resize(1300, 700);
        view.show();
        view.showExchange(exchange->state(), {bodyOf("hello"), nullptr});
        view.showPane(ProtocolView::Pane::Raw);
        QTRY_VERIFY_WITH_TIMEOUT(
            shownText(*view.raw()->octets(Direction::Sent)).contains(QLatin1String("....hello")),
            patience);
        QVERIFY(!shownText(*view.raw()->octets(Direction::Sent)).contains(QStringLiteral("··")));
    }

    void aMillionRowsScroll()
    {
        // 16 MiB of content, of which nothing is kept.
        WireScript script;
        script.sent(0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" +
                           WireScript::frame(trace::FrameType::Settings, 0, 0));
        constexpr quint32 octets = 262'144;
        for (int i = 0; i < 64; ++i)
            script.content(10 + i, 1, octets);
        const auto view = shownRaw(script, 1);
        auto *received = view->raw()->octets(Direction::Received);
        QVERIFY2(received->rowCount() >= 1'048'576,
                 qPrintable(QString::number(received->rowCount())));
        received->verticalScrollBar()->setValue(received->verticalScrollBar()->maximum() / 2);
        QVERIFY(!received->shownRows().empty());
        QVERIFY(received->shownRows().front()->number > 500'000);
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    TestRawPane test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_raw_pane.moc"
