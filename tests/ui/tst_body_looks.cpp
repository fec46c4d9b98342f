// Events, preview and arrival: the looks of a body that are more than its octets.
#include "body/byte_store.h"
#include "body_stores.h"
#include "ui/body/arrival_chart.h"
#include "ui/body/body_pane.h"
#include "ui/body/events_page.h"
#include "ui/body/json_path_bar.h"
#include "ui/body/preview_page.h"
#include "ui/body/prose_view.h"
#include "ui/body/replay.h"
#include "ui/body/replay_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QMovie>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace sonde;
using test::storeOf;
using namespace sonde::ui;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

// An exchange whose body came in these pieces, ten milliseconds apart.
std::shared_ptr<trace::Exchange> exchangeOf(const QList<QByteArray> &pieces)
{
    auto exchange = std::make_shared<trace::Exchange>(http::Request{});
    const trace::Stamp begin{1'000'000'000};
    exchange->update([](trace::ExchangeState &state) { state.events.clear(); });
    exchange->record(trace::What::Created, begin);
    for (qsizetype i = 0; i < pieces.size(); ++i)
        exchange->recordChunk(begin + 10ms * (i + 1), quint32(pieces[i].size()));
    return exchange;
}

QString cell(const EventModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

void press(QWidget *within, const QString &name)
{
    for (QToolButton *button : within->findChildren<QToolButton *>()) {
        if (button->text() == name || button->accessibleName() == name)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

QByteArray picture(int width, int height, const char *format)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("no %s", format);
    return octets;
}

} // namespace

class TestBodyLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsHaveTimesGapsAndSizes()
    {
        const QList<QByteArray> pieces{"data: one\n\n", "id: 7\nevent: tick\nda",
                                       "ta: {\"n\":2}\n\ndata: three\n\n", "data: fo"};
        auto store = storeOf(pieces.join(), false);
        EventsPage page;
        const QAbstractItemModelTester tester(&page.model());
        page.resize(800, 500);
        page.show();
        page.setBody(store, wire::EventReader::Form::ServerSent, exchangeOf(pieces));
        EventModel &model = page.model();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, patience);
        QCOMPARE(cell(model, 0, EventModel::Data), QStringLiteral("one"));
        QCOMPARE(*model.timeOf(0), std::chrono::nanoseconds(10ms));
        // There when its last octet is.
        QCOMPARE(*model.timeOf(1), std::chrono::nanoseconds(30ms));
        QCOMPARE(cell(model, 1, EventModel::Type), QStringLiteral("tick 7"));
        QVERIFY(cell(model, 1, EventModel::Gap).startsWith(QLatin1String("+20")));
        QTRY_VERIFY2(page.statistics().contains(QLatin1String("has not ended")),
                     qPrintable(page.statistics()));
        QCOMPARE(model.unfinished(), 8);
        page.table()->setFocus();
        QTest::keyClick(page.table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(page.table(), Qt::Key_Down);
        // Its content, laid out.
        QTRY_COMPARE_WITH_TIMEOUT(page.detail()->rowCount(), 3, patience);
        QCOMPARE(page.detail()->shownRows()[1]->shape->text(), QStringLiteral("  \"n\": 2"));
        QVERIFY(store->append("ur\n\n"));
        store->finish();
        page.noteGrowth();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 4, patience);
        QCOMPARE(cell(model, 3, EventModel::Data), QStringLiteral("four"));
        QCOMPARE(model.unfinished(), 0);
    }

    void eventsAreFollowedUntilOneScrollsAway()
    {
        auto store = storeOf({}, false);
        EventsPage page;
        page.resize(800, 500);
        page.show();
        page.setBody(store, wire::EventReader::Form::ServerSent, nullptr);
        const auto grow = [&](int rows) {
            for (int i = 0; i < 20; ++i) {
                QVERIFY(store->append(QByteArray("data: x\n\n").repeated(5)));
                page.noteGrowth();
                QTest::qWait(2);
            }
            QTRY_COMPARE_WITH_TIMEOUT(page.model().rowCount(), rows, patience);
            QTest::qWait(20);
        };
        grow(100);
        QScrollBar *bar = page.table()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(3);
        grow(200);
        QCOMPARE(bar->value(), 3);
    }

    void arrivalsAreTheEventsOfAnyOtherBody()
    {
        const QList<QByteArray> pieces{"abc", "defgh", "i"};
        EventModel model;
        const QAbstractItemModelTester tester(&model);
        model.setBody(storeOf(pieces.join()), std::nullopt, exchangeOf(pieces));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 1, EventModel::Data), QStringLiteral("defgh"));
        QCOMPARE(model.rowOf(0), 0);
        QCOMPARE(model.rowOf(7), 1);
        QCOMPARE(model.rowOf(8), 2);
        QCOMPARE(model.gaps().longest, std::chrono::nanoseconds(10ms));
    }

    // Content that was coded: what came when is told by what had been decoded by then.
    void arrivalsOfDecodedContent()
    {
        auto exchange = std::make_shared<trace::Exchange>(http::Request{});
        const trace::Stamp begin{5};
        exchange->recordChunk(begin + 1ms, 10);
        exchange->noteDecoded(0);
        exchange->recordChunk(begin + 2ms, 10);
        exchange->noteDecoded(500);
        exchange->recordChunk(begin + 3ms, 4);
        exchange->noteDecoded(600);
        Arrivals arrivals(exchange);
        QCOMPARE(arrivals.chunkOf(0), std::optional<size_t>(1));
        QCOMPARE(arrivals.chunkOf(499), std::optional<size_t>(1));
        QCOMPARE(arrivals.chunkOf(500), std::optional<size_t>(2));
        QCOMPARE(arrivals.chunkOf(9999), std::optional<size_t>(2));
        QCOMPARE(arrivals.octetsOf(2), (std::pair<qint64, qint64>(500, 600)));
    }

    void modelsAreReadAsText_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *data, const char *text) {
            QTest::newRow(name) << QByteArray(data) << QByteArray(text);
        };
        row("chat", "{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}", "Hi");
        row("completion", "{\"choices\":[{\"text\":\"Hi\"}]}", "Hi");
        row("messages", "{\"type\":\"x\",\"delta\":{\"type\":\"y\",\"text\":\"Hi\"}}", "Hi");
        row("local chat", "{\"message\":{\"role\":\"a\",\"content\":\"Hi\"}}", "Hi");
        row("local", "{\"response\":\"Hi\",\"done\":false}", "Hi");
        row("candidates", "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}", "Hi");
        row("plain delta", "{\"type\":\"x\",\"delta\":\"Hi\"}", "Hi");
        row("role only", "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}", "");
        row("done", "[DONE]", "");
        row("plain", "some words", "some words");
        row("other json", "{\"a\":1}", "");
    }
    void modelsAreReadAsText()
    {
        QFETCH(QByteArray, data);
        QTEST(client::streamedText(data), "text");
    }

    void theTextOfAllEventsIsOneBody()
    {
        QByteArray stream;
        for (int i = 0; i < 3000; ++i)
            stream += "data: {\"choices\":[{\"delta\":{\"content\":\"w" + QByteArray::number(i) +
                      (i % 100 == 99 ? "\\n" : " ") + "\"}}]}\n\n";
        EventsPage page;
        page.resize(800, 500);
        page.show();
        page.setBody(storeOf(stream), wire::EventReader::Form::ServerSent, nullptr);
        press(&page, QStringLiteral("Text"));
        auto *prose = page.findChild<ProseView *>();
        QVERIFY(prose && prose->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(prose->toPlainText().endsWith(QLatin1String("w2999\n")), patience);
        QCOMPARE(prose->blockCount(), 31);
        QVERIFY(prose->toPlainText().startsWith(QLatin1String("w0 w1 w2")));
    }

    void picturesHaveASizeAndAZoom()
    {
        BodyPane pane;
        pane.resize(600, 500);
        pane.show();
        pane.showBody({.store = storeOf(picture(2000, 1000, "PNG")), .mediaType = "image/png"});
        QCOMPARE(pane.look(), BodyPane::Look::Preview);
        PreviewPage *preview = pane.preview();
        QTRY_VERIFY_WITH_TIMEOUT(!preview->image().isNull(), patience);
        QCOMPARE(preview->image().size(), QSize(2000, 1000));
        QVERIFY(preview->facts().contains(QStringLiteral("2,000 × 1,000")));
        QVERIFY(preview->facts().contains(QLatin1String("PNG")));
        QVERIFY(preview->zoom() < 0.31);
        press(preview, QStringLiteral("1:1"));
        QCOMPARE(preview->zoom(), 1.0);
        press(preview, QStringLiteral("+"));
        QCOMPARE(preview->zoom(), 1.25);
        press(preview, QStringLiteral("Fit"));
        QVERIFY(preview->zoom() < 0.31);
        // By keys as well.
        preview->setFocus();
        for (const auto &[key, zoom] : {std::pair(Qt::Key_1, 1.0), std::pair(Qt::Key_Plus, 1.25),
                                        std::pair(Qt::Key_Minus, 1.0)}) {
            QTest::keyClick(QApplication::focusWidget(), key);
            QCOMPARE(preview->zoom(), zoom);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_0);
        QVERIFY(preview->zoom() < 0.31);
    }

    void theBodyArrivesOnceMore()
    {
        const QList<QByteArray> pieces{"one\n", "two\n", "three\n", "four\n"};
        const auto store = storeOf(pieces.join());
        Replay replay(store, exchangeOf(pieces));
        QCOMPARE(replay.duration(), std::chrono::nanoseconds(30ms));
        QCOMPARE(replay.source()->size(), 4);
        replay.seek(10ms);
        QCOMPARE(replay.source()->size(), 8);
        QVERIFY(!replay.source()->isFinished());
        const auto longer = replay.source();
        replay.seek(9ms);
        QVERIFY(replay.source() != longer);
        QCOMPARE(replay.source()->size(), 4);
        QCOMPARE(replay.source()->read(0, 100).value_or(QByteArray()), QByteArray("one\n"));
        replay.play(10);
        QVERIFY(replay.isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(replay.source()->isFinished(), patience);
        QVERIFY(!replay.isPlaying());

        BodyPane pane;
        pane.resize(800, 500);
        pane.show();
        pane.showBody({.store = store, .mediaType = "text/plain", .exchange = exchangeOf(pieces)});
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 4, patience);
        press(&pane, QStringLiteral("Arrival"));
        auto *slider = pane.replayBar()->findChild<QSlider *>();
        slider->setValue(500);
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 2, patience);
        slider->setValue(0);
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 1, patience);
        press(&pane, QStringLiteral("10×"));
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 4, patience);
        QTest::mouseClick(slider, Qt::LeftButton, {},
                          {slider->width() * 2 / 5, slider->height() / 2});
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 2, patience);
        press(&pane, QStringLiteral("Show all"));
        QTRY_COMPARE_WITH_TIMEOUT(pane.view()->rowCount(), 4, patience);
        QCOMPARE(pane.view()->store(), store);
    }

    void aFilterStaysInForceWhenAReplayStepsBack()
    {
        const QList<QByteArray> pieces{"[{\"id\":1},", "{\"id\":2},", "{\"id\":3},", "{\"id\":4}]"};
        const auto store = storeOf(pieces.join());
        BodyPane pane;
        pane.resize(800, 500);
        pane.show();
        pane.showBody(
            {.store = store, .mediaType = "application/json", .exchange = exchangeOf(pieces)});
        press(&pane, QStringLiteral("Arrival"));
        auto *slider = pane.replayBar()->findChild<QSlider *>();
        slider->setValue(700); // three of them
        pane.filter();
        auto *bar = pane.findChild<JsonPathBar *>();
        bar->findChild<QLineEdit *>()->setText(QStringLiteral("$[*].id"));
        QTRY_VERIFY2(bar->countText().startsWith(QLatin1Char('3')), qPrintable(bar->countText()));
        slider->setValue(0);
        QVERIFY(bar->isVisible());
        QTRY_VERIFY2(bar->countText().startsWith(QLatin1Char('1')), qPrintable(bar->countText()));
        slider->setValue(400);
        QTRY_VERIFY2(bar->countText().startsWith(QLatin1Char('2')), qPrintable(bar->countText()));
        // The button knows that another body begins without one.
        pane.showBody({.store = store, .mediaType = "application/json"});
        QVERIFY(!bar->isVisible());
        for (auto *button : pane.findChildren<QToolButton *>())
            QVERIFY(button->accessibleName() != QLatin1String("Filter") || !button->isChecked());
    }

    void aMovingPictureRestsWhileItIsHidden()
    {
        const QByteArray gif = QByteArray::fromHex("474946383961"
                                                   "01000100800000000000ffffff"
                                                   "21ff0b4e45545343415045322e300301000000"
                                                   "21f9040005000000"
                                                   "2c00000000010001000002024401"
                                                   "00"
                                                   "21f9040005000000"
                                                   "2c00000000010001000002024c01"
                                                   "00"
                                                   "3b");
        BodyPane pane;
        pane.resize(800, 500);
        pane.show();
        pane.showBody({.store = storeOf(gif), .mediaType = "image/gif"});
        QCOMPARE(pane.look(), BodyPane::Look::Preview);
        const auto movie = [&]() -> QMovie * {
            for (auto *label : pane.preview()->findChildren<QLabel *>()) {
                if (label->movie())
                    return label->movie();
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(movie(), patience);
        QVERIFY2(pane.preview()->facts().contains(QLatin1Char('2')),
                 qPrintable(pane.preview()->facts()));
        QCOMPARE(movie()->state(), QMovie::Running);
        pane.setLook(BodyPane::Look::Hex);
        QCOMPARE(movie()->state(), QMovie::Paused);
    }

    void pagesOfAPdfOrWhatIsMissing()
    {
        QByteArray octets;
        {
            QBuffer buffer(&octets);
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            writer.setPageSize(QPageSize(QPageSize::A6));
            QPainter painter(&writer);
            painter.drawText(100, 200, QStringLiteral("one"));
            writer.newPage();
            painter.drawText(100, 200, QStringLiteral("two"));
        }
        BodyPane pane;
        pane.resize(600, 500);
        pane.show();
        pane.showBody({.store = storeOf(octets), .mediaType = "application/pdf"});
        pane.setLook(BodyPane::Look::Preview);
        PreviewPage *preview = pane.preview();
        if (!QImageReader::supportedImageFormats().contains("pdf")) {
            QVERIFY(preview->facts().contains(QLatin1String("qt6-image-formats-plugin-pdf")));
            QSKIP("qt6-image-formats-plugin-pdf is not installed");
        }
        QTRY_COMPARE_WITH_TIMEOUT(preview->pages(), 2, patience);
        const QImage first = preview->image();
        QVERIFY(first.width() > 500);
        press(preview, QStringLiteral("Next page"));
        QTRY_COMPARE_WITH_TIMEOUT(preview->page(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(preview->image() != first, patience);
        auto *scroll = preview->findChild<QScrollArea *>();
        const qreal fitting = preview->zoom();
        QTest::keyClick(scroll, Qt::Key_Plus);
        QVERIFY(preview->zoom() > fitting);
        QTest::keyClick(scroll, Qt::Key_0);
        QTest::keyClick(scroll, Qt::Key_PageUp);
        QTRY_COMPARE_WITH_TIMEOUT(preview->page(), 0, patience);
    }

    void whatIsNoPictureSaysSo()
    {
        PreviewPage page;
        page.resize(400, 300);
        page.show();
        page.setBody(storeOf("this is no picture"), "image/png", "UTF-8");
        QTRY_VERIFY_WITH_TIMEOUT(page.facts().contains(QLatin1String("cannot be shown")), patience);
        // One of 40 gigapixels is not read into memory.
        QByteArray huge = picture(2, 2, "BMP");
        huge.replace(18, 8, QByteArray("\x40\x0d\x03\x00\x40\x0d\x03\x00", 8));
        page.setBody(storeOf(huge), "image/bmp", "UTF-8");
        QTRY_VERIFY_WITH_TIMEOUT(page.facts().contains(QLatin1String("cannot be shown")), patience);
        QVERIFY(page.image().isNull());
    }

    void pagesLoadNothing()
    {
        PreviewPage page;
        page.resize(400, 300);
        page.show();
        page.setBody(storeOf("<h1>Title</h1><script>document.write('no')</script>"
                             "<img src=\"file:///etc/hostname\"><p>gr\xc3\xbc\xc3\x9f"
                             "</p><a href=\"http://127.0.0.1:1/\">go</a>"),
                     "text/html", "UTF-8");
        auto *browser = page.findChild<QTextBrowser *>();
        QVERIFY(browser);
        QVERIFY(browser->toPlainText().startsWith(QLatin1String("Title")));
        QVERIFY(browser->toPlainText().contains(QStringLiteral("grüß")));
        QVERIFY(!browser->toPlainText().contains(QLatin1String("no\n")));
        QVERIFY(!browser
                     ->loadResource(QTextDocument::ImageResource,
                                    QUrl(QStringLiteral("file:///etc/hostname")))
                     .isValid());
        QVERIFY(page.facts().contains(QLatin1String("without scripts")));
    }

    void anArrivalIsItsOctetsAndBack()
    {
        QList<QByteArray> pieces;
        for (int i = 0; i < 20; ++i)
            pieces += QByteArray(100, char('a' + i)) + '\n';
        BodyPane pane;
        pane.resize(700, 500);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane, patience));
        pane.showBody({.store = storeOf(pieces.join()),
                       .mediaType = "text/plain",
                       .exchange = exchangeOf(pieces)});
        press(&pane, QStringLiteral("Arrival"));
        ArrivalChart *chart = pane.chart();
        QVERIFY(chart && chart->isVisible());
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->pointOf(7).toPoint());
        QCOMPARE(pane.view()->selection(), (OctetRange{707, 808}));
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(pane.view()->selection(), (OctetRange{808, 909}));
        QVERIFY(chart->accessibleDescription().contains(QLatin1String("Arrival 9 at")));
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->current(), std::optional<size_t>(0));
        pane.view()->setFocus();
        pane.view()->select({1500, 1500});
        QCOMPARE(chart->current(), std::optional<size_t>(14));
    }

    void looksFitTheBody()
    {
        BodyPane pane;
        pane.resize(700, 500);
        pane.show();
        const auto look = [&](const char *type, const QByteArray &octets) {
            pane.showBody({.store = storeOf(octets), .mediaType = type});
            return pane.look();
        };
        QCOMPARE(look("text/event-stream", "data: x\n\n"), BodyPane::Look::Events);
        QCOMPARE(look("application/json", "{}"), BodyPane::Look::Pretty);
        QCOMPARE(look("text/html", "<p>"), BodyPane::Look::Pretty);
        QCOMPARE(look("text/plain", "<p>"), BodyPane::Look::Text);
        QCOMPARE(look("application/octet-stream", QByteArray(9, '\0')), BodyPane::Look::Hex);
        // Every look, on every body, in turn: none may fail.
        for (const char *type :
             {"application/json", "text/html", "image/gif", "text/event-stream"}) {
            pane.showBody({.store = storeOf("{\"a\":[1]}"), .mediaType = type});
            for (QToolButton *button : pane.findChildren<QToolButton *>()) {
                if (button->isVisible() && button->defaultAction())
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestBodyLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_body_looks.moc"
