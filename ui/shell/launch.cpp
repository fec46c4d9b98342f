#include "ui/shell/launch.h"

#include "body/workers.h"
#include "ui/preferences/choices.h"
#include "ui/shell/engine_backend.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSessionManager>
#include <QSettings>

#include <chrono>
#include <cstdio>
#include <fontconfig/fontconfig.h>
#include <thread>

namespace sonde::ui
{

namespace
{

struct Wishes {
    QString language;
    std::optional<Theme::Scheme> scheme;
    QStringList toOpen;
    QStringList records;
};

Wishes readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("See what really goes over the wire when you send an HTTP request."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("Show the window in this language."),
                                      QStringLiteral("name"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("Colours: light, dark or system."),
                                   QStringLiteral("name"));
    const QCommandLineOption records(
        QStringLiteral("records"),
        QStringLiteral("Open what was recorded: an evidence bundle or an HTTP archive."),
        QStringLiteral("file"));
    parser.addOptions({language, theme, records});
    parser.addPositionalArgument(QStringLiteral("what"),
                                 QStringLiteral("URLs, .http files, bundles or folders to open."),
                                 QStringLiteral("[what…]"));
    parser.process(application);
    Wishes wishes{.language = parser.value(language),
                  .scheme = {},
                  .toOpen = parser.positionalArguments(),
                  .records = parser.values(records)};
    const QString name = parser.value(theme);
    if (name == QLatin1String("light"))
        wishes.scheme = Theme::Scheme::Light;
    else if (name == QLatin1String("dark"))
        wishes.scheme = Theme::Scheme::Dark;
    else if (name == QLatin1String("system"))
        wishes.scheme = Theme::Scheme::System;
    return wishes;
}

// Lives longer than every view and shorter than the application: what still runs for a view that is
// gone was called off with it, and a file that is being saved gets its last octet.
struct WorkersEnd {
    WorkersEnd() = default;
    WorkersEnd(const WorkersEnd &) = delete;
    WorkersEnd &operator=(const WorkersEnd &) = delete;
    ~WorkersEnd() { body::workers().waitForDone(); }
};

// Reading what fonts there are takes as long as connecting to the display: both at once.
class FontsAhead
{
public:
    FontsAhead() = default;
    void wait() { m_thread.join(); }

private:
    std::jthread m_thread{[] { FcInit(); }};
};

// For measuring the start: the same clock as the one that started us.
void stampFirstPaint()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::fprintf(
        stderr, "%lld\n",
        static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
}

} // namespace

int runWindow(int argc, char **argv)
{
    FontsAhead fonts;
    QApplication application(argc, argv);
    fonts.wait();
    application.setApplicationName(QStringLiteral("sonde"));
    application.setApplicationVersion(QStringLiteral(SONDE_VERSION));
    application.setDesktopFileName(QStringLiteral("org.sonde.Sonde"));
    const Wishes wishes = readArguments(application);
    const Places places = Places::ofThisUser();
    const Choices choices = readChoices(QSettings(places.configFile, QSettings::IniFormat));
    installLanguage(application, wishes.language.isEmpty() ? choices.language : wishes.language);
    application.setApplicationDisplayName(QString());
    Theme::apply(application);

    const WorkersEnd workersEnd;
    EngineBackend backend(places);
    MainWindow window(&backend, places);
    if (wishes.scheme)
        Theme::instance().setScheme(*wishes.scheme);
    if (qEnvironmentVariableIntValue("SONDE_STAMP_FIRST_PAINT") != 0)
        QObject::connect(&window, &MainWindow::firstPainted, &stampFirstPaint);
    // A desktop that ends the session asks nobody anything: what is open is written down.
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window,
                     [&window](QSessionManager &) { window.saveState(); });
    for (const QString &one : wishes.toOpen)
        window.openArgument(one);
    for (const QString &file : wishes.records)
        window.showRecords(file);
    window.show();
    return QApplication::exec();
}

} // namespace sonde::ui
