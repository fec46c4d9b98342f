// The small language of the filter box over the history: "status:5xx method:POST host:api.example
// time>500ms after:2026-11-01 is:pinned text". All words must hold; a minus in front turns one
// round. Pure, any thread.
#pragma once

#include "history/entry.h"

#include <QByteArrayView>
#include <QStringList>

#include <expected>
#include <span>

namespace sonde::history
{

// Why a word cannot be understood. The ones who show it find the words.
struct FilterProblem {
    enum class Kind : quint8 {
        OpenQuote, // a quotation mark is missing at the end
        NoValue,   // "status:" and nothing behind
        UnknownKey,
        BadStatus,  // neither 404 nor 4xx nor "none"
        BadTime,    // neither 500ms nor 2s
        BadSize,    // neither 10kb nor 3mb
        BadDate,    // neither 2026-11-01 nor today, yesterday, 7d
        BadVersion, // neither 1.0, 1.1 nor 2
        BadMark,    // is: with something unknown
        BadOrigin,  // from: likewise
        NoOrder,    // "method>POST"
        TooLong,    // the whole of it
    };
    Kind kind = Kind::UnknownKey;
    QString word;

    bool operator==(const FilterProblem &) const = default;
};
// In English, for the terminal.
[[nodiscard]] QString sentence(const FilterProblem &problem);

// What may stand before the colon, with an example.
struct FilterKey {
    const char *key;
    const char *example;
};
[[nodiscard]] std::span<const FilterKey> filterKeys();

class Filter
{
public:
    enum class What : quint8 {
        Text, // in the URL, a header field or the text of a body
        Status,
        Method,
        Host,
        Url,
        Header,
        Body,
        Title,
        Duration, // microseconds
        Octets,
        Moment, // milliseconds since 1970
        Version,
        Origin,
        Pinned,
        Failed,
        Redirected,
        Cut,
        Identity, // exactly; written by programs
    };
    struct Range {
        qint64 from = 0;
        qint64 to = 0; // both count
        bool operator==(const Range &) const = default;
    };
    struct Term {
        What what = What::Text;
        bool turned = false;
        QStringList words;         // any of them
        std::vector<Range> ranges; // any of them
        bool operator==(const Term &) const = default;
    };

    Filter() = default; // everything
    // `now`: what "today" counts from, in the time zone of this computer.
    [[nodiscard]] static std::expected<Filter, FilterProblem> parse(const QString &text,
                                                                    qint64 now);
    // Of one request alone.
    [[nodiscard]] Filter ofRequest(const QString &identity) const;

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    bool operator==(const Filter &) const = default;

private:
    std::vector<Term> m_terms;
};

} // namespace sonde::history
