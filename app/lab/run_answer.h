// What came back for one request, and the expressions that captures, assertions and references
// take values from it with: status, time, size, version, header.NAME, body, body.$.path. Values,
// any thread; reading a large body takes as long as scanning it.
#pragma once

#include "body/byte_source.h"
#include "body/json_path.h"
#include "client/call.h"

namespace sonde::lab
{

struct RunAnswer {
    int status = 0;
    http::Version version = http::Version::Http11;
    http::Headers headers;
    std::shared_ptr<const body::ByteSource> body; // decoded
    std::chrono::nanoseconds time{0};             // from Send to the last octet, redirects included
};

// Nothing if no final response came.
[[nodiscard]] std::optional<RunAnswer> answerOf(const client::Call &call);

struct RunValue {
    enum class Kind : quint8 {
        Missing, // no such field, no such node
        Null,
        Bool,
        Number,
        Text,
        Json, // an object, a list, or more than one node
    };
    Kind kind = Kind::Missing;
    QString text; // as it is written where it is filled in; of Text without quotes
    bool operator==(const RunValue &) const = default;
};

class RunExpression
{
public:
    static constexpr qint64 valueLimit = 16 << 20; // octets of one value
    static constexpr int nodeLimit = 10'000;       // of one path

    // Error: what is written instead, one sentence.
    [[nodiscard]] static http::Result<RunExpression> parse(const QString &text);

    // Errors: a body that is not JSON where a path asks for it, a value larger than the limit.
    [[nodiscard]] http::Result<RunValue> evaluate(const RunAnswer &answer) const;
    [[nodiscard]] bool isTime() const { return m_source == Source::Time; }

private:
    enum class Source : quint8 { Status, Time, Size, Version, Header, Body, Path };
    [[nodiscard]] http::Result<RunValue> nodes(const RunAnswer &answer) const;

    Source m_source = Source::Status;
    QByteArray m_header;
    std::optional<body::JsonPath> m_path;
};

} // namespace sonde::lab
