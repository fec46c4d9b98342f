// In which language and notation the sentences about a run are written: plain English, unless the
// window brings its own words. A plain value; any thread.
#pragma once

#include "http/error.h"

#include <QLocale>

namespace sonde::lab
{

struct Words {
    using Say = QString (*)(const char *english);
    using Tell = QString (*)(const http::Error &error);

    Say say = nullptr;             // null: as it stands
    Tell tell = nullptr;           // null: the error's own sentence
    Say remark = nullptr;          // likewise the sentences about other programs' files
    QLocale locale = QLocale::c(); // of numbers

    // Texts are found where this is called on them, by translations/extract.cmake.
    [[nodiscard]] QString operator()(const char *english) const
    {
        return say ? say(english) : QString::fromUtf8(english);
    }
    [[nodiscard]] QString error(const http::Error &error) const
    {
        return tell ? tell(error) : error.sentence;
    }
    [[nodiscard]] QString number(double value, int decimals) const
    {
        return locale.toString(value, 'f', decimals);
    }
    [[nodiscard]] QString count(qint64 value) const { return locale.toString(value); }
};

} // namespace sonde::lab
