#include "interop/curl_arguments.h"

namespace sonde::interop
{
namespace
{

constexpr qsizetype shownCharacters = 80; // of a word in a message

QString shown(QByteArrayView word)
{
    return QString::fromUtf8(word.first(std::min(word.size(), shownCharacters)));
}

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

class Reader
{
public:
    Reader(std::span<const QByteArray> words, Tool tool)
        : m_words(words)
        , m_tool(tool)
    {
    }

    http::Result<CurlArguments> read()
    {
        while (m_next < m_words.size()) {
            const QByteArray &word = m_words[m_next++];
            http::Result<void> done;
            if (m_optionsOver || !word.startsWith('-') || word == "-")
                m_result.items.push_back({.value = word});
            else if (word == "--")
                m_optionsOver = true;
            else if (word.startsWith("--"))
                done = readLong(QByteArrayView(word).sliced(2));
            else
                done = readShort(QByteArrayView(word).sliced(1));
            if (!done)
                return std::unexpected(done.error());
        }
        return std::move(m_result);
    }

private:
    http::Result<void> readLong(QByteArrayView text)
    {
        const qsizetype equals = text.indexOf('=');
        const QByteArrayView name = equals < 0 ? text : text.first(equals);
        std::optional<QByteArray> given;
        if (equals >= 0)
            given = text.sliced(equals + 1).toByteArray();

        bool on = true;
        const CurlOption *option = lookUp(name, given.has_value());
        if (!option && name.startsWith("no-")) {
            option = findOption(name.sliced(3), m_tool);
            if (option && option->takes == Takes::Value)
                option = nullptr;
            on = false;
        }
        if (!option)
            return unknown("--" + name.toByteArray());
        if (option->takes == Takes::Nothing) {
            if (given && m_tool == Tool::SondeSend)
                return std::unexpected(
                    usage(QStringLiteral("--%1 takes no value.").arg(shown(name))));
            m_result.items.push_back({.option = option, .on = on});
            return {};
        }
        return take(option, std::move(given));
    }

    // `sonde send --json=DATA` is curl's --json; without a value it is the report.
    const CurlOption *lookUp(QByteArrayView name, bool hasValue) const
    {
        if (m_tool == Tool::SondeSend && name == "json" && hasValue)
            return findOption("json-data", m_tool);
        const CurlOption *option = findOption(name, m_tool);
        if (!option && m_tool == Tool::PastedCurl && !name.startsWith("no-"))
            option = findAbbreviated(name, m_tool);
        return option;
    }

    http::Result<void> readShort(QByteArrayView letters)
    {
        while (!letters.isEmpty()) {
            const CurlOption *option = findOption(letters.front(), m_tool);
            if (!option) {
                // What follows cannot be told apart from a value.
                return unknown("-" + letters.first(1).toByteArray());
            }
            letters = letters.sliced(1);
            if (option->takes == Takes::Value) {
                std::optional<QByteArray> given;
                if (!letters.isEmpty())
                    given = letters.toByteArray();
                return take(option, std::move(given));
            }
            m_result.items.push_back({.option = option});
        }
        return {};
    }

    http::Result<void> take(const CurlOption *option, std::optional<QByteArray> given)
    {
        if (!given && m_next < m_words.size())
            given = m_words[m_next++];
        if (!given) {
            Remark missing = Remark("--%1 needs a value after it.").arg(shown(option->name));
            if (m_tool == Tool::SondeSend)
                return std::unexpected(usage(missing.text()));
            m_result.notes.push_back(std::move(missing));
            return {};
        }
        m_result.items.push_back({.option = option, .value = *std::move(given)});
        return {};
    }

    http::Result<void> unknown(const QByteArray &flag)
    {
        if (m_tool == Tool::PastedCurl) {
            m_result.notes.push_back(
                Remark("“%1” is no option of curl that Sonde knows; it was left out.")
                    .arg(shown(flag)));
            return {};
        }
        const bool curls = flag.startsWith("--")
                               ? isCurlOption(QByteArrayView(flag).sliced(2))
                               : findOption(flag.back(), Tool::PastedCurl) != nullptr;
        return std::unexpected(usage(
            curls ? QStringLiteral("curl's %1 is not available in sonde send.").arg(shown(flag))
                  : QStringLiteral("There is no option %1.").arg(shown(flag))));
    }

    std::span<const QByteArray> m_words;
    Tool m_tool;
    size_t m_next = 0;
    bool m_optionsOver = false;
    CurlArguments m_result;
};

} // namespace

http::Result<CurlArguments> readCurlArguments(std::span<const QByteArray> words, Tool tool)
{
    return Reader(words, tool).read();
}

} // namespace sonde::interop
