#include "body/json_checker.h"

#include "body/json_skip.h"
#include "body/json_text.h"
#include "body/octets64.h"

namespace sonde::body
{

QString octetName(char c)
{
    if (c > 0x20 && c < 0x7F)
        return QStringLiteral("“%1”").arg(QLatin1Char(c));
    return QStringLiteral("the octet 0x%1")
        .arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
}

void JsonChecker::complain(const QString &sentence)
{
    m_fault = JsonFault{.offset = m_offset, .line = m_line, .sentence = sentence};
}

void JsonChecker::feed(QByteArrayView octets)
{
    for (qsizetype at = 0; at < octets.size() && !m_fault;) {
        if (m_place == Place::String) {
            const qsizetype next = skipString(octets, at);
            m_offset += next - at;
            at = next;
            if (at == octets.size())
                return;
        }
        if (step(octets[at]) && !m_fault) {
            ++at;
            ++m_offset;
        }
    }
}

// To the next octet of a string that needs a look.
qsizetype JsonChecker::skipString(QByteArrayView octets, qsizetype at) const
{
    while (octets.size() - at >= Octets64::size) {
        const Octets64 here(octets.data() + at);
        const quint64 marks = here.equalTo('"') | here.equalTo('\\') | here.controls();
        if (marks != 0)
            return at + std::countr_zero(marks);
        at += Octets64::size;
    }
    while (at < octets.size() && octets[at] != '"' && octets[at] != '\\' &&
           static_cast<unsigned char>(octets[at]) >= 0x20)
        ++at;
    return at;
}

bool JsonChecker::step(char c)
{
    switch (m_place) {
    case Place::String:
        if (c == '"') {
            if (m_isKey)
                m_place = Place::Colon;
            else
                afterValue();
        } else if (c == '\\') {
            m_place = Place::Escape;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            complain(QStringLiteral("A string holds %1, which must be written as an escape.")
                         .arg(octetName(c)));
        }
        return true;
    case Place::Escape:
        escape(c);
        return true;
    case Place::Hex:
        hex(c);
        return true;
    case Place::Word:
    case Place::Mark:
        word(c);
        return true;
    case Place::Sign:
    case Place::Zero:
    case Place::Digits:
    case Place::Point:
    case Place::Fraction:
    case Place::Exponent:
    case Place::ExponentSign:
    case Place::ExponentDigits:
        return number(c);
    default:
        structure(c);
        return true;
    }
}

void JsonChecker::structure(char c)
{
    // RFC 7464 section 2.2: in a sequence a record separator begins each text.
    const bool separates = c == '\x1E' && m_documents == Documents::Many && m_levels.empty();
    if (isJsonSpace(c) || separates) {
        m_line += c == '\n' ? 1 : 0;
        return;
    }
    switch (m_place) {
    case Place::ValueOrClose:
        if (c == ']')
            return close(c);
        return value(c);
    case Place::Value:
        return value(c);
    case Place::KeyOrClose:
        if (c == '}')
            return close(c);
        return key(c);
    case Place::Key:
        return key(c);
    case Place::Colon:
        if (c != ':')
            return complain(
                QStringLiteral("A colon must follow a name, not %1.").arg(octetName(c)));
        m_place = Place::Value;
        return;
    default:
        break;
    }
    if (m_levels.empty()) {
        if (m_documents == Documents::Many)
            return value(c);
        return complain(QStringLiteral("After the end of the value stands %1.").arg(octetName(c)));
    }
    if (c == ',')
        m_place = inObject() ? Place::Key : Place::Value;
    else
        close(c);
}

void JsonChecker::value(char c)
{
    const bool first = !std::exchange(m_any, true) && m_offset == 0;
    if (c == '"') {
        m_place = Place::String;
        m_isKey = false;
    } else if (c == '{' || c == '[') {
        if (qsizetype(m_levels.size()) == deepest)
            return complain(QStringLiteral("Values are nested more than %1 deep: no further check.")
                                .arg(deepest));
        m_levels.push_back(c == '{');
        m_place = c == '{' ? Place::KeyOrClose : Place::ValueOrClose;
    } else if (c == '-') {
        m_place = Place::Sign;
    } else if (c >= '0' && c <= '9') {
        m_place = c == '0' ? Place::Zero : Place::Digits;
    } else if (c == 't' || c == 'f' || c == 'n') {
        m_place = Place::Word;
        m_word = c == 't' ? "rue" : c == 'f' ? "alse" : "ull";
    } else if (c == '\xEF' && first) {
        // RFC 8259 section 8.1: a byte order mark may be passed by.
        m_any = false;
        m_place = Place::Mark;
        m_word = "\xBB\xBF";
    } else {
        complain(QStringLiteral("Here a value must stand, not %1.").arg(octetName(c)));
    }
}

void JsonChecker::key(char c)
{
    if (c != '"')
        return complain(
            QStringLiteral("Here a name in quotes must stand, not %1.").arg(octetName(c)));
    m_place = Place::String;
    m_isKey = true;
}

void JsonChecker::close(char c)
{
    const bool object = inObject();
    if (c != (object ? '}' : ']')) {
        const bool closes = c == '}' || c == ']';
        return complain(
            closes
                ? QStringLiteral("%1 cannot close what %2 has opened.")
                      .arg(octetName(c), object ? QStringLiteral("“{”") : QStringLiteral("“[”"))
                : QStringLiteral("A comma or %1 must stand here, not %2.")
                      .arg(object ? QStringLiteral("“}”") : QStringLiteral("“]”"), octetName(c)));
    }
    m_levels.pop_back();
    afterValue();
}

void JsonChecker::afterValue()
{
    m_place = Place::CommaOrClose;
}

// RFC 8259 section 6. False when the octet ends the number and has to be looked at again.
bool JsonChecker::number(char c)
{
    const bool digit = c >= '0' && c <= '9';
    const bool fraction = m_place == Place::Zero || m_place == Place::Digits;
    if (m_place == Place::Sign && digit)
        m_place = c == '0' ? Place::Zero : Place::Digits;
    else if (m_place == Place::Point && digit)
        m_place = Place::Fraction;
    else if (m_place == Place::Exponent && (c == '+' || c == '-'))
        m_place = Place::ExponentSign;
    else if ((m_place == Place::Exponent || m_place == Place::ExponentSign) && digit)
        m_place = Place::ExponentDigits;
    else if (fraction && c == '.')
        m_place = Place::Point;
    else if ((fraction || m_place == Place::Fraction) && (c == 'e' || c == 'E'))
        m_place = Place::Exponent;
    else if (m_place == Place::Zero && digit)
        complain(QStringLiteral("A number must not begin with a zero and further digits."));
    else if (m_place == Place::Sign || m_place == Place::Point || m_place == Place::Exponent ||
             m_place == Place::ExponentSign)
        complain(QStringLiteral("In this number a digit must stand, not %1.").arg(octetName(c)));
    else if (!digit && !isJsonBreak(c))
        complain(QStringLiteral("A number cannot hold %1.").arg(octetName(c)));
    else if (!digit)
        return afterValue(), false;
    return true;
}

void JsonChecker::word(char c)
{
    if (c != *m_word)
        return complain(QStringLiteral("Here only true, false, null or another value may stand; "
                                       "%1 fits none.")
                            .arg(octetName(c)));
    if (*++m_word != 0)
        return;
    if (m_place == Place::Mark)
        m_place = Place::Value;
    else
        afterValue();
}

void JsonChecker::escape(char c)
{
    if (c == 'u') {
        m_place = Place::Hex;
        m_hexLeft = 4;
    } else if (c != 0 && std::strchr("\"\\/bfnrt", c)) {
        m_place = Place::String;
    } else {
        complain(QStringLiteral("A backslash followed by %1 means nothing in a string.")
                     .arg(octetName(c)));
    }
}

void JsonChecker::hex(char c)
{
    if (hexDigit(c) < 0)
        return complain(
            QStringLiteral("Four hexadecimal digits must follow \\u, not %1.").arg(octetName(c)));
    if (--m_hexLeft == 0)
        m_place = Place::String;
}

void JsonChecker::finish()
{
    if (m_fault)
        return;
    const bool number = m_place == Place::Zero || m_place == Place::Digits ||
                        m_place == Place::Fraction || m_place == Place::ExponentDigits;
    if (number)
        afterValue();
    if (!m_any && m_documents == Documents::Many && m_place == Place::Value)
        return;
    if (!m_any)
        complain(QStringLiteral("There is no value at all."));
    else if (m_place != Place::CommaOrClose)
        complain(QStringLiteral("The body ends in the middle of a value."));
    else if (!m_levels.empty())
        complain(QStringLiteral("The body ends with %1 still open.")
                     .arg(inObject() ? QStringLiteral("“{”") : QStringLiteral("“[”")));
}

} // namespace sonde::body
