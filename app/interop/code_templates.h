// The templates of code_export.h. Data.
#pragma once

#include "interop/code_export.h"
#include "interop/code_quote.h"

namespace sonde::interop
{

struct CodeTemplate {
    CodeLanguage language;
    Quoting quoting;
    QByteArrayView text;
};
[[nodiscard]] std::span<const CodeTemplate> codeTemplates();

} // namespace sonde::interop
