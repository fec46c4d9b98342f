// Requests as documents of other programs: an HTTP archive 1.2, a Postman collection 2.1. Pure.
#pragma once

#include "collection/http_file.h"
#include "interop/outgoing_request.h"

#include <QDateTime>
#include <QJsonObject>

namespace sonde::interop
{

// Requests that have not been sent: their responses are empty, with status 0.
[[nodiscard]] QJsonObject archiveOf(const std::vector<OutgoingRequest> &requests,
                                    const QDateTime &now);

struct ExportedFile {
    QString name; // of the folder that stands for it
    std::vector<collection::HttpRequest> requests;
    collection::Variables variables;
};
struct PostmanExport {
    QJsonObject collection;
    QStringList notes; // what could not be carried, one sentence each
};
// Variables stay variables. One file becomes the collection itself, several a folder each. Literal
// credentials are masked; variables in them stay.
[[nodiscard]] PostmanExport postmanCollectionOf(const QString &name,
                                                const std::vector<ExportedFile> &files,
                                                ExportSecrets secrets);

} // namespace sonde::interop
