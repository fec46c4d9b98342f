#include "history/limits.h"

#include <QSettings>
#include <QStandardPaths>

namespace sonde::history
{
namespace
{

const QString onKey = QStringLiteral("history/on");
const QString octetsKey = QStringLiteral("history/octets");
const QString daysKey = QStringLiteral("history/days");
const QString secretsKey = QStringLiteral("history/keepSecrets");

qint64 number(const QSettings &settings, const QString &key, qint64 usual, qint64 least,
              qint64 most)
{
    bool good = false;
    const qint64 value = settings.value(key, usual).toLongLong(&good);
    return good && value >= least && value <= most ? value : usual;
}

} // namespace

Limits readLimits(const QSettings &settings)
{
    const Limits usual;
    return {.isOn = settings.value(onKey, usual.isOn).toBool(),
            .octets =
                number(settings, octetsKey, usual.octets, Limits::leastOctets, Limits::mostOctets),
            .days = int(number(settings, daysKey, usual.days, 0, Limits::mostDays)),
            .keepsSecrets = settings.value(secretsKey, usual.keepsSecrets).toBool()};
}

void writeLimits(QSettings &settings, const Limits &limits)
{
    settings.setValue(onKey, limits.isOn);
    settings.setValue(octetsKey, limits.octets);
    settings.setValue(daysKey, limits.days);
    settings.setValue(secretsKey, limits.keepsSecrets);
}

QString choicesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/sonde/window.ini");
}

Limits limitsOfThisUser()
{
    return readLimits(QSettings(choicesFile(), QSettings::IniFormat));
}

} // namespace sonde::history
