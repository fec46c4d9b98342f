#include "cli/report.h"

namespace sonde::cli
{

QByteArray headText(const http::ResponseHead &head)
{
    QByteArray text =
        http::versionName(head.version).toByteArray() + ' ' + QByteArray::number(head.status) + ' ';
    text += head.reason + "\r\n";
    for (const http::Field &field : head.headers)
        text += field.name + ": " + field.value + "\r\n";
    return text;
}

} // namespace sonde::cli
