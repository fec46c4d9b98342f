// I-Regexp (RFC 9485): the regular expressions of JSONPath, checked by their own grammar and
// carried out by PCRE2. One thread.
#pragma once

#include "body/pattern.h"

namespace sonde::body
{

class IRegexp
{
public:
    enum class Reach : quint8 { Whole, Anywhere };
    enum class Answer : quint8 { Yes, No, TooCostly };

    // Nothing if it is no I-Regexp.
    [[nodiscard]] static std::unique_ptr<IRegexp> compile(QByteArrayView utf8, Reach reach);
    [[nodiscard]] Answer matches(QByteArrayView utf8);

private:
    explicit IRegexp(Pattern pattern)
        : m_match(std::move(pattern))
    {
    }
    PatternMatch m_match;
};

// The same in the words of PCRE2; nothing if it is no I-Regexp.
[[nodiscard]] std::optional<QByteArray> pcreFromIRegexp(QByteArrayView utf8);

} // namespace sonde::body
