// Words: nothing shown in the window is left untranslated, German is complete, and the translations
// keep placeholders and mnemonics.
#include "fake_backend.h"
#include "pseudo_translator.h"
#include "ui/collections/collection_panel.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shortcut_help.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace sonde;
using namespace sonde::ui;

namespace
{

struct Message {
    QString context;
    QString source;
    QStringList forms;
    bool finished = true;
};

std::vector<Message> readMessages(const QString &path)
{
    std::vector<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const auto name = xml.name();
            if (name == u"name") {
                context = xml.readElementText();
            } else if (name == u"message") {
                message = {.context = context, .source = {}, .forms = {}, .finished = true};
            } else if (name == u"source") {
                message.source = xml.readElementText();
            } else if (name == u"translation") {
                message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                message.forms.append(text.trimmed());
            }
        } else if (xml.isEndElement() && xml.name() == u"message") {
            messages.push_back(message);
        }
    }
    return messages;
}

QString translationFile(const char *language)
{
    return QStringLiteral(SONDE_SOURCE_DIR "/translations/sonde_%1.ts")
        .arg(QLatin1String(language));
}

// What needs no translation: names of protocols and methods, numbers, data.
bool isExempt(const QString &text)
{
    static const QRegularExpression data(
        QStringLiteral("^[\\W\\d_]*$" // signs and numbers
                       "|^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|QUERY|TRACE)$"
                       "|^\\S \\d{3}( \\w+)?$|^Aa$|^\\|ab\\|$" // a status, signs of switches
                       // Programs that read .http files, once the strip knows whether they can.
                       "|^(JetBrains|REST Client|httpYac|Visual Studio|Kulala)$"
                       "|^(HTTP/[\\d.]+|h2c?|TLSv?[\\d.]*|JSON|JSONPath|jq|DNS|TCP|URL|Hex|UTF-8)$"
                       "|https?://|\\.http$|application/|text/|^[A-Z][\\w-]*: "));
    return text.trimmed().isEmpty() || text.contains(u'⟦') || data.match(text).hasMatch();
}

// Every text that the widget itself shows or says.
QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        texts << edit->placeholderText();
    else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        texts << group->title();
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        // Lists that are completed into are data: field names, media types, methods.
        for (int row = 0; !box->isEditable() && row < box->count(); ++row)
            texts << box->itemText(row);
    }
    if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < bar->count(); ++tab)
            texts << bar->tabText(tab);
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
        for (int column = 0; header->model() && column < header->count(); ++column) {
            if (header->orientation() == Qt::Horizontal && !header->isHidden())
                texts << header->model()->headerData(column, Qt::Horizontal).toString();
        }
    }
    return texts;
}

QStringList untranslatedIn(const QWidget *root)
{
    QStringList found;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // Tabs of documents show what a person wrote; their scroll buttons speak for Qt.
        if (widget->inherits("sonde::ui::TabStrip") ||
            widget->objectName().startsWith(QLatin1String("Scroll")))
            continue;
        for (const QString &text : textsOf(widget)) {
            if (!isExempt(text))
                found << QStringLiteral("%1: “%2”")
                             .arg(QLatin1String(widget->metaObject()->className()), text);
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::FakeBackend m_backend;
    std::unique_ptr<MainWindow> m_window;

    void openWindow()
    {
        QDir().mkpath(Places::under(m_folder.path()).sampleFolder);
        m_backend.becomeReady();
        m_window = std::make_unique<MainWindow>(&m_backend, Places::under(m_folder.path()));
        m_window->resize(1300, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        QVERIFY(builtInLanguages().contains(QStringLiteral("de")));
    }

    void cleanup() { m_window.reset(); }

    void everythingShownIsTranslated()
    {
        test::PseudoTranslator pseudo;
        QVERIFY(QCoreApplication::installTranslator(&pseudo));
        openWindow();
        RequestPane *request = m_window->tabs()->current()->request();
        collection::RequestDocument document;
        document.url = QStringLiteral("https://example.test/path?a=1");
        document.headers = {{QStringLiteral("Accept"), QStringLiteral("text/html")}};
        QStringList found;
        for (int mode = 0; mode <= int(collection::BodyMode::File); ++mode) {
            document.body.mode = collection::BodyMode(mode);
            document.settings.verifyTls = mode % 2 == 0;
            request->editDocument(document);
            for (int section = 0; section < 4; ++section) {
                request->showSection(RequestPane::Section(section));
                found += untranslatedIn(m_window.get());
            }
        }
        document.body.mode = collection::BodyMode::None;
        request->editDocument(document);
        m_window->tabs()->current()->send();
        QCOMPARE(m_backend.sent.size(), size_t(1));
        m_backend.answer(200, "{\"a\": 1}",
                         {{"Content-Type", "application/json"}, {"Date", "today"}});
        QTRY_VERIFY(!m_window->tabs()->current()->isRunning());
        for (const auto section :
             {ResponsePane::Section::Body, ResponsePane::Section::Headers,
              ResponsePane::Section::Timing, ResponsePane::Section::Connection}) {
            m_window->tabs()->current()->response()->showSection(section);
            found += untranslatedIn(m_window.get());
        }
        m_window->tabs()->current()->send(); // a second response, to be compared with the first
        m_backend.answer(200, "no", {{"Content-Type", "text/plain"}});
        QTRY_VERIFY(!m_window->tabs()->current()->isRunning());
        m_window->tabs()->current()->response()->showSection(ResponsePane::Section::Changes);
        QCOMPARE(m_window->tabs()->current()->response()->section(),
                 ResponsePane::Section::Changes);
        found += untranslatedIn(m_window.get());
        document.url = QStringLiteral("nonsense://x");
        request->editDocument(document);
        m_window->tabs()->current()->send();
        const ShortcutHelp help(*m_window->actions());
        found += untranslatedIn(&help);
        for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions()) {
                if (!action->isSeparator() && !isExempt(action->text()))
                    found << QStringLiteral("menu: ") + action->text();
            }
        }
        for (const auto &[spec, action] : m_window->actions()->all()) {
            if (action && !action->statusTip().contains(u'⟦'))
                found << QStringLiteral("action: ") + action->statusTip();
        }
        found.removeDuplicates();
        QCoreApplication::removeTranslator(&pseudo);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void nothingIsCutOffInALongerLanguage()
    {
        test::PseudoTranslator pseudo;
        QVERIFY(QCoreApplication::installTranslator(&pseudo));
        openWindow();
        QStringList cut;
        RequestPane *request = m_window->tabs()->current()->request();
        for (int section = 0; section < 4; ++section) {
            request->showSection(RequestPane::Section(section));
            QCoreApplication::processEvents();
            for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && !button->text().isEmpty() &&
                    button->width() < button->minimumSizeHint().width())
                    cut << button->text();
            }
            for (const QLabel *label : m_window->findChildren<QLabel *>()) {
                if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty() &&
                    label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored &&
                    label->width() < label->sizeHint().width())
                    cut << label->text();
            }
        }
        QCoreApplication::removeTranslator(&pseudo);
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void germanMenusHaveNoMnemonicTwice()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/sonde/translations/sonde_de.qm")));
        QVERIFY(QCoreApplication::installTranslator(&german));
        openWindow();
        QCOMPARE(m_window->actions()->action("file.new-tab")->text(), QStringLiteral("&Neuer Tab"));
        QStringList twice;
        QList<QList<QAction *>> menus{m_window->menuBar()->actions()};
        for (const QMenu *menu : m_window->findChildren<QMenu *>())
            menus << menu->actions();
        for (const auto &actions : menus) {
            QHash<QChar, QString> seen;
            for (const QAction *action : actions) {
                const auto at = action->text().indexOf(u'&');
                if (at < 0)
                    continue;
                const QChar letter = action->text()[at + 1].toLower();
                if (seen.contains(letter))
                    twice << seen.value(letter) + QStringLiteral(" / ") + action->text();
                seen.insert(letter, action->text());
            }
        }
        QCoreApplication::removeTranslator(&german);
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }

    void translationsAreFinishedAndKeepTheirPlaces_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("German") << translationFile("de");
        QTest::newRow("English plurals") << translationFile("en");
    }

    void translationsAreFinishedAndKeepTheirPlaces()
    {
        QFETCH(QString, path);
        const std::vector<Message> messages = readMessages(path);
        QVERIFY(!messages.empty());
        const QStringList named{QStringLiteral("Actions"), QStringLiteral("Lab"),
                                QStringLiteral("LibraryDesk"), QStringLiteral("Overview"),
                                QStringLiteral("Timing")}; // by the sources themselves
        static const QRegularExpression place(QStringLiteral("%(n|\\d)"));
        for (const Message &message : messages) {
            const QString where = message.context + QStringLiteral(": ") + message.source;
            QVERIFY2(message.finished, qPrintable(where));
            // Filed under another name than its class has when it runs, a text is never found.
            QVERIFY2(message.context.startsWith(QLatin1String("sonde::")) ||
                         named.contains(message.context),
                     qPrintable(where));
            QVERIFY2(!message.forms.value(0).isEmpty() || message.source.trimmed().size() <= 1,
                     qPrintable(where));
            const QString form = message.forms.value(0);
            auto places = place.globalMatch(message.source);
            while (places.hasNext()) {
                const QString one = places.next().captured();
                QVERIFY2(form.contains(one), qPrintable(where + QStringLiteral(" loses ") + one));
            }
            QVERIFY2(!form.endsWith(QLatin1String(" …")),
                     qPrintable(where + QStringLiteral(" has a space before its dots")));
            QVERIFY2(message.source.count(u'&') == form.count(u'&') ||
                         message.source.contains(QLatin1String("&&")),
                     qPrintable(where + QStringLiteral(" has another number of mnemonics")));
        }
    }

    // The sources are read again: a text that is not in the files fails here.
    void translationsKnowEveryText()
    {
        QString lupdate = QStandardPaths::findExecutable(QStringLiteral("lupdate"),
                                                         {QStringLiteral("/usr/lib/qt6/bin")});
        if (lupdate.isEmpty()) {
            QVERIFY2(!qEnvironmentVariableIsSet("CI"), "lupdate is missing");
            QSKIP("lupdate is missing: install qt6-l10n-tools to check that no text is forgotten");
        }
        const QTemporaryDir scratch;
        const QString sources = scratch.filePath(QStringLiteral("sources"));
        const QString copy = scratch.filePath(QStringLiteral("sonde_de.ts"));
        QVERIFY(QFile::copy(translationFile("de"), copy));
        const int extracted = QProcess::execute(
            QStringLiteral("cmake"),
            {QStringLiteral("-DFROM=" SONDE_SOURCE_DIR), QStringLiteral("-DINTO=%1").arg(sources),
             QStringLiteral("-P"), QStringLiteral(SONDE_SOURCE_DIR "/translations/extract.cmake")});
        QCOMPARE(extracted, 0);
        const int updated = QProcess::execute(
            lupdate, {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"),
                      QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                      sources, sources, QStringLiteral("-ts"), copy});
        QCOMPARE(updated, 0);
        QStringList unknown;
        for (const Message &message : readMessages(copy)) {
            if (!message.finished)
                unknown << message.context + QStringLiteral(": ") + message.source;
        }
        QCOMPARE(readMessages(copy).size(), readMessages(translationFile("de")).size());
        QVERIFY2(unknown.isEmpty(),
                 qPrintable(QStringLiteral("run the target update_translations and translate:\n") +
                            unknown.join(u'\n')));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
