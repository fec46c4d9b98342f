// $'…' quoting of bash and zsh, which browsers use for “Copy as cURL (bash)”. Pure, any thread.
#pragma once

#include <QByteArray>

#include <optional>

namespace sonde::interop
{

struct AnsiCQuote {
    QByteArray octets;
    qsizetype length = 0; // octets read, with the closing quote
};

// `text` begins after the opening quote. Nothing if the quote is never closed.
[[nodiscard]] std::optional<AnsiCQuote> readAnsiCQuote(QByteArrayView text);

} // namespace sonde::interop
