#include "interop/curl_plan.h"

namespace sonde::interop
{
namespace
{

bool setsItself(const RequestPlan &plan, QByteArrayView name)
{
    return std::ranges::any_of(plan.headers, [&](const HeaderLine &line) {
        return line.kind != HeaderLine::Kind::File && http::sameName(line.name, name);
    });
}

bool hasContent(const RequestPlan &plan)
{
    return (!plan.data.empty() && !plan.get) || !plan.form.empty() || plan.upload;
}

} // namespace

HeaderLine readHeaderLine(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon < 0) {
        if (text.endsWith(';'))
            return {.name = text.chopped(1).trimmed()};
        return {.kind = HeaderLine::Kind::Leave};
    }
    HeaderLine line{.name = text.first(colon),
                    .value = http::trimmed(QByteArrayView(text).sliced(colon + 1)).toByteArray()};
    if (line.value.isEmpty())
        line.kind = HeaderLine::Kind::Leave;
    return line;
}

QByteArray methodOf(const RequestPlan &plan)
{
    if (plan.method)
        return *plan.method;
    if (plan.upload)
        return "PUT";
    if (plan.head)
        return "HEAD";
    return hasContent(plan) ? "POST" : "GET";
}

bool leavesOut(const RequestPlan &plan, QByteArrayView name)
{
    return std::ranges::any_of(plan.headers, [&](const HeaderLine &line) {
        return line.kind == HeaderLine::Kind::Leave && http::sameName(line.name, name);
    });
}

http::Headers fieldsOf(const RequestPlan &plan)
{
    http::Headers fields;
    // A -H of the same name replaces or removes what an option sets.
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        if (!setsItself(plan, name))
            fields.append(name, value);
    };
    if (plan.bearer)
        add("Authorization", "Bearer " + *plan.bearer);
    else if (plan.user && !plan.otherAuth)
        add("Authorization",
            "Basic " + (plan.user->contains(':') ? *plan.user : *plan.user + ':').toBase64());
    if (plan.range) {
        const bool open = !plan.range->contains('-');
        add("Range", "bytes=" + *plan.range + (open ? "-" : ""));
    }
    if (plan.userAgent && !plan.userAgent->isEmpty())
        add("User-Agent", *plan.userAgent);
    if (plan.json)
        add("Accept", "application/json");
    if (plan.referer && !plan.referer->isEmpty())
        add("Referer", *plan.referer);
    if (!plan.cookies.isEmpty())
        add("Cookie", plan.cookies);
    for (const HeaderLine &line : plan.headers) {
        if (line.kind == HeaderLine::Kind::Set)
            fields.append(line.name, line.value);
    }
    return fields;
}

QByteArray urlOf(const RequestPlan &plan, QByteArrayView query)
{
    QByteArray url = plan.url;
    if (!url.contains("://"))
        url.prepend("http://");
    const qsizetype hash = url.indexOf('#');
    const QByteArray fragment = hash < 0 ? QByteArray() : url.sliced(hash);
    url = hash < 0 ? url : url.first(hash);

    const qsizetype mark = url.indexOf('?');
    QByteArray path = mark < 0 ? url : url.first(mark);
    QByteArray ownQuery = mark < 0 ? QByteArray() : url.sliced(mark);
    if (plan.upload && *plan.upload != "-") {
        const bool noPath = path.indexOf('/', path.indexOf("://") + 3) < 0;
        if (noPath)
            path += '/';
        if (path.endsWith('/'))
            path += plan.upload->sliced(plan.upload->lastIndexOf('/') + 1).toPercentEncoding();
    }
    if (!query.isEmpty())
        ownQuery += (ownQuery.isEmpty() ? "?" : "&") + query.toByteArray();
    return path + ownQuery + fragment;
}

QByteArray contentTypeOf(const RequestPlan &plan)
{
    if (setsItself(plan, "Content-Type") || (plan.data.empty() && plan.form.empty()) || plan.get)
        return {};
    if (!plan.data.empty())
        return plan.json ? "application/json" : "application/x-www-form-urlencoded";
    return "multipart/form-data";
}

} // namespace sonde::interop
