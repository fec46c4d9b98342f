#include "body/charset.h"

#include <algorithm>
#include <array>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

namespace sonde::body
{
namespace
{

constexpr qsizetype enoughToGuess = 64 << 10; // octets

constexpr auto choices = std::to_array<QByteArrayView>({
    "UTF-8",        "UTF-16LE",     "UTF-16BE",     "UTF-32LE",     "UTF-32BE",     "windows-1252",
    "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
    "ISO-8859-8",   "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",  "windows-1250",
    "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
    "windows-1258", "KOI8-R",       "KOI8-U",       "IBM866",       "macintosh",    "TIS-620",
    "GB18030",      "Big5",         "Shift_JIS",    "EUC-JP",       "ISO-2022-JP",  "EUC-KR",
});

// WHATWG Encoding section 4.2, where ICU would read a name more narrowly than browsers do.
constexpr std::pair<QByteArrayView, QByteArrayView> whatwgLabels[] = {
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"utf-32", "UTF-32LE"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "TIS-620"},
    {"windows-874", "TIS-620"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"hz-gb-2312", "HZ-GB-2312"},
    {"big5-hkscs", "Big5"},
    {"sjis", "Shift_JIS"},
    {"windows-31j", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"windows-949", "EUC-KR"},
    {"cp949", "EUC-KR"},
    // As uchardet calls them.
    {"uhc", "EUC-KR"},
    {"mac-cyrillic", "x-mac-cyrillic"},
    {"mac-centraleurope", "x-mac-centraleurroman"},
    {"cp866", "IBM866"},
    {"mac", "macintosh"},
};

// What ICU calls the tables that browsers mean.
QByteArray icuName(QByteArrayView name)
{
    if (name == "Shift_JIS")
        return "windows-31j";
    if (name == "EUC-KR")
        return "windows-949";
    if (name == "Big5")
        return "Big5-HKSCS";
    if (name == "TIS-620")
        return "windows-874";
    return name.toByteArray();
}

struct Closer {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using ConverterPointer = std::unique_ptr<UConverter, Closer>;

ConverterPointer openConverter(QByteArrayView name)
{
    UErrorCode status = U_ZERO_ERROR;
    ConverterPointer converter(ucnv_open(icuName(name).constData(), &status));
    if (U_FAILURE(status))
        return nullptr;
    // Broken octets are shown one by one, not replaced by whatever ICU likes.
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    return U_FAILURE(status) ? nullptr : std::move(converter);
}

std::optional<CharsetChoice> byMark(QByteArrayView begin)
{
    static constexpr std::pair<QByteArrayView, QByteArrayView> marks[] = {
        {"\xEF\xBB\xBF", "UTF-8"},
        {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, // before UTF-16LE, whose mark it begins with
        {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
        {"\xFF\xFE", "UTF-16LE"},
        {"\xFE\xFF", "UTF-16BE"},
    };
    for (const auto &[mark, name] : marks) {
        if (begin.startsWith(mark))
            return CharsetChoice{.name = name.toByteArray(),
                                 .reason = CharsetChoice::Reason::Mark,
                                 .mark = qint32(mark.size())};
    }
    return std::nullopt;
}

// Most characters of most texts have a zero octet in UTF-16, all of them on the same side.
std::optional<QByteArray> wideByZeros(QByteArrayView begin)
{
    const qsizetype units = std::min<qsizetype>(begin.size(), 1024) / 2;
    if (units < 2)
        return std::nullopt;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < units; ++i) {
        even += begin[2 * i] == 0 ? 1 : 0;
        odd += begin[2 * i + 1] == 0 ? 1 : 0;
    }
    const qsizetype most = units * 7 / 10;
    if (odd >= most && even == 0)
        return "UTF-16LE";
    if (even >= most && odd == 0)
        return "UTF-16BE";
    return std::nullopt;
}

bool isUtf8Cut(QByteArrayView octets)
{
    // The sample may end inside a character.
    for (qsizetype cut = 0; cut <= 3 && cut <= octets.size(); ++cut) {
        if (octets.chopped(cut).isValidUtf8())
            return true;
    }
    return false;
}

std::optional<QByteArray> guess(QByteArrayView begin)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
        uchardet_new(), uchardet_delete);
    if (uchardet_handle_data(detector.get(), begin.data(), size_t(begin.size())) != 0)
        return std::nullopt;
    uchardet_data_end(detector.get());
    return charsetNamed(uchardet_get_charset(detector.get()));
}

} // namespace

CharsetChoice chooseCharset(QByteArrayView begin, QByteArrayView parameter)
{
    if (const auto marked = byMark(begin))
        return *marked;
    if (const auto named = charsetNamed(parameter))
        return {.name = *named, .reason = CharsetChoice::Reason::Parameter};
    begin = begin.first(std::min(begin.size(), enoughToGuess));
    if (const auto wide = wideByZeros(begin))
        return {.name = *wide, .reason = CharsetChoice::Reason::Guess};
    if (isUtf8Cut(begin))
        return {.name = "UTF-8", .reason = CharsetChoice::Reason::Guess};
    if (const auto guessed = guess(begin))
        return {.name = *guessed, .reason = CharsetChoice::Reason::Guess};
    return {.name = "windows-1252", .reason = CharsetChoice::Reason::Fallback};
}

std::optional<QByteArray> charsetNamed(QByteArrayView label)
{
    constexpr qsizetype longest = 40;
    const QByteArray lower = label.trimmed().toByteArray().toLower();
    if (lower.isEmpty() || lower.size() > longest)
        return std::nullopt;
    for (const QByteArrayView name : choices) {
        if (lower == name.toByteArray().toLower())
            return name.toByteArray();
    }
    for (const auto &[known, name] : whatwgLabels) {
        if (lower == known)
            return name.toByteArray();
    }
    const ConverterPointer converter = openConverter(lower);
    if (!converter)
        return std::nullopt;
    // Another spelling of one that is in the list, or one more that ICU knows.
    UErrorCode status = U_ZERO_ERROR;
    const char *name = ucnv_getStandardName(lower.constData(), "MIME", &status);
    if (!name)
        return lower;
    for (const QByteArrayView choice : choices) {
        if (qstricmp(choice.toByteArray().constData(), name) == 0)
            return choice.toByteArray();
    }
    return QByteArray(name);
}

std::span<const QByteArrayView> charsetChoices()
{
    return choices;
}

qint32 unitSize(QByteArrayView charset)
{
    return charset.startsWith("UTF-16") ? 2 : charset.startsWith("UTF-32") ? 4 : 1;
}

RowCoding rowCodingOf(QByteArrayView charset)
{
    static constexpr std::pair<QByteArrayView, RowCoding> codings[] = {
        {"UTF-16LE", RowCoding::Utf16Little}, {"UTF-16BE", RowCoding::Utf16Big},
        {"UTF-32LE", RowCoding::Utf32Little}, {"UTF-32BE", RowCoding::Utf32Big},
        {"Big5", RowCoding::DoubleOctet},     {"EUC-KR", RowCoding::DoubleOctet},
        {"Shift_JIS", RowCoding::ShiftJis},   {"EUC-JP", RowCoding::EucJp},
        {"GB18030", RowCoding::Gb18030},
    };
    for (const auto &[name, coding] : codings) {
        if (charset == name)
            return coding;
    }
    return RowCoding::Octets;
}

struct CharsetDecoder::Converter {
    ConverterPointer converter;
    bool isUtf8 = false;
    std::array<UChar, 1024> units{};
    std::array<int32_t, 1024> offsets{};
};

CharsetDecoder::CharsetDecoder(QByteArrayView charset)
    : m_converter(std::make_unique<Converter>())
{
    const auto name = charsetNamed(charset);
    m_converter->converter = openConverter(name ? *name : QByteArray("UTF-8"));
    m_converter->isUtf8 = !m_converter->converter || !name || *name == "UTF-8";
    if (!m_converter->converter)
        m_converter->converter = openConverter("UTF-8");
}

CharsetDecoder::~CharsetDecoder() = default;
CharsetDecoder::CharsetDecoder(CharsetDecoder &&other) noexcept = default;
CharsetDecoder &CharsetDecoder::operator=(CharsetDecoder &&other) noexcept = default;

namespace
{

// Of sound UTF-8, whose characters tell by themselves how many octets they had (RFC 3629 section
// 3).
DecodedOctets soundUtf8(QByteArrayView octets)
{
    DecodedOctets result{.text = QString::fromUtf8(octets)};
    result.octetAt.resize(size_t(result.text.size()) + 1);
    qint32 octet = 0;
    for (qsizetype unit = 0; unit < result.text.size(); ++unit) {
        const QChar c = result.text[unit];
        result.octetAt[size_t(unit)] = octet;
        if (c.isHighSurrogate())
            result.octetAt[size_t(++unit)] = octet;
        octet += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : c.isSurrogate() ? 4 : 3;
    }
    result.octetAt.back() = octet;
    return result;
}

} // namespace

DecodedOctets CharsetDecoder::decode(QByteArrayView octets)
{
    // Qt would leave out a byte order mark in front.
    if (m_converter->isUtf8 && octets.isValidUtf8() && !octets.startsWith("\xEF\xBB\xBF"))
        return soundUtf8(octets);
    DecodedOctets result;
    UConverter *converter = m_converter->converter.get();
    ucnv_resetToUnicode(converter);
    const char *begin = octets.data();
    const char *end = begin + octets.size();
    const char *at = begin;
    result.text.reserve(octets.size());
    result.octetAt.reserve(size_t(octets.size()) + 1);
    for (bool done = octets.isEmpty(); !done;) {
        const char *from = at;
        UChar *units = m_converter->units.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &units, units + m_converter->units.size(), &at, end,
                       m_converter->offsets.data(), 1, &status);
        const auto count = size_t(units - m_converter->units.data());
        qint32 last = qint32(from - begin);
        for (size_t i = 0; i < count; ++i) {
            // ICU gives none for what a character began with in an earlier call.
            if (m_converter->offsets[i] >= 0)
                last = qint32(from - begin) + m_converter->offsets[i];
            result.octetAt.push_back(last);
        }
        result.text.append(reinterpret_cast<const QChar *>(m_converter->units.data()),
                           qsizetype(count));
        done = status != U_BUFFER_OVERFLOW_ERROR;
        if (done && U_FAILURE(status)) {
            std::array<char, 32> invalid{};
            auto length = int8_t(invalid.size());
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter, invalid.data(), &length, &ignored);
            const qint32 bad = std::max<qint32>(U_FAILURE(ignored) ? 1 : length, 1);
            for (qint32 i = bad; i > 0; --i) {
                result.broken.push_back(qint32(result.text.size()));
                result.octetAt.push_back(qint32(at - begin) - i);
                result.text.append(QChar(QChar::ReplacementCharacter));
            }
            ucnv_resetToUnicode(converter);
            done = at >= end;
        }
    }
    result.octetAt.push_back(qint32(octets.size()));
    return result;
}

std::optional<QByteArray> CharsetDecoder::encode(QStringView text)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = m_converter->converter.get();
    ucnv_resetFromUnicode(converter);
    QByteArray octets(UCNV_GET_MAX_BYTES_FOR_STRING(text.size(), ucnv_getMaxCharSize(converter)),
                      Qt::Uninitialized);
    char *at = octets.data();
    const auto *from = reinterpret_cast<const UChar *>(text.utf16());
    const UChar *end = from + text.size();
    ucnv_fromUnicode(converter, &at, octets.data() + octets.size(), &from, end, nullptr, 1,
                     &status);
    if (U_FAILURE(status))
        return std::nullopt;
    octets.truncate(at - octets.constData());
    return octets;
}

} // namespace sonde::body
