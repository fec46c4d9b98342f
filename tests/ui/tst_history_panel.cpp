// The history in the sidebar, with real keys on a real store: listing by day, filtering, opening,
// pinning, deleting and taking that back.
#include "history/archive.h"
#include "tests/history/made_calls.h"
#include "ui/history/history_filter_edit.h"
#include "ui/history/history_menu.h"
#include "ui/history/history_model.h"
#include "ui/history/history_panel.h"
#include "ui/history/history_words.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;
using history::EntryId;
using testing::MadeCall;

class TestHistoryPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<history::Archive> m_archive;
    std::unique_ptr<HistoryPanel> m_panel;

    [[nodiscard]] HistoryModel &model() const { return m_panel->model(); }
    [[nodiscard]] QListView *list() const { return m_panel->list(); }

    void fill(const std::vector<std::pair<MadeCall, int>> &calls) const
    {
        auto store = history::Store::open(m_folder->path());
        QVERIFY(store);
        for (const auto &[call, daysAgo] : calls)
            call.into(**store, daysAgo);
    }
    void open(int calls)
    {
        m_archive = std::make_unique<history::Archive>(m_folder->path());
        m_panel = std::make_unique<HistoryPanel>();
        new QAbstractItemModelTester(&model(), m_panel.get());
        m_panel->setArchive(m_archive.get());
        m_panel->resize(320, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QTRY_COMPARE(model().callCount(), calls);
    }
    void openThree()
    {
        fill({{MadeCall{.url = QStringLiteral("http://old.example/first")}, 3},
              {MadeCall{.url = QStringLiteral("http://api.example/orders"), .status = 404}, 1},
              {MadeCall{.url = QStringLiteral("http://api.example/orders/2"),
                        .method = "POST",
                        .status = 201},
               0}});
        open(3);
    }
    [[nodiscard]] QString text(int row) const
    {
        return model().index(row).data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void momentsStandWithinASentence()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        history::Entry entry;
        entry.at = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(whenText(entry).startsWith(QLatin1String("today at ")));
        QCOMPARE(whenText(entry).count(u':'), 1);
        QCOMPARE(whenText(entry, Precision::Seconds).count(u':'), 2); // two of one minute
        entry.at -= qint64(24) * 60 * 60 * 1000;
        QVERIFY(whenText(entry).startsWith(QLatin1String("yesterday at ")));
    }

    void initTestCase() { Theme::apply(*qApp); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_panel.reset();
        m_archive.reset();
    }

    void anEmptyHistorySaysSo()
    {
        open(0);
        const auto labels = m_panel->findChildren<QLabel *>();
        QTRY_VERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String("Nothing"));
        }));
    }

    void daysStandAboveTheirCalls()
    {
        openThree();
        QCOMPARE(model().rowCount(), 6);
        QCOMPARE(text(0), QStringLiteral("Today"));
        QTRY_VERIFY(text(1).startsWith(QLatin1String("POST, api.example/orders/2, 201")));
        QCOMPARE(text(2), QStringLiteral("Yesterday"));
        QTRY_VERIFY(text(3).contains(QLatin1String("404")));
        QVERIFY(!model().flags(model().index(2)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(model().index(5).data(HistoryModel::IdRole).toLongLong() == 1);
        for (int row : {1, 3, 5})
            QCOMPARE(model().indexOf(model().id(row)).row(), row);
    }

    void enterOpens()
    {
        openThree();
        QSignalSpy wanted(m_panel.get(), &HistoryPanel::openWanted);
        m_panel->focusList();
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        // The heading between the two was passed over.
        QCOMPARE(wanted.front().front().value<EntryId>(), EntryId(2));
    }

    void typingFilters()
    {
        openThree();
        QTest::keyClicks(m_panel->filterEdit(), QStringLiteral("orders"));
        QTRY_COMPARE(model().callCount(), 2);
        QTest::keyClicks(m_panel->filterEdit(), QStringLiteral(" status:4xx"));
        QTRY_COMPARE(model().callCount(), 1);
        const auto labels = m_panel->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QLatin1String("1 of 3"));
        }));
        // What cannot be understood is explained, and the list stays.
        QTest::keyClicks(m_panel->filterEdit(), QStringLiteral("x"));
        QTRY_VERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String("status:4xxx"));
        }));
        QCOMPARE(model().callCount(), 1);
        QTest::keyClick(m_panel->filterEdit(), Qt::Key_Escape);
        QTRY_COMPARE(model().callCount(), 3);
        QVERIFY(m_panel->filterEdit()->text().isEmpty());
    }

    void wordsAreOffered()
    {
        QCOMPARE(HistoryFilterEdit::offersFor(QStringLiteral("st"), 2),
                 QStringList{QStringLiteral("status:")});
        QCOMPARE(HistoryFilterEdit::offersFor(QStringLiteral("x -is:p"), 7),
                 QStringList{QStringLiteral("is:pinned")});
        QVERIFY(HistoryFilterEdit::offersFor({}, 0).isEmpty());
        HistoryFilterEdit edit;
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QTest::keyClicks(&edit, QStringLiteral("-ver"));
        QVERIFY(edit.isOffering());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(edit.text(), QStringLiteral("-version:"));
    }

    void deletingCanBeTakenBack()
    {
        openThree();
        m_panel->focusList();
        QTRY_VERIFY(model().entry(1));
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(model().callCount(), 2);
        auto *undo = m_panel->findChild<NoticeBar *>()->findChild<QPushButton *>();
        QVERIFY(undo && undo->isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(model().callCount(), 3);
        // And by key, while the list has the focus.
        m_panel->focusList();
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(model().callCount(), 0);
        m_panel->undoRemove();
        QTRY_COMPARE(model().callCount(), 3);
    }

    void clearingLeavesWhatIsPinned()
    {
        openThree();
        m_panel->focusList();
        QTRY_VERIFY(model().entry(1));
        m_panel->pinSelected(true);
        QTRY_VERIFY(model().entry(1) && model().entry(1)->isPinned);
        m_panel->clearHistory();
        QTRY_COMPARE(model().callCount(), 1);
        m_panel->undoRemove();
        QTRY_COMPARE(model().callCount(), 3);
    }

    void theMenuHasWhatCanBeDone()
    {
        openThree();
        m_panel->focusList();
        QTRY_VERIFY(model().entry(1) && model().entry(3));
        list()->setCurrentIndex(model().index(1));
        list()->selectionModel()->select(model().index(3), QItemSelectionModel::Select);
        const auto chosen = m_panel->selected();
        QCOMPARE(chosen.size(), 2U);
        QMenu menu;
        fillHistoryMenu(menu, *m_panel, chosen);
        QSignalSpy compared(m_panel.get(), &HistoryPanel::compareWanted);
        for (QAction *action : menu.actions()) {
            if (action->text().contains(QLatin1String("mpare")))
                action->trigger();
        }
        QCOMPARE(compared.size(), 1);
        QVERIFY(compared.front()[0].value<EntryId>() < compared.front()[1].value<EntryId>());
        QMenu ofOne;
        fillHistoryMenu(ofOne, *m_panel, {chosen.front()});
        for (QAction *action : ofOne.actions()) {
            if (action->text().contains(QLatin1String("URL")))
                action->trigger();
            if (action->text().contains(QLatin1String("Only")))
                action->trigger();
        }
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://api.example/orders/2"));
        QTRY_COMPARE(model().callCount(), 1);
        auto *all = m_panel->findChild<QToolButton *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(all && all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_COMPARE(model().callCount(), 3);
    }

    // Only what is looked at is here, however many there are.
    void entriesComeInPages()
    {
        std::vector<std::pair<MadeCall, int>> calls(700, {MadeCall{.body = "x"}, 0});
        fill(calls);
        open(700);
        QTRY_VERIFY(model().entry(1));
        QVERIFY(!model().entry(690));
        list()->scrollToBottom();
        QTRY_VERIFY(model().entry(690));
        QCOMPARE(model().entry(690)->id, model().id(690));
    }

    void whatIsSentAppears()
    {
        openThree();
        m_panel->focusList();
        const EntryId current = model().id(list()->currentIndex().row());
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        const MadeCall call;
        m_archive->follow(client::Call::recorded(call.hops()), call.asSent());
        QTRY_COMPARE(model().callCount(), 4);
        QVERIFY(reset.isEmpty());
        QCOMPARE(model().id(list()->currentIndex().row()), current);
        // Another process's, when one comes back.
        fill({{call, 0}});
        m_panel->hide();
        m_panel->show();
        QTRY_COMPARE(model().callCount(), 5);
    }
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
