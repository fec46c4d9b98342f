// Sixty-four octets looked at in one go: which of them are this one, as a bit each, the first the
// lowest. Scanning a gigabyte octet by octet would take ten times as long. Pure functions.
#pragma once

#include <QtGlobal>

#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sonde::body
{

class Octets64
{
public:
    static constexpr qsizetype size = 64;

    explicit Octets64(const char *octets);

    [[nodiscard]] quint64 equalTo(char octet) const;
    // As equalTo with bit 0x20 of every octet set: “[” counts as “{” and “]” as “}”.
    [[nodiscard]] quint64 equalToFolded(char octet) const;
    // C0 controls, 0x00–0x1F.
    [[nodiscard]] quint64 controls() const;

private:
#if defined(__SSE2__)
    template <typename Test>
    [[nodiscard]] quint64 collect(Test test) const
    {
        quint64 bits = 0;
        for (int i = 0; i < 4; ++i)
            bits |= quint64(quint32(_mm_movemask_epi8(test(m_parts[i])))) << (16 * i);
        return bits;
    }
    __m128i m_parts[4];
#else
    template <typename Test>
    [[nodiscard]] quint64 collect(Test test) const
    {
        quint64 bits = 0;
        for (int i = 0; i < size; ++i)
            bits |= quint64(test(m_parts[i]) ? 1 : 0) << i;
        return bits;
    }
    unsigned char m_parts[size];
#endif
};

#if defined(__SSE2__)
inline Octets64::Octets64(const char *octets)
{
    for (int i = 0; i < 4; ++i)
        m_parts[i] = _mm_loadu_si128(reinterpret_cast<const __m128i *>(octets) + i);
}

inline quint64 Octets64::equalTo(char octet) const
{
    const __m128i wanted = _mm_set1_epi8(octet);
    return collect([wanted](__m128i part) { return _mm_cmpeq_epi8(part, wanted); });
}

inline quint64 Octets64::equalToFolded(char octet) const
{
    const __m128i wanted = _mm_set1_epi8(octet);
    const __m128i fold = _mm_set1_epi8(0x20);
    return collect([=](__m128i part) { return _mm_cmpeq_epi8(_mm_or_si128(part, fold), wanted); });
}

inline quint64 Octets64::controls() const
{
    const __m128i last = _mm_set1_epi8(0x1F);
    return collect([last](__m128i part) { return _mm_cmpeq_epi8(_mm_max_epu8(part, last), last); });
}
#else
inline Octets64::Octets64(const char *octets)
{
    std::memcpy(m_parts, octets, size);
}

inline quint64 Octets64::equalTo(char octet) const
{
    return collect([wanted = static_cast<unsigned char>(octet)](unsigned char part) {
        return part == wanted;
    });
}

inline quint64 Octets64::equalToFolded(char octet) const
{
    return collect([wanted = static_cast<unsigned char>(octet)](unsigned char part) {
        return (part | 0x20U) == wanted;
    });
}

inline quint64 Octets64::controls() const
{
    return collect([](unsigned char part) { return part < 0x20; });
}
#endif

// Bit n of the result: whether an odd number of the bits 0…n are set.
[[nodiscard]] inline quint64 parityUpTo(quint64 bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

} // namespace sonde::body
