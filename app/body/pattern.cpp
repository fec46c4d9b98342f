#include "body/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <pcre2.h>

namespace sonde::body
{
namespace
{

// What one match may cost before it is called off: a pattern such as (a+)+b would otherwise take
// longer than the universe. A tenth of a second or so.
constexpr uint32_t matchLimit = 2'000'000;
constexpr uint32_t depthLimit = 100'000;
constexpr uint32_t heapLimit = 20'000; // KiB
constexpr size_t stackLimit = 1 << 20; // octets of the machine stack for compiled code

// A literal without what PCRE2 reads into its characters.
QByteArray quoted(QByteArrayView literal)
{
    QByteArray text;
    for (const char c : literal) {
        const auto octet = static_cast<unsigned char>(c);
        const bool plain = octet >= 0x80 || c == '_' || QChar::isLetterOrNumber(uint(octet));
        if (octet < 0x20 || octet == 0x7F)
            text.append("\\x{").append(QByteArray::number(octet, 16)).append('}');
        else if (plain)
            text.append(c);
        else
            text.append('\\').append(c);
    }
    return text;
}

QByteArray written(QByteArrayView pattern, Pattern::Options options)
{
    const QByteArray text = options.literal ? quoted(pattern) : pattern.toByteArray();
    // Not \b: a needle that begins with a sign would then have to follow a letter.
    return options.wholeWord ? "(?<!\\w)(?:" + text + ")(?!\\w)" : text;
}

} // namespace

struct Pattern::Code {
    explicit Code(pcre2_code *compiled)
        : code(compiled)
    {
        // Without it the interpreter does the same, more slowly.
        (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
        uint32_t characters = 0;
        (void)pcre2_pattern_info(code, PCRE2_INFO_MAXLOOKBEHIND, &characters);
        lookBehind = 4 * qsizetype(characters); // RFC 3629: four octets a character at most
    }
    ~Code() { pcre2_code_free(code); }
    Code(const Code &) = delete;
    Code &operator=(const Code &) = delete;

    pcre2_code *code;
    qsizetype lookBehind = 0;
};

std::expected<Pattern, PatternFault> Pattern::compile(QByteArrayView pattern, Options options)
{
    if (pattern.size() > longest)
        return std::unexpected(PatternFault{
            .offset = longest,
            .sentence =
                QStringLiteral("The pattern is longer than %1 octets: shorten it.").arg(longest)});
    const QByteArray text = written(pattern, options);
    uint32_t flags = PCRE2_NEVER_BACKSLASH_C;
    if (!options.literal || text.isValidUtf8()) // a literal of another charset: octets
        flags |= PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF;
    flags |= options.multiline ? PCRE2_MULTILINE : 0;
    flags |= options.anyCase ? PCRE2_CASELESS : 0;
    int problem = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.constData()),
                                     size_t(text.size()), flags, &problem, &offset, nullptr);
    if (!code) {
        std::array<PCRE2_UCHAR, 200> words{};
        (void)pcre2_get_error_message(problem, words.data(), words.size());
        return std::unexpected(PatternFault{
            .offset = qsizetype(offset),
            .sentence = QStringLiteral("The pattern cannot be used; at its octet %1: %2.")
                            .arg(offset)
                            .arg(QString::fromUtf8(reinterpret_cast<const char *>(words.data())))});
    }
    return Pattern(std::make_shared<const Code>(code));
}

qsizetype Pattern::lookBehind() const
{
    return m_code->lookBehind;
}

struct PatternMatch::State {
    explicit State(const pcre2_code *code)
        : data(pcre2_match_data_create_from_pattern(code, nullptr))
        , context(pcre2_match_context_create(nullptr))
        , stack(pcre2_jit_stack_create(32 << 10, stackLimit, nullptr))
    {
        (void)pcre2_set_match_limit(context, matchLimit);
        (void)pcre2_set_depth_limit(context, depthLimit);
        (void)pcre2_set_heap_limit(context, heapLimit);
        pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~State()
    {
        pcre2_match_data_free(data);
        pcre2_match_context_free(context);
        pcre2_jit_stack_free(stack);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
};

PatternMatch::PatternMatch(Pattern pattern)
    : m_pattern(std::move(pattern))
    , m_state(std::make_unique<State>(m_pattern.m_code->code))
{
}

PatternMatch::~PatternMatch() = default;

PatternMatch::Outcome PatternMatch::find(QByteArrayView octets, qsizetype start,
                                         Following following, Empty empty)
{
    const uint32_t flags = (following == Following::More ? PCRE2_PARTIAL_HARD : 0) |
                           (empty == Empty::PassedOver ? PCRE2_NOTEMPTY : 0);
    static constexpr char nothing = 0;
    const char *subject = octets.isEmpty() ? &nothing : octets.data();
    const int result =
        pcre2_match(m_pattern.m_code->code, reinterpret_cast<PCRE2_SPTR>(subject),
                    size_t(octets.size()), size_t(start), flags, m_state->data, m_state->context);
    if (result == PCRE2_ERROR_NOMATCH)
        return Outcome::None;
    if (result < 0 && result != PCRE2_ERROR_PARTIAL)
        return Outcome::TooCostly;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(m_state->data);
    // \K in a look-around may set the start behind the end.
    m_from = std::min(qsizetype(ends[0]), qsizetype(ends[1]));
    m_to = qsizetype(ends[1]);
    return result == PCRE2_ERROR_PARTIAL ? Outcome::Partial : Outcome::Found;
}

} // namespace sonde::body
