// The request pane under real keys and clicks: address, methods, versions, bodies, undo.
#include "request_stage.h"
#include "ui/request/body_page.h"
#include "ui/request/code_edit.h"
#include "ui/request/method_box.h"
#include "ui/request/version_box.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace sonde;
using namespace sonde::ui;
using collection::BodyMode;
using collection::RequestDocument;
using Stage = test::RequestStage;

class TestRequestPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void pastingCurlFillsTheRequestAndCanBeUndone()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://before/"));
        stage.url->selectAll();
        QApplication::clipboard()->setText(
            QStringLiteral("curl -X PUT 'https://example.test/x?q=1' \\\n"
                           "  -H 'Accept: text/plain' \\\n  -d '{\"a\": 1}'\n"));
        QTest::keyClick(stage.url, Qt::Key_V, Qt::ControlModifier);
        const RequestDocument &document = stage.pane.document();
        QCOMPARE(document.method, QStringLiteral("PUT"));
        QCOMPARE(document.url, QStringLiteral("https://example.test/x?q=1"));
        QCOMPARE(stage.url->text(), document.url);
        QCOMPARE(stage.pane.findChild<MethodBox *>()->method(), QStringLiteral("PUT"));
        QVERIFY(document.body.mode != BodyMode::None);
        QVERIFY(document.body.text.contains(QLatin1String("\"a\"")));

        QVERIFY(stage.pane.hint()->isVisible());
        auto *undo = stage.pane.hint()->findChild<QPushButton *>();
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(stage.pane.document().url, QStringLiteral("http://before/"));
        QCOMPARE(stage.pane.document().method, QStringLiteral("GET"));
        QVERIFY(!stage.pane.hint()->isVisible());
    }

    // Also in the place of an address that is longer than the command.
    void pastingCurlOverALongAddress()
    {
        Stage stage;
        stage.url->setText(QStringLiteral("http://before/") + QString(200, u'a'));
        Q_EMIT stage.url->textEdited(stage.url->text());
        stage.url->setFocus();
        stage.url->selectAll();
        QApplication::clipboard()->setText(QStringLiteral("curl -X PUT https://example.test/x"));
        QTest::keyClick(stage.url, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(stage.pane.document().url, QStringLiteral("https://example.test/x"));
        QCOMPARE(stage.pane.document().method, QStringLiteral("PUT"));
    }

    void whatCurlBringsBesideTheDocumentGoesAndComesWithIt()
    {
        Stage stage;
        QSignalSpy taken(&stage.pane, &RequestPane::curlTaken);
        QSignalSpy undone(&stage.pane, &RequestPane::curlUndone);
        QVERIFY(stage.pane.takeCurl(
            QStringLiteral("curl -x http://proxy.test:3128 https://example.test/")));
        QCOMPARE(taken.size(), 1);
        stage.pane.undo();
        QCOMPARE(undone.size(), 1);
        stage.pane.redo();
        QCOMPARE(taken.size(), 2);
        QTest::keyClicks(stage.url, QStringLiteral("x"));
        stage.pane.undo(); // of the typing alone
        QCOMPARE(undone.size(), 1);
        stage.pane.undo();
        QCOMPARE(undone.size(), 2);
    }

    void aBrokenCurlCommandChangesNothingAndSaysWhy()
    {
        Stage stage;
        QApplication::clipboard()->setText(QStringLiteral("curl 'http://unclosed"));
        stage.url->setFocus();
        QTest::keyClick(stage.url, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(stage.url->text().isEmpty());
        QVERIFY(stage.pane.hint()->isVisible());
        QVERIFY(!stage.pane.hint()->sentence().isEmpty());
    }

    void anyTokenIsAMethod()
    {
        Stage stage;
        auto *box = stage.pane.findChild<MethodBox *>();
        box->lineEdit()->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("PRO PFIND"));
        QCOMPARE(stage.pane.document().method, QStringLiteral("PROPFIND"));
    }

    void versionIsOneChoiceInTwoPlaces()
    {
        Stage stage;
        auto *beside = stage.pane.findChild<VersionBox *>();
        beside->setFocus();
        QTest::keyClick(beside, Qt::Key_Down);
        QCOMPARE(stage.pane.document().settings.version, http::VersionPolicy::Http2);
        QCOMPARE(stage.badge(RequestPane::Section::Options), QStringLiteral("1"));
        QTest::keyClick(beside, Qt::Key_Up);
        QCOMPARE(stage.badge(RequestPane::Section::Options), QString());
        QTest::keyClick(beside, Qt::Key_Down);
        stage.pane.showSection(RequestPane::Section::Options);
        const auto boxes = stage.pane.findChildren<VersionBox *>();
        QCOMPARE(boxes.size(), 2);
        VersionBox *option = boxes[0] == beside ? boxes[1] : boxes[0];
        QCOMPARE(option->version(), http::VersionPolicy::Http2);
        option->setFocus();
        QTest::keyClick(option, Qt::Key_Down);
        QCOMPARE(beside->version(), http::VersionPolicy::Http11);
        QCOMPARE(stage.badge(RequestPane::Section::Options), QStringLiteral("1"));
    }

    void everyBodyKeepsWhatWasTypedIntoIt()
    {
        Stage stage;
        RequestDocument document;
        document.body.mode = BodyMode::Json;
        document.body.text = QStringLiteral("{\"a\":1.50}");
        stage.pane.setDocument(document);
        stage.pane.showSection(RequestPane::Section::Body);
        QVERIFY(stage.pane.findChild<CodeEdit *>());
        QComboBox *kind = nullptr;
        for (QComboBox *box : stage.pane.findChildren<QComboBox *>()) {
            if (box->findData(int(BodyMode::Multipart)) >= 0 && box->count() == 6)
                kind = box;
        }
        QVERIFY(kind);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_End);
        QCOMPARE(stage.pane.document().body.mode, BodyMode::File);
        QTest::keyClick(kind, Qt::Key_Home);
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(stage.pane.document().body.mode, BodyMode::Json);
        QCOMPARE(stage.pane.document().body.text, QStringLiteral("{\"a\":1.50}"));
        QCOMPARE(stage.pane.findChild<CodeEdit *>()->code(), QStringLiteral("{\"a\":1.50}"));
    }

    void layingOutJsonKeepsEveryDigit()
    {
        Stage stage;
        RequestDocument document;
        document.body.mode = BodyMode::Json;
        document.body.text = QStringLiteral(
            "{\"b\":[1.50,{{x}},\"a , b\\\"}\"],\"a\":{},\"n\":10000000000000000001}");
        stage.pane.setDocument(document);
        stage.pane.showSection(RequestPane::Section::Body);
        for (QToolButton *button : stage.pane.findChildren<QToolButton *>()) {
            if (button->isVisible() && button->accessibleName().contains(QLatin1String("JSON")))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(stage.pane.document().body.text,
                 QStringLiteral("{\n  \"b\": [\n    1.50,\n    {{x}},\n    \"a , b\\\"}\"\n  ],\n"
                                "  \"a\": {},\n  \"n\": 10000000000000000001\n}"));
    }

    void undoGoesThroughEveryPartOfTheDocument()
    {
        Stage stage;
        QTest::keyClicks(stage.url, QStringLiteral("http://h/"));
        RequestDocument changed = stage.pane.document();
        changed.headers.push_back({QStringLiteral("A"), QStringLiteral("1")});
        stage.pane.editDocument(changed);
        changed.body.mode = BodyMode::Text;
        changed.body.text = QStringLiteral("hello");
        stage.pane.editDocument(changed);
        stage.pane.undo();
        QCOMPARE(stage.pane.document().body.mode, BodyMode::None);
        QCOMPARE(stage.pane.document().headers.size(), size_t(1));
        stage.pane.undo();
        QVERIFY(stage.pane.document().headers.empty());
        stage.pane.undo();
        QVERIFY(stage.url->text().isEmpty());
        QVERIFY(!stage.pane.canUndo());
        stage.pane.redo();
        stage.pane.redo();
        stage.pane.redo();
        QCOMPARE(stage.pane.document(), changed);
    }

    void tabGoesFromTheSectionsIntoTheSection()
    {
        Stage stage;
        auto *after = new QLineEdit; // what stands behind the request in the window
        stage.pane.layout()->addWidget(after);
        after->show();
        auto *tabs = stage.pane.findChild<FlatTabBar *>();
        // Pages are made when they are shown: in whatever order, Tab finds them in their place.
        for (const auto section : {RequestPane::Section::Options, RequestPane::Section::Headers,
                                   RequestPane::Section::Params, RequestPane::Section::Options}) {
            stage.pane.showSection(section);
            QWidget *page = stage.pane.findChild<QStackedWidget *>()->currentWidget();
            tabs->setFocus();
            int inside = 0;
            for (int key = 0; key < 20 && QApplication::focusWidget() != after; ++key) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                inside += page->isAncestorOf(QApplication::focusWidget()) ? 1 : 0;
            }
            QVERIFY(inside > 0);
            QCOMPARE(QApplication::focusWidget(), after);
        }
    }

    void whatTheAuthorWroteStandsBelowTheAddress()
    {
        Stage stage;
        const auto shown = [&] {
            QStringList texts;
            for (const QLabel *label : stage.pane.findChildren<QLabel *>()) {
                if (label->isVisible())
                    texts << label->text();
            }
            return texts;
        };
        const QString text = QStringLiteral("Pinned: <b>no</b> falling back.");
        QVERIFY(!shown().contains(text));
        stage.pane.setDescription(text + u'\n');
        QVERIFY(shown().contains(text));
        stage.pane.setDescription({});
        QVERIFY(!shown().contains(text));
    }

    void everyControlHasAName()
    {
        Stage stage;
        for (int section = 0; section < 4; ++section) {
            stage.pane.showSection(RequestPane::Section(section));
            for (QWidget *widget : stage.pane.findChildren<QWidget *>()) {
                const bool control =
                    qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                    qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget);
                if (!control || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(face);
                QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
                         qPrintable(QStringLiteral("%1 in section %2 has no name")
                                        .arg(QLatin1String(widget->metaObject()->className()))
                                        .arg(section)));
            }
        }
    }
};

QTEST_MAIN(TestRequestPane)
#include "tst_request_pane.moc"
