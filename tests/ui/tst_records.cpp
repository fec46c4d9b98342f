// Calls as files: what is exported in the window opens in it again with every view the same,
// secrets go along only when they are asked for, and archives of other programs can be looked at.
#include "fake_backend.h"
#include "interop/recorded_file.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"
#include "wire_script.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sonde;
using namespace sonde::ui;
using interop::CallForm;
using interop::ExportSecrets;

namespace
{

// All that the tables and labels of a pane say, section by section.
QStringList wordsOf(ResponsePane *pane, ResponsePane::Section section)
{
    pane->showSection(section);
    QTest::qWait(0);
    QStringList words;
    for (const auto *view : pane->findChildren<QAbstractItemView *>()) {
        if (!view->isVisible() || !view->model())
            continue;
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells.append(model->index(row, column).data().toString());
            words.append(cells.join(QStringLiteral(" | ")));
        }
    }
    return words;
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::FakeBackend m_backend;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.path() + u'/' + name; }
    [[nodiscard]] DocumentPage *page() const { return m_window->tabs()->current(); }
    [[nodiscard]] ResponsePane *response() const { return page()->response(); }

    QString written(const std::shared_ptr<client::Call> &call, CallForm form, const QString &name,
                    ExportSecrets secrets = ExportSecrets::Shown) const
    {
        const QString file = path(name);
        if (!interop::writeCall(file, form, call->hops(), secrets))
            qFatal("cannot write a call");
        return file;
    }
    void open(const QString &file)
    {
        const int tabs = m_window->tabs()->count();
        const auto before = response()->call();
        m_window->showRecords(file);
        QTRY_VERIFY(response()->call() && response()->call() != before);
        QVERIFY(m_window->tabs()->count() <= tabs + 1);
    }

    // What a browser would have saved: as many entries as wanted.
    static QByteArray archive(int entries)
    {
        QJsonArray list;
        for (int i = 0; i < entries; ++i) {
            const QJsonObject request{
                {QStringLiteral("method"), QStringLiteral("GET")},
                {QStringLiteral("url"), QStringLiteral("https://a.test/%1?x=1").arg(i)},
                {QStringLiteral("httpVersion"), QStringLiteral("h2")},
                {QStringLiteral("headers"), QJsonArray()}};
            const QJsonObject content{{QStringLiteral("size"), 5},
                                      {QStringLiteral("mimeType"), QStringLiteral("text/plain")},
                                      {QStringLiteral("text"), QStringLiteral("hello")}};
            const QJsonObject response{{QStringLiteral("status"), 200 + i},
                                       {QStringLiteral("statusText"), QString()},
                                       {QStringLiteral("httpVersion"), QStringLiteral("h2")},
                                       {QStringLiteral("headers"), QJsonArray()},
                                       {QStringLiteral("content"), content},
                                       {QStringLiteral("bodySize"), 5}};
            const QJsonObject timings{
                {QStringLiteral("blocked"), 1.5}, {QStringLiteral("dns"), 2},
                {QStringLiteral("connect"), 10},  {QStringLiteral("ssl"), 6},
                {QStringLiteral("send"), 0.5},    {QStringLiteral("wait"), 20},
                {QStringLiteral("receive"), 3}};
            list.append(QJsonObject{
                {QStringLiteral("startedDateTime"), QStringLiteral("2026-01-02T03:04:05.678Z")},
                {QStringLiteral("request"), request},
                {QStringLiteral("response"), response},
                {QStringLiteral("timings"), timings}});
        }
        return QJsonDocument(QJsonObject{{QStringLiteral("log"),
                                          QJsonObject{{QStringLiteral("entries"), list}}}})
            .toJson();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void init()
    {
        QDir().mkpath(Places::under(m_folder.path()).sampleFolder);
        m_window = std::make_unique<MainWindow>(&m_backend, Places::under(m_folder.path()));
        m_window->resize(1300, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        const int wanted = m_backend.starts + 1;
        QTRY_COMPARE(m_backend.starts, wanted);
    }
    void cleanup() { m_window.reset(); }

    void everyViewIsTheSame_data()
    {
        QTest::addColumn<std::shared_ptr<client::Call>>("call");
        QTest::newRow("ok") << test::okCall();
        QTest::newRow("redirect") << test::redirectCall();
        QTest::newRow("unverified") << test::unverifiedCall();
        QTest::newRow("text") << test::textCall();
        QTest::newRow("truncated") << test::truncatedCall();
        auto body = std::make_shared<body::ByteStore>();
        body->finish();
        const auto script = test::WireScript::twoRequests();
        QTest::newRow("frames") << client::Call::recorded({{script.exchange(1), body, nullptr}});
    }
    void everyViewIsTheSame()
    {
        QFETCH(std::shared_ptr<client::Call>, call);
        using Section = ResponsePane::Section;
        page()->showRecorded(call);
        QMap<int, QStringList> before;
        const Section sections[] = {Section::Body, Section::Headers, Section::Timing,
                                    Section::Frames, Section::Connection};
        for (const Section section : sections) {
            wordsOf(response(), section);
            QTest::qWait(50); // workers read the octets
            before[int(section)] = wordsOf(response(), section);
        }
        QVERIFY(!before[int(Section::Headers)].isEmpty());
        open(written(call, CallForm::Bundle, QStringLiteral("call.sonde")));
        for (const Section section : sections)
            QTRY_COMPARE(wordsOf(response(), section), before[int(section)]);
    }

    void aBundleOpensWithItsRequest()
    {
        const QString file = written(test::okCall(), CallForm::Bundle,
                                     QStringLiteral("orders.sonde"), ExportSecrets::Masked);
        open(file);
        const auto document = page()->request()->document();
        QCOMPARE(document.title, QStringLiteral("orders"));
        QCOMPARE(document.url, QStringLiteral("https://api.example.com/orders?limit=40"));
        const QString hint = page()->request()->hint()->sentence();
        QVERIFY2(hint.contains(QLatin1String("nothing was sent")), qPrintable(hint));
        QVERIFY2(hint.contains(QLatin1String("Set-Cookie"), Qt::CaseInsensitive), qPrintable(hint));
        QVERIFY(m_backend.sent.empty());
    }

    void aBundleIsDropped()
    {
        const QString file =
            written(test::okCall(), CallForm::Bundle, QStringLiteral("drop.sonde"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(response()->call());
        QCOMPARE(page()->title(), QStringLiteral("drop"));
    }

    void whatCannotBeOpenedIsSaid()
    {
        QFile file(path(QStringLiteral("broken.sonde")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xd9\xd9\xf7 and nothing else");
        file.close();
        m_window->showRecords(file.fileName());
        QTRY_VERIFY(
            page()->request()->hint()->sentence().contains(QLatin1String("evidence bundle")));
        QVERIFY(!response()->call());
        m_window->showRecords(path(QStringLiteral("no-such-file.sonde")));
        QTRY_VERIFY(page()->request()->hint()->sentence().contains(QLatin1String("no file")));
    }

    void anArchiveOpensToo()
    {
        QFile file(path(QStringLiteral("page.har")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(archive(3));
        file.close();
        open(file.fileName());
        const auto hops = response()->call()->hops();
        QCOMPARE(hops.size(), 3u);
        QCOMPARE(hops[1].exchange->state().response->status, 201);
        QCOMPARE(*hops[1].body->read(0, 10), QByteArray("hello"));
        const auto timing = wordsOf(response(), ResponsePane::Section::Timing);
        QVERIFY2(timing.filter(QStringLiteral("20.0 ms")).size() >= 3,
                 qPrintable(timing.join(u'\n')));
        QVERIFY(page()->request()->hint()->sentence().contains(QLatin1String("HTTP archive")));
    }

    // A page load has more exchanges than anybody reads as a chain of buttons.
    void aLongArchiveIsAList()
    {
        QFile file(path(QStringLiteral("long.har")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(archive(90));
        file.close();
        open(file.fileName());
        QComboBox *list = nullptr;
        for (auto *box : response()->findChildren<QComboBox *>()) {
            if (box->count() == 90)
                list = box;
        }
        QVERIFY(list && list->isVisible());
        QVERIFY(list->itemText(7).contains(QLatin1String("https://a.test/7")));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTRY_COMPARE(list->currentIndex(), 0);
    }

    void nothingIsExportedBeforeThereIsSomething()
    {
        QVERIFY(!m_window->actions()->action("file.export")->isEnabled());
        QVERIFY(!m_window->actions()->action("export.har")->isEnabled());
    }

    void exportsMaskedUnlessAsked()
    {
        page()->showRecorded(test::okCall());
        QTRY_VERIFY(m_window->actions()->action("file.export")->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->form(), CallForm::Bundle);
        QCOMPARE(dialog->secrets(), ExportSecrets::Masked);
        QVERIFY(dialog->path().endsWith(QLatin1String("api.example.com-get.sonde")));
        QVERIFY(QFileInfo(dialog->path()).dir().exists());
        dialog->setPath(path(QStringLiteral("masked.sonde")));
        dialog->write();
        QTRY_VERIFY(!m_window->findChild<ExportDialog *>());
        QFile masked(path(QStringLiteral("masked.sonde")));
        QVERIFY(masked.open(QIODevice::ReadOnly));
        QVERIFY(!masked.readAll().contains("8d1b2c"));
        QCOMPARE(masked.permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());

        m_window->actions()->action("export.har")->trigger();
        dialog = m_window->findChild<ExportDialog *>();
        QCOMPARE(dialog->form(), CallForm::Archive);
        dialog->findChild<QCheckBox *>()->click();
        dialog->setPath(path(QStringLiteral("open.har")));
        dialog->write();
        QTRY_VERIFY(!m_window->findChild<ExportDialog *>());
        QFile archive(path(QStringLiteral("open.har")));
        QVERIFY(archive.open(QIODevice::ReadOnly));
        QVERIFY(archive.readAll().contains("8d1b2c"));
    }

    // Every word of it can be read, whatever is chosen.
    void nothingIsClipped()
    {
        ExportDialog dialog(test::okCall(), CallForm::Bundle, m_folder.path());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.findChild<QCheckBox *>()->click();
        QTest::qWait(0);
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
        }
    }

    void theEndingFollowsTheForm()
    {
        ExportDialog dialog(test::okCall(), CallForm::Bundle, m_folder.path());
        dialog.setForm(CallForm::Capture);
        QVERIFY(dialog.path().endsWith(QLatin1String("api.example.com-get.pcapng")));
        dialog.setForm(CallForm::Archive);
        QVERIFY(dialog.path().endsWith(QLatin1String("api.example.com-get.har")));
        dialog.setPath(path(QStringLiteral("mine.txt")));
        QCOMPARE(dialog.path(), path(QStringLiteral("mine.txt")));
    }

    void aFileThatIsReplacedIsSaid()
    {
        QFile file(path(QStringLiteral("old.sonde")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        ExportDialog dialog(test::okCall(), CallForm::Bundle, m_folder.path());
        dialog.setPath(file.fileName());
        auto *notice = dialog.findChild<NoticeBar *>();
        QTRY_VERIFY(notice->sentence().contains(QLatin1String("replaced")));
    }

    // What was wrong takes room that the dialog has to find.
    void aFailureIsReadWhole()
    {
        ExportDialog dialog(test::okCall(), CallForm::Bundle, m_folder.path());
        dialog.show();
        dialog.setPath(path(QStringLiteral("no/such/folder/anywhere/call.sonde")));
        QTest::keyClick(&dialog, Qt::Key_Return);
        auto *notice = dialog.findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->sentence().contains(QLatin1String("cannot be written: ")),
                 qPrintable(notice->sentence()));
        QCoreApplication::processEvents();
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
        }
    }

    // Keys are nothing but secrets: without the person's word they are not written.
    void keysNeedTheWord()
    {
        const auto call = test::okCall();
        const auto isKeys = [](const QRadioButton *button) {
            return button->text().contains(QLatin1String(".keys"));
        };
        {
            ExportDialog none(call, CallForm::Keys, m_folder.path());
            QCOMPARE(none.form(), CallForm::Bundle);
            const auto buttons = none.findChildren<QRadioButton *>();
            const auto keys = std::ranges::find_if(buttons, isKeys);
            QVERIFY(keys != buttons.end() && !(*keys)->isEnabled());
        }
        const auto connection =
            std::const_pointer_cast<trace::Connection>(call->last().exchange->state().connection);
        connection->setKeyLog("CLIENT_RANDOM 00 11\n");
        ExportDialog dialog(call, CallForm::Keys, m_folder.path());
        QCOMPARE(dialog.form(), CallForm::Keys);
        dialog.setPath(path(QStringLiteral("call.keys")));
        dialog.write();
        QTest::qWait(50);
        QVERIFY(!QFile::exists(dialog.path()));
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(QLatin1String("tick this to export"));
        }));
        dialog.findChild<QCheckBox *>()->click();
        QSignalSpy exported(&dialog, &ExportDialog::exported);
        dialog.write();
        QTRY_COMPARE(exported.size(), 1);
        QFile file(dialog.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("CLIENT_RANDOM 00 11\n"));
    }

    void whatCannotBeWrittenIsSaid()
    {
        ExportDialog dialog(test::okCall(), CallForm::Bundle, m_folder.path());
        dialog.setPath(path(QStringLiteral("no/such/folder/x.sonde")));
        dialog.write();
        auto *notice = dialog.findChild<NoticeBar *>();
        QTRY_VERIFY2(notice->sentence().contains(QLatin1String("cannot be written")),
                     qPrintable(notice->sentence()));
        QVERIFY(dialog.result() != QDialog::Accepted);
    }
};

QTEST_MAIN(TestRecords)
#include "tst_records.moc"
