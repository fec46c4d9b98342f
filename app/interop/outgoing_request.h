// A request as exporters see it: variables filled in, content settled, secrets taken out. A value,
// any thread; making one looks at no file.
#pragma once

#include "collection/request_document.h"

namespace sonde::interop
{

struct OutgoingRequest {
    enum class Content : quint8 { None, Text, File, Multipart };

    QString name;
    QString method;
    QString url;                          // without user info, which has become a field
    std::vector<collection::Row> headers; // Content-Type among them, but for multipart
    Content content = Content::None;
    QString text;
    QString file; // as it is written in the document
    std::vector<collection::Part> parts;
    collection::Settings settings;
};

enum class ExportSecrets : quint8 { Masked, Shown };

// Whether the value of a field, or of a query parameter, of this name is for no one's eyes.
[[nodiscard]] bool isSecretName(const QString &name);

// What stands for a secret.
inline const QString maskedSecret = QStringLiteral("***");

struct ExportContext {
    collection::Variables variables;
    // Values that are masked wherever they stand, such as those of a private environment.
    QStringList secrets;
    ExportSecrets show = ExportSecrets::Masked;
};

// Errors: those of collection::resolve(), but for files that are not there.
[[nodiscard]] http::Result<OutgoingRequest>
outgoingRequest(const QString &name, const collection::RequestDocument &document,
                const ExportContext &context);

} // namespace sonde::interop
