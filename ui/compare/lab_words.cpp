#include "ui/compare/lab_words.h"

#include "ui/response/error_text.h"
#include "ui/widgets/sentence.h"

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

// What the engine's own sentence says is more exact than the title: it names hosts and files.
QString tell(const http::Error &error)
{
    return error.sentence.isEmpty() ? errorText(error).title : inWindowLanguage(error.sentence);
}

} // namespace

lab::Words labWords()
{
    return {.say = say, .tell = tell, .remark = remark, .locale = QLocale()};
}

} // namespace sonde::ui
