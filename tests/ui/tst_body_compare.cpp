// A body compared with another, in a window of its own.
#include "body_stores.h"
#include "ui/body/difference_window.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMenu>
#include <QScreen>
#include <QTableView>
#include <QTest>

using namespace sonde;
using test::storeOf;
using namespace sonde::ui;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

DifferenceWindow *comparison()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<DifferenceWindow *>(widget))
            return window;
    }
    return nullptr;
}

QString cell(DifferenceWindow &window, int row, int column)
{
    return window.model().index(row, column).data().toString();
}

} // namespace

class TestBodyCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void bodiesAreCompared()
    {
        BodyPane pane;
        pane.resize(900, 500);
        pane.show();
        pane.showBody({.store = storeOf(R"({"a":[1,2,3],"b":"new words here"})"),
                       .mediaType = "application/json",
                       .title = QStringLiteral("later")});
        BodyPane::Content earlier{.store = storeOf(R"({"b":"old words here","a":[3,2,1]})"),
                                  .mediaType = "application/json",
                                  .title = QStringLiteral("earlier")};
        pane.setOthers([&] { return std::vector{earlier}; });
        pane.compareWith(earlier);
        DifferenceWindow *window = comparison();
        QVERIFY(window);
        const QSize room = window->screen()->availableSize();
        QCOMPARE(window->size(), window->size().boundedTo(room)); // all of it is on the screen
        const QAbstractItemModelTester tester(&window->model());
        QCOMPARE(window->form(), DifferenceWindow::Form::LaidOut);
        QTRY_VERIFY_WITH_TIMEOUT(window->model().rowCount() > 0, patience);

        window->setForm(DifferenceWindow::Form::Structure);
        QTRY_VERIFY_WITH_TIMEOUT(!window->isBusy(), patience);
        QVERIFY(window->model().rowCount() > 1);
        window->setElementOrder(body::ElementOrder::Ignored);
        QTRY_COMPARE_WITH_TIMEOUT(window->model().rowCount(), 1, patience);
        QCOMPARE(cell(*window, 0, DifferenceModel::FirstPlace), QStringLiteral("$['b']"));
        QCOMPARE(cell(*window, 0, DifferenceModel::First), QStringLiteral("\"old words here\""));
        QCOMPARE(cell(*window, 0, DifferenceModel::Second), QStringLiteral("\"new words here\""));

        window->setForm(DifferenceWindow::Form::Octets);
        QTRY_VERIFY_WITH_TIMEOUT(window->model().rowCount() > 0, patience);
        QVERIFY(cell(*window, 0, DifferenceModel::FirstPlace).startsWith(QLatin1String("0000")));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!comparison());
    }

    void wordsThatDifferAreMarked()
    {
        QByteArray first;
        for (int i = 0; i < 100; ++i)
            first += "row " + QByteArray::number(i) + "\n";
        QByteArray second = first;
        second.replace("row 50\n", "row fifty\n");
        second.replace("row 80\n", "");
        second += "row 100\n";
        DifferenceWindow window({QStringLiteral("1"), {.store = storeOf(first)}},
                                {QStringLiteral("2"), {.store = storeOf(second)}});
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy() && window.model().rowCount() > 0, patience);
        DifferenceModel &model = window.model();
        int row = model.neighbour(-1, 1);
        QCOMPARE(cell(window, row, DifferenceModel::First), QStringLiteral("row 50"));
        QCOMPARE(cell(window, row, DifferenceModel::FirstPlace), QStringLiteral("51"));
        const auto marks = model.index(row, DifferenceModel::Second)
                               .data(DifferenceModel::MarksRole)
                               .value<DifferenceModel::Marks>();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.front().from, 4);
        QCOMPARE(marks.front().to, 9);
        row = model.neighbour(row, 1);
        QCOMPARE(model.kindOf(row), DifferenceModel::Kind::Removed);
        row = model.neighbour(row, 1);
        QCOMPARE(model.kindOf(row), DifferenceModel::Kind::Added);
        QCOMPARE(model.neighbour(row, 1), -1);
        QCOMPARE(model.neighbour(row, -1), model.neighbour(model.neighbour(-1, 1), 1));
        QVERIFY2(window.summary().contains(QLatin1Char('3')), qPrintable(window.summary()));
        // What is far from every difference is one row.
        QCOMPARE(model.kindOf(0), DifferenceModel::Kind::Skipped);
        QTest::keyClick(&window, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(!window.grab().isNull());
    }

    void sameBodiesSaySo()
    {
        DifferenceWindow window({QStringLiteral("1"), {.store = storeOf("a\nb\n")}},
                                {QStringLiteral("2"), {.store = storeOf("a\nb\n")}});
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patience);
        QTRY_COMPARE(window.summary(), QStringLiteral("No difference."));
        QCOMPARE(window.model().rowCount(), 0);
    }

    void whatStillGrowsIsComparedAsFarAsItIs()
    {
        const BodyPane::Content whole{.store = storeOf("[1,2]"), .mediaType = "application/json"};
        const BodyPane::Content growing{.store = storeOf("[1,", false),
                                        .mediaType = "application/json"};
        DifferenceWindow window({QStringLiteral("1"), whole}, {QStringLiteral("2"), growing});
        window.show();
        QCOMPARE(window.form(), DifferenceWindow::Form::Text);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patience);
        QVERIFY(window.model().rowCount() > 0);
    }

    void whatCannotBeReadIsNotTheSame()
    {
        const QByteArray many = '[' + QByteArray("1,").repeated(1 << 20) + "1]";
        const BodyPane::Content broken{.store = std::make_shared<test::BrokenStore>(many, 1 << 20),
                                       .mediaType = "application/json"};
        DifferenceWindow window({QStringLiteral("1"), broken}, {QStringLiteral("2"), broken});
        window.show();
        for (const auto form : {DifferenceWindow::Form::LaidOut, DifferenceWindow::Form::Structure,
                                DifferenceWindow::Form::Text, DifferenceWindow::Form::Octets}) {
            window.setForm(form);
            QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), patience);
            QVERIFY2(window.summary().contains(QLatin1String("broken")) ||
                         window.summary().contains(QLatin1String("to its end")),
                     qPrintable(QString::number(int(form)) + window.summary()));
        }
    }

    void withoutABodyItSaysSo()
    {
        BodyPane pane;
        pane.resize(900, 500);
        pane.show();
        for (const auto act :
             {&BodyPane::compare, &BodyPane::saveAll, &BodyPane::openWithProgram}) {
            pane.clear();
            (pane.*act)();
            QVERIFY(pane.notice()->isVisible());
            QVERIFY(!QApplication::activePopupWidget());
        }
        pane.showBody({.store = storeOf({})});
        pane.setEmptyText(QStringLiteral("HEAD asks for none."));
        pane.compare();
        QVERIFY(pane.notice()->isVisible());
        QVERIFY(!QApplication::activePopupWidget());
        pane.showBody({.store = storeOf("x")});
        pane.setEmptyText({});
        pane.compare();
        QVERIFY(!pane.notice()->isVisible());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1); // a file
        menu->close();
    }
};

QTEST_MAIN(TestBodyCompare)
#include "tst_body_compare.moc"
