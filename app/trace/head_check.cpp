#include "trace/head_check.h"

#include <algorithm>

namespace sonde::trace
{
namespace
{

// What a field looks like in a sentence: its beginning, without control characters.
QString shown(QByteArrayView name, QByteArrayView value)
{
    QString text = QString::fromLatin1(name.first(std::min<qsizetype>(name.size(), 60))) +
                   QStringLiteral(": ") +
                   QString::fromLatin1(value.first(std::min<qsizetype>(value.size(), 60)));
    for (QChar &letter : text) {
        if (!letter.isPrint())
            letter = QChar::ReplacementCharacter;
    }
    return text;
}

Finding disagreement(const QString &where, const QString &what)
{
    return {.severity = Severity::Violation,
            .rule = "http2.readers-disagree",
            .sentence =
                QStringLiteral("Sonde's two readers of HTTP/2 disagree on the %1: %2. One of "
                               "them is wrong; please report it.")
                    .arg(where, what),
            .section = "RFC 9113 section 4.3"};
}

// With one star for each run of them.
QByteArray withoutLengths(QByteArrayView value)
{
    QByteArray text;
    text.reserve(value.size());
    for (const char octet : value) {
        if (octet != '*' || !text.endsWith('*'))
            text += octet;
    }
    return text;
}

std::optional<Finding> compare(const QString &where, const http::Headers &library,
                               const HeaderBlock &block)
{
    if (block.verdict.isViolation())
        return disagreement(
            where, QStringLiteral("one of them cannot decode it (%1)").arg(block.verdict.sentence));
    const auto &fields = library.fields();
    for (size_t i = 0; i < std::max(fields.size(), block.fields.size()); ++i) {
        const bool inLibrary = i < fields.size();
        const bool inBlock = i < block.fields.size();
        if (inLibrary && inBlock && isSameField(fields[i], block.fields[i]))
            continue;
        const auto nothing = QStringLiteral("nothing");
        return disagreement(
            where,
            QStringLiteral("field %1 is “%2” for nghttp2 and “%3” in the octets")
                .arg(i + 1)
                .arg(inLibrary ? shown(fields[i].name, fields[i].value) : nothing,
                     inBlock ? shown(block.fields[i].name, block.fields[i].value) : nothing));
    }
    return std::nullopt;
}

http::Headers asFields(const http::ResponseHead &head)
{
    http::Headers fields{{":status", QByteArray::number(head.status)}};
    for (const auto &field : head.headers)
        fields.append(field);
    return fields;
}

struct Expected {
    QString where;
    http::Headers fields;
};

std::vector<Expected> received(const ExchangeState &exchange)
{
    std::vector<Expected> lists;
    for (const auto &head : exchange.interim)
        lists.push_back({QStringLiteral("interim head"), asFields(head)});
    if (exchange.response)
        lists.push_back({QStringLiteral("response head"), asFields(*exchange.response)});
    if (!exchange.trailers.isEmpty())
        lists.push_back({QStringLiteral("trailers"), exchange.trailers});
    return lists;
}

} // namespace

bool isSameField(const http::Field &head, const WireField &octets)
{
    if (head.name != octets.name)
        return false;
    if (head.value == octets.value)
        return true;
    if (!head.value.contains("***")) // not masked
        return false;
    const QByteArray found = withoutLengths(octets.value);
    return found == "*" || found == withoutLengths(head.value);
}

std::vector<Finding> checkHeads(const ExchangeState &exchange, const Conversation &conversation)
{
    std::vector<Finding> findings;
    if (exchange.streamId == 0)
        return findings;
    const auto check = [&](Direction direction, const std::vector<Expected> &lists) {
        const auto blocks = blocksOf(conversation, exchange.streamId, direction);
        for (size_t i = 0; i < lists.size(); ++i) {
            if (i >= blocks.size()) {
                if (!conversation.truncation && !conversation.isCut)
                    findings.push_back(disagreement(
                        lists[i].where, QStringLiteral("it is not in the recorded octets")));
                return;
            }
            const auto &block = conversation.blocks[size_t(blocks[i])];
            if (block.fieldsLeftOut > 0)
                continue;
            if (auto finding = compare(lists[i].where, lists[i].fields, block))
                findings.push_back(*std::move(finding));
        }
    };
    if (!exchange.sentHeaders.isEmpty())
        check(Direction::Sent, {{QStringLiteral("request head"), exchange.sentHeaders}});
    // Fields that nghttp2 left out are missing on its side, and there is a finding that says so.
    const bool leftOut = std::ranges::any_of(exchange.findings, [](const Finding &finding) {
        return finding.rule == "http2.field-ignored";
    });
    if (!leftOut)
        check(Direction::Received, received(exchange));
    return findings;
}

} // namespace sonde::trace
