#include "interop/recorded_request.h"

#include <algorithm>
#include <array>

namespace sonde::interop
{
namespace
{

using collection::Body;
using collection::BodyMode;

bool belongsToConnection(QByteArrayView name)
{
    static constexpr auto names =
        std::to_array<QByteArrayView>({"Host", "Content-Length", "Connection", "Transfer-Encoding",
                                       "Proxy-Connection", "Keep-Alive"});
    return name.startsWith(':') || std::ranges::any_of(names, [&](QByteArrayView known) {
               return http::sameName(name, known);
           });
}

Body bodyOf(const http::Content &content)
{
    if (!content.present || content.segments.size() != 1)
        return {};
    const auto *octets = std::get_if<http::OctetsSegment>(&content.segments.front());
    if (!octets || !octets->octets.isValidUtf8() || octets->octets.contains('\0'))
        return {};
    const QString type = QString::fromUtf8(content.mediaType);
    const bool isJson = type.trimmed().compare(u"application/json", Qt::CaseInsensitive) == 0;
    return {.mode = isJson ? BodyMode::Json : BodyMode::Text,
            .text = QString::fromUtf8(octets->octets),
            .mediaType = isJson ? QString() : type};
}

} // namespace

collection::RequestDocument documentOf(const http::Request &request)
{
    collection::RequestDocument document;
    document.method = QString::fromUtf8(request.method.token());
    document.url = QString::fromUtf8(request.target.url());
    document.settings.version = request.version;
    document.body = bodyOf(request.content);
    const bool saysType = document.body.mode != BodyMode::None;
    for (const http::Field &field : request.headers) {
        // The body brings its own.
        if (belongsToConnection(field.name) ||
            (saysType && http::sameName(field.name, "Content-Type")))
            continue;
        document.headers.push_back(
            {.name = QString::fromUtf8(field.name), .value = QString::fromUtf8(field.value)});
    }
    return document;
}

} // namespace sonde::interop
