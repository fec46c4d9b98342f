// The table of actions: one key for one action, none that does nothing, each with words; the
// palette and the help that are made from it.
#include "fake_backend.h"
#include "interop/code_export.h"
#include "ui/request/request_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shortcut_help.h"
#include "ui/shell/trusted_hosts.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;
using namespace sonde::ui;

class TestShellActions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::FakeBackend m_backend;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QListView *matches() const
    {
        return m_window->findChild<CommandPalette *>()->findChild<QListView *>();
    }

    void openPalette(Qt::Key key, Qt::KeyboardModifiers modifiers) const
    {
        QTest::keyClick(m_window.get(), key, modifiers);
        QVERIFY(m_window->findChild<CommandPalette *>()->isVisible());
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

    void theRequestIsCopiedAsCurl()
    {
        RequestPane *request = m_window->tabs()->current()->request();
        collection::RequestDocument document;
        document.method = QStringLiteral("PUT");
        document.url = QStringLiteral("https://a.test/x?y=1");
        request->editDocument(document);
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("curl")));
        QVERIFY(QApplication::clipboard()->text().contains(document.url));
        QVERIFY(request->hint()->sentence().contains(QLatin1String("curl")));
        QVERIFY(!request->hint()->findChild<QPushButton *>());
        // What it cannot do as Sonde does is said, too.
        QVERIFY(request->hint()->sentence().contains(QLatin1String("curl sends PUT again")));
        QVERIFY(!request->hint()->sentence().contains(QLatin1String("trusted in Sonde alone")));
        const auto target = http::Target::parse(document.url);
        TrustedHosts::instance().trust(target->origin, "certificate");
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        TrustedHosts::instance().trust(target->origin, {});
        QVERIFY(request->hint()->sentence().contains(QLatin1String("trusted in Sonde alone")));

        document.headers = {
            {QStringLiteral("Authorization"), QStringLiteral("Bearer s3cret-t0ken")}};
        request->editDocument(document);
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!QApplication::clipboard()->text().contains(QLatin1String("s3cret")));
        auto *open = request->hint()->findChild<QPushButton *>();
        QVERIFY(open);
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("s3cret-t0ken")));

        m_window->actions()->action("copy.python-httpx")->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("import httpx")));
    }

    // Every language that can be copied is in the menu, under its own name.
    void everyLanguageIsInTheMenu()
    {
        for (const interop::CodeLanguage &language : interop::codeLanguages()) {
            const QAction *action =
                m_window->actions()->action("copy." + language.id.toByteArray());
            QCOMPARE(ActionRegistry::plainText(action), QString::fromUtf8(language.name));
        }
    }

    void f2RenamesTheRequest()
    {
        DocumentPage *page = m_window->tabs()->current();
        page->request()->focusUrl();
        QTest::keyClick(m_window.get(), Qt::Key_F2);
        auto *dialog = m_window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        const int titleWidth = dialog->fontMetrics().horizontalAdvance(dialog->windowTitle());
        QVERIFY(dialog->width() > titleWidth + 200); // beside the buttons of the frame
        dialog->setTextValue(QStringLiteral("Sign  in\nagain"));
        dialog->accept();
        QCOMPARE(page->title(), QStringLiteral("Sign in again"));
        QVERIFY(page->isDirty());
        page->request()->undo();
        QCOMPARE(page->request()->document().title, QString());
    }

    void noKeyIsGivenTwice()
    {
        QHash<QString, QString> owners;
        for (const auto &[spec, action] : m_window->actions()->all()) {
            if (!action)
                continue;
            for (const QKeySequence &key : action->shortcuts()) {
                const QString text = key.toString(QKeySequence::PortableText);
                QVERIFY2(!text.isEmpty(), spec->id);
                QVERIFY2(!owners.contains(text),
                         qPrintable(QStringLiteral("%1 belongs to %2 and %3")
                                        .arg(text, owners.value(text), QLatin1String(spec->id))));
                owners.insert(text, QLatin1String(spec->id));
            }
        }
        QVERIFY(owners.size() > 40);
    }

    void noKeyBelongsToSomebodyElse()
    {
        // Keys of line edits, of macOS and of input methods.
        const QStringList foreign{
            QStringLiteral("Ctrl+K"), QStringLiteral("Ctrl+U"), QStringLiteral("Ctrl+E"),
            QStringLiteral("Ctrl+D"), QStringLiteral("Ctrl+H"), QStringLiteral("Ctrl+M"),
            QStringLiteral("Ctrl+."), QStringLiteral("Ctrl+;"), QStringLiteral("Ctrl+Shift+U")};
        for (const auto &[spec, action] : m_window->actions()->all()) {
            if (!action)
                continue;
            for (const QKeySequence &key : action->shortcuts()) {
                const QString text = key.toString(QKeySequence::PortableText);
                QVERIFY2(!foreign.contains(text), qPrintable(text));
                QVERIFY2(!text.startsWith(QLatin1String("Ctrl+Alt")), qPrintable(text));
            }
        }
    }

    void everyActionDoesSomethingAndSaysWhat()
    {
        for (const auto &[spec, action] : m_window->actions()->all()) {
            if (!action)
                continue;
            QVERIFY2(m_window->actions()->isBound(action), spec->id);
            QVERIFY2(!action->text().isEmpty(), spec->id);
            QVERIFY2(action->statusTip().endsWith(u'.'), spec->id);
            QVERIFY2(action->isEnabled() || !m_window->actions()->whyNot(action).isEmpty(),
                     spec->id);
        }
    }

    void menusHaveNoMnemonicTwice()
    {
        const auto check = [](const QString &name, const QList<QAction *> &actions) {
            QHash<QChar, QString> seen;
            for (const QAction *action : actions) {
                const auto at = action->text().indexOf(u'&');
                if (at < 0)
                    continue;
                const QChar letter = action->text()[at + 1].toLower();
                QVERIFY2(!seen.contains(letter),
                         qPrintable(name + QStringLiteral(": ") + seen.value(letter) +
                                    QStringLiteral(" and ") + action->text()));
                seen.insert(letter, action->text());
            }
        };
        check(QStringLiteral("bar"), m_window->menuBar()->actions());
        for (const QMenu *menu : m_window->findChildren<QMenu *>())
            check(menu->title(), menu->actions());
    }

    void paletteFindsAndRuns()
    {
        const int tabs = m_window->tabs()->count();
        openPalette(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(edit);
        QTest::keyClicks(edit, QStringLiteral("new tab"));
        QCOMPARE(matches()->currentIndex().row(), 0);
        QCOMPARE(matches()->currentIndex().data().toString(), QStringLiteral("New tab"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_window->tabs()->count(), tabs + 1);
        QVERIFY(!m_window->findChild<CommandPalette *>()->isVisible());
    }

    void paletteSaysWhyNotAndDoesNotRun()
    {
        openPalette(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QTest::keyClicks(edit, QStringLiteral("find previous"));
        const QString spoken = matches()->currentIndex().data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QLatin1String("Nothing has been sent yet")), qPrintable(spoken));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_window->findChild<CommandPalette *>()->isVisible());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!m_window->findChild<CommandPalette *>()->isVisible());
    }

    void paletteGivesTheFocusBack()
    {
        m_window->tabs()->current()->request()->focusUrl();
        QWidget *before = QApplication::focusWidget();
        openPalette(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void themeActionsChangeTheTheme()
    {
        m_window->actions()->action("theme.dark")->trigger();
        QVERIFY(Theme::instance().isDark());
        m_window->actions()->action("theme.light")->trigger();
        QVERIFY(!Theme::instance().isDark());
        QVERIFY(m_window->actions()->action("theme.light")->isChecked());
        QVERIFY(!m_window->actions()->action("theme.dark")->isChecked());
    }

    void versionActionsAndTheBoxAgree()
    {
        m_window->actions()->action("version.11")->trigger();
        QCOMPARE(m_window->tabs()->current()->request()->document().settings.version,
                 http::VersionPolicy::Http11);
        QVERIFY(m_window->actions()->action("version.11")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    }

    void helpListsEveryKey()
    {
        const ShortcutHelp help(*m_window->actions());
        int keyed = 0;
        for (const auto &[spec, action] : m_window->actions()->all())
            keyed += int(action && !action->shortcut().isEmpty());
        auto *tree = help.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), keyed);
        // Named as in the palette: “curl” alone says little.
        QVERIFY(
            !tree->findItems(QStringLiteral("Copy request as: curl"), Qt::MatchExactly).isEmpty());
        auto *filter = help.findChild<QLineEdit *>();
        filter->setText(QStringLiteral("F11"));
        int shown = 0;
        for (int row = 0; row < tree->topLevelItemCount(); ++row)
            shown += int(!tree->topLevelItem(row)->isHidden());
        QCOMPARE(shown, 1);
    }

    void fuzzy_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("starts of words") << "nt" << "New tab" << "Find next";
        QTest::newRow("together") << "send" << "Send again" << "Show the end";
        QTest::newRow("case") << "SAVE" << "Save" << "Show saved areas very easily";
    }

    void fuzzy()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyMatch(pattern, better).score > fuzzyMatch(pattern, worse).score);
        QVERIFY(!fuzzyMatch(QStringLiteral("xyz"), better));
        QCOMPARE(fuzzyMatch(QString(), better).score >= 0, true);
        // Of two of one name the place tells which is meant.
        const QString name = QStringLiteral("Log in");
        const QString place = QStringLiteral("shop / api / login");
        for (const char *typed : {"Log in shop", "log in login", "shop log", "api shop log in"})
            QVERIFY2(fuzzyMatch(QLatin1String(typed), name, place), typed);
        const FuzzyMatch placed = fuzzyMatch(QStringLiteral("log in shop"), name, place);
        QVERIFY(placed.score < fuzzyMatch(QStringLiteral("log"), name, place).score);
        QCOMPARE(placed.positions, (QList<int>{0, 1, 2, 4, 5}));
        QVERIFY(!fuzzyMatch(QStringLiteral("log in sample"), name, place));
        QVERIFY(!fuzzyMatch(QStringLiteral("shop"), name, place));
    }
};

QTEST_MAIN(TestShellActions)
#include "tst_shell_actions.moc"
