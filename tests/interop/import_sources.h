// Small sources for tests of imports, and the plan that an import makes of them.
#pragma once

#include "interop/import_plan.h"
#include "interop/importer.h"

#include <QDebug>

namespace sonde
{

// JSON with ' for ".
inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

inline interop::ImportPlan planOf(const QByteArray &source, const QString &name = "x")
{
    const auto imported = interop::readForeign(source, name);
    if (!imported) {
        qWarning() << imported.error().sentence;
        return {};
    }
    return interop::planImport(*imported).value_or(interop::ImportPlan{});
}

} // namespace sonde
