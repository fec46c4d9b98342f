// Text laid out for reading as it streams by: no tree, no look-ahead beyond a token. Which layout
// belongs to which media type. Values change nowhere; what is not of the language passes through.
#pragma once

#include "body/derived_body.h"

#include <QByteArrayView>

#include <optional>

namespace sonde::body
{

enum class Language : quint8 { Json, Xml, Html, Css, JavaScript };

// Of a media type without parameters; nothing for text that has no layout.
[[nodiscard]] std::optional<Language> languageOf(QByteArrayView mediaType);

class Formatter
{
public:
    static constexpr int indent = 2; // columns a level
    // Deeper levels stand at this one's column: a body of brackets would otherwise grow as its
    // square.
    static constexpr qint64 deepest = 32;

    [[nodiscard]] static std::unique_ptr<Formatter> make(Language language);

    virtual ~Formatter() = default;
    virtual void feed(QByteArrayView octets, QByteArray &into) = 0;
    virtual void finish(QByteArray &) {}
};

[[nodiscard]] std::unique_ptr<Derivation> layoutOf(Language language);

} // namespace sonde::body
