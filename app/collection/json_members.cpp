#include "collection/json_members.h"

#include "body/byte_store.h"
#include "body/json_checker.h"
#include "body/json_cursor.h"
#include "body/json_text.h"

#include <algorithm>
#include <memory>

namespace sonde::collection
{

const JsonMember *JsonObject::find(const QString &name) const
{
    const QByteArray utf8 = name.toUtf8();
    const auto found = std::ranges::find(members.rbegin(), members.rend(), utf8, &JsonMember::name);
    return found == members.rend() ? nullptr : &*found;
}

qint64 jsonFaultLine(const QByteArray &octets)
{
    body::JsonChecker checker;
    checker.feed(octets);
    checker.finish();
    return checker.fault() ? checker.fault()->line + 1 : 0;
}

qsizetype jsonRoot(const QByteArray &octets)
{
    const qsizetype root = octets.indexOf('{');
    const QByteArray before = octets.first(std::max<qsizetype>(root, 0)).trimmed();
    if (!before.isEmpty() && before != "\xef\xbb\xbf")
        return -1;
    return root;
}

JsonObject jsonObjectAt(const QByteArray &octets, qsizetype open)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!store->append(octets))
        return {};
    store->finish();
    body::JsonInput input(store);
    body::JsonCursor cursor(open + 1, body::JsonCursor::Within::Object);
    JsonObject object{.open = open};
    body::JsonChild child;
    while (cursor.next(input, child) == body::JsonCursor::Step::Child) {
        const qint64 end = body::jsonEnd(input, child.from).value_or(child.from);
        cursor.childEnds(end);
        object.members.push_back({.name = body::unescapedJson(QByteArrayView(octets).sliced(
                                      child.keyFrom, child.keyTo - child.keyFrom)),
                                  .keyFrom = child.keyFrom,
                                  .keyTo = child.keyTo,
                                  .from = child.from,
                                  .to = end,
                                  .isObject = child.kind == body::JsonKind::Object});
    }
    object.close = cursor.position() - 1;
    return object;
}

QByteArray indentAt(const QByteArray &octets, qsizetype at)
{
    const qsizetype line = octets.lastIndexOf('\n', at == 0 ? 0 : at - 1) + 1;
    qsizetype end = line;
    while (end < octets.size() && (octets[end] == ' ' || octets[end] == '\t'))
        ++end;
    return octets.sliced(line, end - line);
}

QByteArray quotedText(const QString &text)
{
    return body::quotedJson(text.toUtf8());
}

void appendMember(QByteArray &octets, const JsonObject &object, const QByteArray &member)
{
    const QByteArray outer = indentAt(octets, object.open);
    if (object.members.empty()) {
        const QByteArray inner = outer + "  ";
        octets.replace(object.open + 1, object.close - object.open - 1,
                       '\n' + inner + member + '\n' + outer);
        return;
    }
    const JsonMember &last = object.members.back();
    const bool sameLine = !octets.sliced(object.open, last.keyFrom - object.open).contains('\n');
    octets.insert(last.to,
                  sameLine ? ", " + member : ",\n" + indentAt(octets, last.keyFrom) + member);
}

void removeMember(QByteArray &octets, const JsonObject &object, const JsonMember &member)
{
    const auto at = size_t(&member - object.members.data());
    if (object.members.size() == 1)
        octets.remove(object.open + 1, object.close - object.open - 1);
    else if (at == 0)
        octets.remove(member.keyFrom, object.members[1].keyFrom - member.keyFrom);
    else
        octets.remove(object.members[at - 1].to, member.to - object.members[at - 1].to);
}

} // namespace sonde::collection
