#include "ui/compare/lab_words.h"

#include "ui/response/error_text.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

QString say(const char *english)
{
    return QCoreApplication::translate("Lab", english);
}

QString remark(const char *english)
{
    return QCoreApplication::translate("sonde::interop::Remark", english);
}

// The engine's own sentence is English and names hosts and files.
QString tell(const http::Error &error)
{
    if (QLocale().language() == QLocale::English)
        return error.sentence;
    const QString title = errorText(error).title;
    return error.sentence.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, error.sentence);
}

} // namespace

lab::Words labWords()
{
    return {.say = say, .tell = tell, .remark = remark, .locale = QLocale()};
}

} // namespace sonde::ui
