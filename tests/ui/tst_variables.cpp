// Variables and environments in the window: chosen, completed, explained, filled in, edited,
// locked; and what one response brings to the next request.
#include "stage.h"
#include "ui/compare/compare_window.h"
#include "ui/request/portability_strip.h"
#include "ui/request/variable_assist.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/environment_box.h"
#include "ui/shell/environment_editor.h"
#include "ui/shell/environment_model.h"
#include "ui/shell/variable_desk.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;

namespace
{

const QString requests = QStringLiteral("shop.http");

struct Shop : FolderStage {
    Shop()
    {
        write(QStringLiteral("http-client.env.json"),
              R"({"dev": {"host": "dev.test", "user": "ada"}, "prod": {"host": "prod.test"}})");
        write(QStringLiteral("http-client.private.env.json"), R"({"dev": {"token": "geheim"}})");
        write(requests, "@base = https://{{host}}\n"
                        "### List\n"
                        "GET {{base}}/orders?by={{user}}\n"
                        "Authorization: Bearer {{token}}\n"
                        "### Create\n"
                        "# @name create\n"
                        "# [capture] id = body.$.id\n"
                        "# [assert] status == 201\n"
                        "POST https://{{host}}/orders\n"
                        "### Show\n"
                        "GET https://{{host}}/orders/{{id}}\n");
    }
    void openRequest(int index)
    {
        open();
        QTRY_COMPARE(page()->state().index, 0); // the welcome of a first start
        window->desk()->open(path(requests), index);
        QTRY_COMPARE(page()->state().index, index);
        QTRY_VERIFY(!view()->names().contains(QStringLiteral("x")) &&
                    view()->names().contains(QStringLiteral("base")));
    }
    [[nodiscard]] VariableView *view() const { return page()->request()->variables(); }
    void choose(const QString &environment)
    {
        window->variables()->choose(path(requests), environment);
        QTRY_COMPARE(window->environmentBox()->text(), environment);
    }
    void respond(int status, const QByteArray &body)
    {
        backend.answer(status, body);
        QTRY_VERIFY(!page()->isRunning());
    }
};

} // namespace

class TestVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void theKeyOpensTheMenuAndItsChoiceIsSent()
    {
        Shop shop;
        shop.openRequest(0);
        EnvironmentBox *box = shop.window->environmentBox();
        QVERIFY(box->isVisible());
        QVERIFY(!shop.view()->knows(QStringLiteral("host")));
        QTimer::singleShot(0, box, [box] {
            QTRY_VERIFY(box->menu()->isVisible());
            QTest::keyClick(box->menu(), Qt::Key_Down);
            QTest::keyClick(box->menu(), Qt::Key_Return);
        });
        QTest::keyClick(shop.window.get(), Qt::Key_F4);
        QTRY_COMPARE(box->text(), QStringLiteral("dev"));
        QTRY_VERIFY(shop.view()->knows(QStringLiteral("host")));
        QTest::keyClick(shop.url(), Qt::Key_Return);
        QTRY_COMPARE(shop.backend.sent.size(), size_t(1));
        const auto &sent = shop.backend.sent[0].request;
        QCOMPARE(sent.target.url(), "https://dev.test/orders?by=ada");
        QCOMPARE(sent.headers.fields().front().value, "Bearer geheim");
        // And it is remembered.
        shop.window->close();
        shop.open();
        QTRY_COMPARE(shop.window->environmentBox()->text(), QStringLiteral("dev"));
    }

    void anEnvironmentHasAColourOfItsOwn()
    {
        Shop shop;
        shop.openRequest(0);
        shop.choose(QStringLiteral("dev"));
        const auto shown = [&] {
            return shop.window->environmentBox()->palette().color(QPalette::ButtonText);
        };
        QTRY_COMPARE(shown(), Theme::instance().color(Token::Text));
        QMenu *menu = shop.window->environmentBox()->menu();
        QVERIFY(QMetaObject::invokeMethod(menu, "aboutToShow"));
        QMenu *colours = nullptr;
        for (const QAction *entry : menu->actions())
            colours = entry->menu() ? entry->menu() : colours;
        QVERIFY(colours);
        for (QAction *colour : colours->actions()) {
            if (colour->text() == QLatin1String("Green"))
                colour->trigger();
        }
        QTRY_COMPARE(shown(), Theme::instance().color(Token::Success));
        // It is remembered, and is that environment's alone.
        shop.window->close();
        shop.open();
        QTRY_COMPARE(shown(), Theme::instance().color(Token::Success));
        shop.window->variables()->choose(shop.path(requests), {});
        QTRY_COMPARE(shown(), Theme::instance().color(Token::Muted));
    }

    void anUnknownVariableStopsTheSendWithASentence()
    {
        Shop shop;
        shop.openRequest(0);
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.page()->response()->call());
        const auto error = shop.page()->response()->call()->last().exchange->state().error;
        QVERIFY(error);
        QVERIFY2(error->sentence.contains(QStringLiteral("“token”")), qPrintable(error->sentence));
        QVERIFY(shop.backend.sent.empty());
        QVERIFY(shop.url()->accessibleDescription().contains(QLatin1String("user")));
    }

    void aTipSaysValueSourceAndWhatItShadows()
    {
        Shop shop;
        shop.write(requests, "@host = own.test\n@base = https://{{host}}\nGET {{base}}/\n");
        shop.openRequest(0);
        shop.choose(QStringLiteral("dev"));
        QTRY_VERIFY(shop.view()->tip(QStringLiteral("host")).contains(QLatin1String("own.test")));
        const QString host = shop.view()->tip(QStringLiteral("host"));
        QVERIFY2(host.contains(QLatin1String("shadows dev.test")), qPrintable(host));
        // Lines that fit stay whole.
        QCOMPARE(host.count(QLatin1String("white-space:pre")), host.count(QLatin1String("<div")));
        QVERIFY2(host.contains(QLatin1String("http-client.env.json")), qPrintable(host));
        const QString base = shop.view()->tip(QStringLiteral("base"));
        QVERIFY2(base.contains(QLatin1String("https://own.test")), qPrintable(base));
        const QString token = shop.view()->tip(QStringLiteral("token"));
        QVERIFY2(!token.contains(QLatin1String("geheim")), qPrintable(token));
    }

    void bracesOfferNamesAndReturnTakesOne()
    {
        Shop shop;
        shop.openRequest(0);
        shop.choose(QStringLiteral("dev"));
        QTRY_VERIFY(shop.view()->knows(QStringLiteral("host")));
        shop.url()->setFocus();
        shop.url()->selectAll();
        QTest::keyClicks(shop.url(), QStringLiteral("https://{{ho"));
        auto *assist = shop.url()->findChild<VariableAssist *>();
        QVERIFY(assist && assist->completer());
        QVERIFY(assist->completer()->popup()->isVisible());
        QTest::keyClick(assist->completer()->popup(), Qt::Key_Return);
        QCOMPARE(shop.url()->text(), QStringLiteral("https://{{host}}"));
        QCOMPARE(shop.page()->request()->document().url, QStringLiteral("https://{{host}}"));
        QTest::keyClicks(shop.url(), QStringLiteral("/a"));
        QCOMPARE(shop.url()->text(), QStringLiteral("https://{{host}}/a"));
        QVERIFY(shop.backend.sent.empty());
    }

    void whatAResponseBringsIsThereForTheNext()
    {
        Shop shop;
        shop.openRequest(1);
        shop.choose(QStringLiteral("dev"));
        const auto known = [&] {
            const auto scope = shop.view()->scope();
            return scope && scope->find(QStringLiteral("id"));
        };
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.backend.sent.size(), size_t(1));
        shop.respond(200, R"({"id": "o-7"})");
        // The assertion above it does not hold, and says so.
        QTRY_VERIFY(shop.page()->request()->hint()->isVisible());
        const QString told = shop.page()->request()->hint()->sentence();
        QVERIFY2(told.contains(QLatin1String("status == 201")) &&
                     told.contains(QLatin1String("200")),
                 qPrintable(told));
        QTRY_VERIFY(shop.window->variables()->hasCaptured());
        shop.window->desk()->open(shop.path(requests), 2);
        QTRY_COMPARE(shop.page()->state().index, 2);
        QTRY_VERIFY(known());
        const QString tip = shop.view()->tip(QStringLiteral("id"));
        QVERIFY2(tip.contains(QStringLiteral("o-7")) &&
                     tip.contains(QStringLiteral("captured from the response of “Create”")),
                 qPrintable(tip));
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.backend.sent.size(), size_t(2));
        QCOMPARE(shop.backend.sent[1].request.target.url(), "https://dev.test/orders/o-7");
        shop.window->variables()->forgetCaptured();
        QTRY_VERIFY(!known());
    }

    // It is no mistake, and before that request was sent it has no value.
    void whatAResponseWillBringIsKnownByWhoBringsIt()
    {
        Shop shop;
        shop.write(QStringLiteral("users.http"), "### Log in\n# [capture] key = body.$.key\n"
                                                 "POST https://{{host}}/login\n");
        shop.write(requests, shop.read(requests) + "### Secret\nGET https://{{host}}/{{key}}\n");
        shop.openRequest(2);
        shop.choose(QStringLiteral("dev"));
        QTRY_VERIFY(shop.view()->knows(QStringLiteral("host")));
        QVERIFY(shop.view()->knows(QStringLiteral("id")));
        QVERIFY(shop.view()->names().contains(QStringLiteral("key")));
        QVERIFY(shop.view()->unknown(QStringLiteral("{{id}}{{key}}{{nobody}}")) ==
                QStringList(QStringLiteral("nobody")));
        QVERIFY2(shop.view()->tip(QStringLiteral("id")).contains(QStringLiteral("“Create”, which")),
                 qPrintable(shop.view()->tip(QStringLiteral("id"))));
        QVERIFY(shop.view()
                    ->tip(QStringLiteral("key"))
                    .contains(QStringLiteral("“Log in” in users.http, which")));
        // The chips know that no other program has it.
        const auto chipSays = [&] {
            const auto *strip = shop.page()->request()->findChild<PortabilityStrip *>();
            const auto *chip = strip ? strip->findChild<QToolButton *>() : nullptr;
            return chip ? chip->toolTip() : QString();
        };
        QTRY_VERIFY2(chipSays().contains(QStringLiteral("{{id}}: “Create” captures it")),
                     qPrintable(chipSays()));
        // And sending says what to do first.
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.page()->response()->call());
        const auto error = shop.page()->response()->call()->last().exchange->state().error;
        QVERIFY(error);
        QCOMPARE(error->sentence,
                 QStringLiteral("The variable “id” has no value yet: it is captured from the "
                                "response of “Create”, which has to come first."));
        QVERIFY(shop.backend.sent.empty());
        // Another program adds one beside it.
        shop.write(QStringLiteral("more.http"),
                   "### More\n# [capture] late = body.$.x\nGET https://{{host}}/\n");
        QTRY_VERIFY(shop.view()->knows(QStringLiteral("late")));
    }

    void aLockedEnvironmentAsksBeforeItIsChanged()
    {
        Shop shop;
        shop.openRequest(1);
        shop.choose(QStringLiteral("prod"));
        QVERIFY(shop.window->variables()->isLocked(QStringLiteral("prod")));
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        NoticeBar *hint = shop.page()->request()->hint();
        QTRY_VERIFY(hint->isVisible());
        QTest::qWait(50);
        QVERIFY(shop.backend.sent.empty());
        QPushButton *sure = nullptr;
        for (auto *button : hint->findChildren<QPushButton *>())
            sure = button->text() == QLatin1String("Send anyway") ? button : sure;
        QVERIFY(sure);
        QTest::mouseClick(sure, Qt::LeftButton);
        QTRY_COMPARE(shop.backend.sent.size(), size_t(1));
        QCOMPARE(shop.backend.sent[0].request.target.url(), "https://prod.test/orders");
        // Sending it over several versions is sending it, too.
        shop.window->actions()->action("request.compare")->trigger();
        QTRY_VERIFY(hint->isVisible());
        QTest::qWait(50);
        QVERIFY(!shop.window->findChild<CompareWindow *>());
    }

    void theEditorWritesWhatWasChanged()
    {
        Shop shop;
        shop.openRequest(0);
        shop.choose(QStringLiteral("dev"));
        shop.window->actions()->action("go.environments")->trigger();
        auto *editor = shop.window->findChild<EnvironmentEditor *>();
        QVERIFY(editor);
        auto *list = editor->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(list->currentItem()->text(), QStringLiteral("dev"));
        auto *table = editor->findChild<QTableView *>();
        QAbstractItemModel *model = table->model();
        QCOMPARE(model->rowCount(), 4); // host, user, token, and the empty one
        QCOMPARE(model->index(2, EnvironmentModel::Value).data().toString(),
                 QStringLiteral("••••••"));
        // A new variable by hand, wherever in its row one points.
        const QRect row = table->visualRect(model->index(3, EnvironmentModel::Value));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(table->currentIndex(), model->index(3, EnvironmentModel::Name));
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("port"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(model->rowCount(), 5);
        table->setCurrentIndex(model->index(3, EnvironmentModel::Value));
        table->edit(table->currentIndex());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("8080"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        // Return adds the environment that is named, and saves nothing yet.
        QLineEdit *name = nullptr;
        for (auto *edit : editor->findChildren<QLineEdit *>())
            name = edit->placeholderText() == QLatin1String("New environment") ? edit : name;
        QVERIFY(name);
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("stage"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(list->count(), 4);
        QCOMPARE(list->currentItem()->text(), QStringLiteral("stage"));
        QVERIFY(editor->isVisible());
        QVERIFY(!shop.read(QStringLiteral("http-client.env.json")).contains("8080"));
        for (auto *button : editor->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == QLatin1String("Save"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(shop.read(QStringLiteral("http-client.env.json"))
                        .contains(R"("user": "ada", "port": "8080"})"));
        QTRY_VERIFY(shop.view()->knows(QStringLiteral("port")));
        // What another program writes is seen without being asked for.
        shop.write(QStringLiteral("http-client.env.json"), R"({"dev": {"outside": "1"}})");
        QTRY_VERIFY(shop.view()->knows(QStringLiteral("outside")));
    }
};

QTEST_MAIN(TestVariables)
#include "tst_variables.moc"
