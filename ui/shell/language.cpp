#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void registerTranslations()
{
    Q_INIT_RESOURCE(sonde_translations);
}

namespace sonde::ui
{

namespace
{

const QString folder = QStringLiteral(":/sonde/translations");

void install(QCoreApplication &application, const QLocale &locale, const QString &name,
             const QString &where)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), where))
        application.installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installLanguage(QCoreApplication &application, const QString &language)
{
    registerTranslations();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // The plural forms of English come from a translation too: "%n request(s)" is no sentence.
    install(application, QLocale(QLocale::English), QStringLiteral("sonde"), folder);
    const QString ofQt = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    install(application, locale, QStringLiteral("qtbase"), ofQt);
    install(application, locale, QStringLiteral("qscintilla"), ofQt);
    if (locale.language() != QLocale::English)
        install(application, locale, QStringLiteral("sonde"), folder);
}

QStringList builtInLanguages()
{
    registerTranslations();
    QStringList names;
    for (const QString &file : QDir(folder).entryList({QStringLiteral("sonde_*.qm")}))
        names.append(file.mid(6).chopped(3));
    return names;
}

} // namespace sonde::ui
