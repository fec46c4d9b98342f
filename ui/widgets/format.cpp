#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::Format)
};

} // namespace

QString octetsText(qint64 octets)
{
    if (octets < 1000)
        return exactOctetsText(octets);
    return QLocale().formattedDataSize(octets, 1, QLocale::DataSizeSIFormat);
}

QString exactOctetsText(qint64 octets)
{
    //: %1 is the number with separators, %n the same number for the plural form
    return Text::tr("%1 byte(s)", nullptr, int(std::min<qint64>(octets, INT_MAX)))
        .arg(QLocale().toString(octets));
}

QString durationText(std::chrono::nanoseconds duration)
{
    const QLocale locale;
    const double ms = double(duration.count()) / 1e6;
    if (ms < 10)
        //: milliseconds
        return Text::tr("%1 ms").arg(locale.toString(ms, 'f', ms == 0 ? 0 : 2));
    if (ms < 1000)
        return Text::tr("%1 ms").arg(locale.toString(ms, 'f', ms < 100 ? 1 : 0));
    const double seconds = ms / 1000;
    if (seconds < 60)
        //: seconds
        return Text::tr("%1 s").arg(locale.toString(seconds, 'f', 2));
    const auto whole = qint64(seconds);
    //: minutes and seconds
    return Text::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString rateText(qint64 octets, std::chrono::nanoseconds duration)
{
    const double seconds = std::max(double(duration.count()) / 1e9, 1e-9);
    //: octets in a second
    return Text::tr("%1/s").arg(octetsText(qint64(double(octets) / seconds)));
}

} // namespace sonde::ui
