// Fills {{name}} into text: file and environment variables, recursively, and the dynamic ones such
// as {{$uuid}}. One Expander lives as long as one request is resolved, so that a name means one
// value in it.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

class Expander
{
public:
    static constexpr int depthLimit = 10;              // variables that stand for variables
    static constexpr qsizetype sizeLimit = 64LL << 20; // characters of one expanded text

    // `literals` are taken as they are: nothing inside them is filled in.
    explicit Expander(const Variables &variables, const Variables &literals = {})
        : m_variables(variables)
        , m_known(literals)
    {
    }

    // `where` names the place in an error sentence: "the URL", "the header “Accept”", "the body".
    [[nodiscard]] http::Result<QString> expand(const QString &text, const QString &where);

private:
    [[nodiscard]] http::Result<QString> expandAt(const QString &text, const QString &where,
                                                 const QStringList &chain);
    [[nodiscard]] http::Result<QString> value(const QString &name, const QString &where,
                                              const QStringList &chain);

    Variables m_variables;
    QMap<QString, QString> m_known; // names already resolved
};

// The end of a {{…}} that starts at `open`, one past its braces; -1 if it is not closed on its
// line.
[[nodiscard]] qsizetype endOfVariable(QStringView text, qsizetype open);

// `below` with the names of `above` laid over it.
[[nodiscard]] Variables merged(Variables below, const Variables &above);

} // namespace sonde::collection
