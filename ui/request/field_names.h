// What a person is likely to type into a header table: request field names and, for some, their
// common values. Suggestions only; any name may be sent.
#pragma once

#include <QStringList>

namespace sonde::ui
{

[[nodiscard]] const QStringList &commonFieldNames();
// Empty for a field without common values. `name` in any case.
[[nodiscard]] QStringList commonFieldValues(const QString &name);
[[nodiscard]] const QStringList &commonMediaTypes();

} // namespace sonde::ui
