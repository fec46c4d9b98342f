#include "collection/captures.h"

#include "body/read_at_most.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace sonde::collection
{
namespace
{

// "token" of "token = body.$.token"; empty if it is not understood.
QString capturedName(const QString &rule)
{
    const QString name = rule.section(u'=', 0, 0).trimmed();
    const bool isWhole =
        rule.contains(u'=') && std::ranges::none_of(name, [](QChar c) { return c.isSpace(); });
    return isWhole ? name : QString();
}

} // namespace

Capturers capturersOf(const std::vector<HttpRequest> &requests, const QString &path)
{
    Capturers found;
    for (const HttpRequest &request : requests) {
        for (const Annotation &annotation : request.annotations) {
            const QString name =
                annotation.key == u"capture" ? capturedName(annotation.value) : QString();
            if (!name.isEmpty() && !found.contains(name))
                found.insert(name, {.request = request.label(), .file = path});
        }
    }
    return found;
}

Capturers capturersBeside(const QString &path)
{
    Capturers found;
    const QFileInfo own(path);
    QFileInfoList files = own.absoluteDir().entryInfoList({"*.http", "*.rest"}, QDir::Files);
    files.removeIf([&](const QFileInfo &one) {
        return one.fileName() == own.fileName() || one.size() > octetsBeside;
    });
    for (const QFileInfo &one : files.first(std::min<qsizetype>(files.size(), filesBeside))) {
        QFile file(one.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QByteArray octets = body::readAtMost(file, octetsBeside);
        // Most files capture nothing, and need not be understood.
        if (!octets.contains("capture"))
            continue;
        if (const auto read = HttpFile::parse(std::move(octets)))
            found = merged(capturersOf(read->requests(), one.filePath()), found);
    }
    return found;
}

QString notYetCaptured(const QString &name, const Capturers &capturers, const Variables &variables)
{
    const auto by = capturers.constFind(name);
    if (by == capturers.cend() || variables.contains(name))
        return {};
    const QString where = by->file.isEmpty()
                              ? QString()
                              : QStringLiteral(" in %1").arg(QFileInfo(by->file).fileName());
    return QStringLiteral("The variable “%1” has no value yet: it is captured from the response "
                          "of “%2”%3, which has to come first.")
        .arg(name, by->request, where);
}

Capturers merged(Capturers below, const Capturers &above)
{
    for (auto it = above.begin(); it != above.end(); ++it)
        below.insert(it.key(), it.value());
    return below;
}

} // namespace sonde::collection
