// What differs between two JSON values by their structure: members by name, whatever their order;
// elements in order or, where asked, as a set. Numbers and strings count by what they mean. One
// thread.
#pragma once

#include "body/json_cursor.h"

#include <vector>

namespace sonde::body
{

struct JsonChange {
    enum class Kind : quint8 { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QByteArray path; // RFC 9535 section 2.7, in the second value if it was added, else in the first
    // Where the value stands; empty ranges where it does not.
    qint64 firstFrom = 0;
    qint64 firstTo = 0;
    qint64 secondFrom = 0;
    qint64 secondTo = 0;

    bool operator==(const JsonChange &) const = default;
};

enum class ElementOrder : quint8 { Matters, Ignored };

struct JsonDiff {
    static constexpr size_t mostValues = 1'000'000; // in each body: some 64 MiB
    static constexpr size_t mostChanges = 100'000;

    enum class End : quint8 { Whole, TooManyValues, TooManyChanges, Stopped };
    std::vector<JsonChange> changes;
    End end = End::Whole;
    QString problem; // why a body could not be read; empty if all is well
};

[[nodiscard]] JsonDiff diffJson(const std::shared_ptr<const ByteSource> &first,
                                const std::shared_ptr<const ByteSource> &second, ElementOrder order,
                                const StopMark &stop = nullptr);

} // namespace sonde::body
