// Secrets in the window: marked in the editor, masked, kept outside every file but the sealed one,
// filled in when a request is sent, and asked for when they are locked.
#include "collection/secret_file.h"
#include "stage.h"
#include "tests/support/folder_search.h"
#include "ui/request/variable_view.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/environment_box.h"
#include "ui/shell/environment_editor.h"
#include "ui/shell/environment_model.h"
#include "ui/shell/passphrase_dialog.h"
#include "ui/shell/variable_desk.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace sonde;
using namespace sonde::ui;
using test::FolderStage;

namespace
{

const QString requests = QStringLiteral("shop.http");
const QString environments = QStringLiteral("http-client.env.json");
const QString canary = QStringLiteral("canary-4711-{{x}}");

struct Shop : FolderStage {
    Shop()
    {
        write(environments, R"({"dev": {"host": "dev.test", "token": "not yet"}})");
        write(requests, "### List\n"
                        "GET https://{{host}}/orders\n"
                        "Authorization: Bearer {{token}}\n");
    }
    void openRequest()
    {
        open();
        QTRY_COMPARE(page()->state().index, 0);
        window->desk()->open(path(requests), 0);
        QTRY_VERIFY(page()->state().file == path(requests));
        window->variables()->choose(path(requests), QStringLiteral("dev"));
        QTRY_COMPARE(window->environmentBox()->text(), QStringLiteral("dev"));
    }
    [[nodiscard]] EnvironmentEditor *edit()
    {
        window->actions()->action("go.environments")->trigger();
        auto *editor = window->findChild<EnvironmentEditor *>();
        auto *table = editor->findChild<QTableView *>();
        [&] { QTRY_COMPARE(table->model()->rowCount(), 3); }();
        return editor;
    }
    [[nodiscard]] QString secretFile() const { return Places::under(folder.path()).secretFile; }
    // Files of this computer in which the secret can be read.
    [[nodiscard]] QStringList leaks() const
    {
        return testing::filesWith(folder.path(), "canary-4711");
    }
};

void press(QWidget *in, const QString &text)
{
    for (auto *button : in->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text && button->isEnabled())
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL(qPrintable(QStringLiteral("no button “%1”").arg(text)));
}

// The dialog about the file of secrets, once it is there.
PassphraseDialog *asked(const Shop &shop)
{
    PassphraseDialog *dialog = nullptr;
    [&] {
        QTRY_VERIFY((dialog = shop.window->findChild<PassphraseDialog *>()) && dialog->isVisible());
    }();
    return dialog;
}

void keepSecret(Shop &shop, const std::optional<QString> &passphrase)
{
    EnvironmentEditor *editor = shop.edit();
    QAbstractItemModel *model = editor->findChild<QTableView *>()->model();
    QVERIFY(model->setData(model->index(1, EnvironmentModel::Kept),
                           int(EnvironmentModel::Place::Secret)));
    QVERIFY(model->setData(model->index(1, EnvironmentModel::Value), canary));
    press(editor, QStringLiteral("Save"));
    PassphraseDialog *dialog = asked(shop);
    if (passphrase) {
        // By the keys alone: what stands below comes next.
        QTest::keyClicks(QApplication::focusWidget(), *passphrase);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), *passphrase);
    } else {
        for (auto *button : dialog->findChildren<QRadioButton *>())
            button->setChecked(button->text().contains(QLatin1String("key")));
    }
    press(dialog, QStringLiteral("Keep secrets there"));
    QTRY_VERIFY(shop.read(environments).contains("secretName"));
    QTRY_VERIFY(!shop.window->findChild<EnvironmentEditor *>());
    shop.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shop.window.get()));
}

} // namespace

class TestSecretVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        qputenv("SONDE_SECRETS", "file"); // never the keychain of whoever runs this
    }

    void aSecretIsKeptSentAndNowhereElse()
    {
        Shop shop;
        shop.openRequest();
        keepSecret(shop, std::nullopt);
        QVERIFY(QFile::exists(shop.secretFile()));
        QVERIFY(!shop.read(environments).contains("not yet"));
        // The field shows where it is, not what it is.
        QTRY_VERIFY(shop.page()
                        ->request()
                        ->variables()
                        ->tip(QStringLiteral("token"))
                        .contains(QLatin1String("kept in the encrypted file")));
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.backend.sent.size(), size_t(1));
        // Braces inside a secret are its own.
        QCOMPARE(shop.backend.sent[0].request.headers.fields().front().value,
                 "Bearer " + canary.toUtf8());
        shop.backend.answer(200, "{}");
        QTRY_VERIFY(!shop.page()->isRunning());
        shop.url()->setText(QStringLiteral("https://{{host}}/orders?x=1"));
        QTest::qWait(700); // a draft is journalled
        shop.window->close();
        shop.window.reset();
        QCOMPARE(shop.leaks(), QStringList());
    }

    void theEditorMasksAndItsEyeShows()
    {
        Shop shop;
        shop.openRequest();
        keepSecret(shop, std::nullopt);
        EnvironmentEditor *editor = shop.edit();
        auto *table = editor->findChild<QTableView *>();
        QAbstractItemModel *model = table->model();
        const QModelIndex value = model->index(1, EnvironmentModel::Value);
        QTRY_COMPARE(value.data(Qt::EditRole).toString(), canary);
        QCOMPARE(value.data().toString(), QStringLiteral("••••••"));
        QVERIFY(!model->index(0, EnvironmentModel::Eye).data(Qt::DecorationRole).isValid());
        // Typed without being shown.
        table->edit(value);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line && line->echoMode() == QLineEdit::Password);
        QTest::keyClick(line, Qt::Key_Escape);
        table->setCurrentIndex(value);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(value.data().toString(), canary);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table->visualRect(model->index(1, EnvironmentModel::Eye)).center());
        QCOMPARE(value.data().toString(), QStringLiteral("••••••"));
        // Where it is kept is chosen from a list.
        table->edit(model->index(1, EnvironmentModel::Kept));
        auto *box = table->findChild<QComboBox *>();
        QVERIFY(box && box->count() == 4);
        QCOMPARE(box->currentText(), QStringLiteral("Secret"));
    }

    void aLockedFileAsksBeforeItSends()
    {
        Shop shop;
        shop.openRequest();
        keepSecret(shop, QStringLiteral("open sesame"));
        shop.window->close();
        shop.openRequest();
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        PassphraseDialog *dialog = asked(shop);
        QVERIFY(shop.backend.sent.empty());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("wrong"));
        press(dialog, QStringLiteral("Open"));
        QTRY_VERIFY(shop.window->findChildren<PassphraseDialog *>().size() == 1 &&
                    shop.window->findChild<PassphraseDialog *>() != dialog);
        dialog = asked(shop);
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(QLatin1String("does not open"));
        }));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("open sesame"));
        press(dialog, QStringLiteral("Open"));
        QTRY_COMPARE(shop.backend.sent.size(), size_t(1));
        QCOMPARE(shop.backend.sent[0].request.headers.fields().front().value,
                 "Bearer " + canary.toUtf8());
        QCOMPARE(shop.leaks(), QStringList());
    }

    void whoGivesUpGetsTheSentence()
    {
        Shop shop;
        shop.openRequest();
        keepSecret(shop, QStringLiteral("open sesame"));
        shop.window->close();
        shop.openRequest();
        QTest::keyClick(shop.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(asked(shop), Qt::Key_Escape);
        QTRY_VERIFY(shop.page()->response()->call());
        const auto error = shop.page()->response()->call()->last().exchange->state().error;
        QVERIFY(error && error->sentence.contains(QLatin1String("passphrase")));
        QVERIFY(shop.backend.sent.empty());
    }
};

QTEST_MAIN(TestSecretVariables)
#include "tst_secret_variables.moc"
