#include "ui/request/remark_text.h"

#include <QCoreApplication>

namespace sonde::ui
{

QString remarkText(const interop::Remark &remark)
{
    return remark.text([](const char *english) {
        return QCoreApplication::translate("sonde::interop::Remark", english);
    });
}

} // namespace sonde::ui
