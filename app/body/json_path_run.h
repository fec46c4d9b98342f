// Carries out a JSONPath expression over a body of any size: the octets are scanned as they are
// needed, nodes are offsets, nothing is kept but one frame a level. Order and duplicates are those
// of RFC 9535. One thread; goes on when the source has grown.
#pragma once

#include "body/json_children.h"
#include "body/json_locator.h"
#include "body/json_path.h"

namespace sonde::body
{

struct JsonMatch {
    qint64 from = 0; // octets of the value
    qint64 to = 0;
    JsonKind kind = JsonKind::Broken;
    qint64 document = 0; // which of the values beside each other, from 0
    QByteArray path;     // normalized
};

class JsonPathRun
{
public:
    // A hostile body could nest without end: frames, of some hundred octets each.
    static constexpr size_t deepest = 1 << 18;

    enum class Step : quint8 {
        Match,
        End,
        More, // the source may still grow
        Stopped,
        Failed, // see problem()
    };

    // Every value of the source is queried in turn; `stop` may be null.
    JsonPathRun(JsonPath path, std::shared_ptr<const ByteSource> source, StopMark stop = nullptr);
    ~JsonPathRun();

    [[nodiscard]] Step next(JsonMatch &match);
    [[nodiscard]] const QString &problem() const { return m_problem; }
    // Values of the source that have been begun.
    [[nodiscard]] qint64 documents() const { return m_documents; }

private:
    Step found(JsonMatch &match);

    JsonPath m_path;
    std::shared_ptr<const ByteSource> m_source;
    std::unique_ptr<JsonInput> m_input;
    JsonCursor m_document = JsonCursor::document();
    std::unique_ptr<class JsonPathFilter> m_filter;
    std::unique_ptr<class JsonPathWalk> m_walk;
    JsonChild m_root;
    std::optional<JsonChild> m_node; // found, but its end has not come
    qint64 m_documents = 0;
    QString m_problem;
};

} // namespace sonde::body
