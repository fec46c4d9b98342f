#include "lab/assert_check.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sonde::lab
{
namespace
{

using http::Result;

constexpr qsizetype shownCharacters = 300; // of a value in a report

std::unexpected<http::Error> wrong(const QString &sentence)
{
    return std::unexpected(http::Error{.layer = http::Layer::Request,
                                       .code = http::Code::ConflictingOptions,
                                       .sentence = sentence});
}

// Where the expression ends: at the first blank outside brackets and quotes.
qsizetype endOfExpression(const QString &text)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == u'\\')
                ++i;
            else if (c == quote)
                quote = {};
        } else if (depth > 0 && (c == u'"' || c == u'\'')) {
            quote = c;
        } else if (c == u'[' || c == u'(') {
            ++depth;
        } else if (c == u']' || c == u')') {
            --depth;
        } else if (c.isSpace() && depth <= 0) {
            return i;
        }
    }
    return text.size();
}

QJsonValue asJson(const QString &text)
{
    return QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().at(0);
}

QString shortened(const RunValue &value)
{
    if (value.kind == RunValue::Kind::Missing)
        return QStringLiteral("nothing");
    const QString text =
        value.text.size() > shownCharacters ? value.text.left(shownCharacters) + u'…' : value.text;
    return value.kind == RunValue::Kind::Text ? u'"' + text + u'"' : text;
}

} // namespace

struct AssertCheck::Word {
    QStringView text;
    Operator meaning;
};

const AssertCheck::Word *AssertCheck::find(QStringView word)
{
    static constexpr Word words[] = {
        {u"==", Operator::Equal},
        {u"!=", Operator::NotEqual},
        {u"<", Operator::Less},
        {u"<=", Operator::LessOrEqual},
        {u">", Operator::Greater},
        {u">=", Operator::GreaterOrEqual},
        {u"contains", Operator::Contains},
        {u"!contains", Operator::ContainsNot},
        {u"matches", Operator::Matches},
        {u"!matches", Operator::MatchesNot},
        {u"startsWith", Operator::StartsWith},
        {u"endsWith", Operator::EndsWith},
        {u"is", Operator::Is},
        {u"exists", Operator::Exists},
        {u"!exists", Operator::ExistsNot},
    };
    const auto found = std::ranges::find_if(words, [&](const Word &candidate) {
        return candidate.text.compare(word, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(words) ? nullptr : found;
}

Result<AssertCheck> AssertCheck::parse(const QString &written)
{
    const QString text = written.trimmed();
    const qsizetype end = endOfExpression(text);
    AssertCheck check;
    auto expression = RunExpression::parse(text.first(end));
    if (!expression)
        return std::unexpected(expression.error());
    check.m_expression = std::move(*expression);
    check.m_written = text.sliced(end).trimmed();
    const QString word = check.m_written.section(u' ', 0, 0);
    const Word *found = find(word);
    if (!found)
        return wrong(
            QStringLiteral("“%1” is no comparison; there are == != < <= > >= contains matches "
                           "startsWith endsWith is exists, and !contains !matches !exists.")
                .arg(word.left(80)));
    check.m_operator = found->meaning;
    if (auto read = check.readValue(check.m_written.sliced(word.size()).trimmed()); !read)
        return std::unexpected(read.error());
    return check;
}

Result<void> AssertCheck::readValue(const QString &text)
{
    const bool wantsNone = m_operator == Operator::Exists || m_operator == Operator::ExistsNot;
    if (wantsNone != text.isEmpty())
        return wrong(wantsNone ? QStringLiteral("“exists” takes no value behind it.")
                               : QStringLiteral("“%1” needs a value behind it.").arg(m_written));
    m_value = text;
    if (m_operator == Operator::Matches || m_operator == Operator::MatchesNot) {
        const qsizetype close = text.lastIndexOf(u'/');
        const bool slashes = text.startsWith(u'/') && close > 0;
        m_pattern.setPattern(slashes ? text.sliced(1, close - 1) : text);
        if (slashes && text.sliced(close + 1).contains(u'i'))
            m_pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        if (!m_pattern.isValid())
            return wrong(QStringLiteral("The pattern “%1” is not understood: %2.")
                             .arg(text.left(80), m_pattern.errorString()));
        return {};
    }
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"')) {
        const QJsonValue value = asJson(text);
        m_value = value.isString() ? value.toString() : text.sliced(1, text.size() - 2);
        m_isQuoted = true;
    } else if (m_expression.isTime()) {
        static const QRegularExpression duration(QStringLiteral("^([\\d.]+)\\s*(ms|s|m|us|µs)?$"));
        const auto match = duration.match(text);
        if (!match.hasMatch())
            return wrong(
                QStringLiteral("“%1” is no time; write 200 ms or 2 s.").arg(text.left(80)));
        const QString unit = match.captured(2);
        const double factor = unit == u"s"                            ? 1000
                              : unit == u"m"                          ? 60'000
                              : unit.endsWith(u"us") || unit == u"µs" ? 0.001
                                                                      : 1;
        m_value = QString::number(match.captured(1).toDouble() * factor, 'g', 15);
    }
    return {};
}

AssertResult AssertCheck::check(const RunAnswer &answer) const
{
    AssertResult result{.expected = m_written};
    const auto value = m_expression.evaluate(answer);
    if (!value) {
        result.got = value.error().sentence;
        return result;
    }
    result.got = shortened(*value);
    if (m_expression.isTime())
        result.got += QStringLiteral(" ms");
    result.holds = holds(*value);
    return result;
}

bool AssertCheck::holds(const RunValue &value) const
{
    if (m_operator == Operator::ExistsNot)
        return value.kind == RunValue::Kind::Missing;
    if (value.kind == RunValue::Kind::Missing) // != and !contains hold for what is not there
        return m_operator == Operator::NotEqual || m_operator == Operator::ContainsNot ||
               m_operator == Operator::MatchesNot;
    const auto order = ordered(value);
    switch (m_operator) {
    case Operator::Equal:
        return equals(value);
    case Operator::NotEqual:
        return !equals(value);
    case Operator::Less:
        return order && *order < 0;
    case Operator::LessOrEqual:
        return order && *order <= 0;
    case Operator::Greater:
        return order && *order > 0;
    case Operator::GreaterOrEqual:
        return order && *order >= 0;
    case Operator::Contains:
        return value.text.contains(m_value);
    case Operator::ContainsNot:
        return !value.text.contains(m_value);
    case Operator::Matches:
        return m_pattern.match(value.text).hasMatch();
    case Operator::MatchesNot:
        return !m_pattern.match(value.text).hasMatch();
    case Operator::StartsWith:
        return value.text.startsWith(m_value);
    case Operator::EndsWith:
        return value.text.endsWith(m_value);
    case Operator::Is:
        return isOfType(value);
    case Operator::Exists:
    case Operator::ExistsNot:
        break;
    }
    return true;
}

// 3 is 3.0, "3" in quotes is not; objects are equal whatever the order of their members.
bool AssertCheck::equals(const RunValue &value) const
{
    const bool isText = value.kind == RunValue::Kind::Text;
    if (m_isQuoted || isText)
        return isText && value.text == m_value;
    if (value.text == m_value)
        return true;
    if (value.kind == RunValue::Kind::Number) {
        const auto order = ordered(value);
        return order && *order == 0;
    }
    return value.kind == RunValue::Kind::Json && !asJson(m_value).isUndefined() &&
           asJson(value.text) == asJson(m_value);
}

// Numbers alone have an order; a header field may be one.
std::optional<int> AssertCheck::ordered(const RunValue &value) const
{
    bool ok = false;
    const double expected = m_value.toDouble(&ok);
    if (!ok)
        return std::nullopt;
    const double got = value.text.toDouble(&ok);
    if (!ok)
        return std::nullopt;
    return got < expected ? -1 : got > expected ? 1 : 0;
}

bool AssertCheck::isOfType(const RunValue &value) const
{
    switch (value.kind) {
    case RunValue::Kind::Missing:
        return false;
    case RunValue::Kind::Null:
        return m_value == u"null";
    case RunValue::Kind::Bool:
        return m_value == u"boolean" || m_value == u"bool";
    case RunValue::Kind::Number:
        return m_value == u"number" || (m_value == u"integer" && !value.text.contains(u'.') &&
                                        !value.text.contains(u'e', Qt::CaseInsensitive));
    case RunValue::Kind::Text:
        return m_value == u"string" || m_value == u"text";
    case RunValue::Kind::Json:
        return m_value == (value.text.startsWith(u'{') ? u"object" : u"array");
    }
    Q_UNREACHABLE();
}

} // namespace sonde::lab
