#include "collection/file_fidelity.h"

#include "collection/body_text.h"
#include "http/headers.h"

namespace sonde::collection
{

QByteArray oneLine(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String(" "));
    text.replace(u'\n', u' ');
    text.replace(u'\r', u' ');
    return text.trimmed().toUtf8();
}

bool isContentType(const Row &row)
{
    return row.enabled && http::sameName(row.name.trimmed().toUtf8(), "Content-Type");
}

QStringList bodyLines(const Body &body, const QStringList &before, const QString &boundary)
{
    switch (body.mode) {
    case BodyMode::None:
        return {};
    case BodyMode::Json:
    case BodyMode::Text: {
        QString text = body.text;
        text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        QStringList lines = text.split(u'\n');
        while (!lines.isEmpty() && lines.constFirst().trimmed().isEmpty())
            lines.removeFirst();
        while (!lines.isEmpty() && lines.constLast().trimmed().isEmpty())
            lines.removeLast();
        return lines;
    }
    case BodyMode::Form:
        return writeForm(before, body.form);
    case BodyMode::Multipart:
        return writeMultipart(body.parts, boundary.isEmpty() ? freeBoundary(body.parts) : boundary);
    case BodyMode::File:
        return body.file.isEmpty() ? QStringList()
                                   : QStringList{QStringLiteral("< ") + body.file.simplified()};
    }
    Q_UNREACHABLE();
}

namespace
{

bool sameBody(const Body &wanted, const Body &read)
{
    const QStringList lines = bodyLines(wanted);
    if (lines.isEmpty())
        return bodyLines(read).isEmpty();
    if ((wanted.mode == BodyMode::File) != (read.mode == BodyMode::File))
        return false;
    // A Content-Type that the person gave may hide that text is a form.
    if (wanted.mode == BodyMode::Form && read.mode == BodyMode::Text) {
        const auto rows = readForm(read.text.split(u'\n'));
        return rows && writeForm({}, *rows) == lines;
    }
    return lines == bodyLines(read);
}

} // namespace

QString firstDifference(const RequestDocument &wanted, const RequestDocument &read)
{
    if (oneLine(wanted.method) != oneLine(read.method))
        return QStringLiteral("the method");
    if (oneLine(wanted.url) != oneLine(read.url) ||
        wanted.disabledParams.size() < read.disabledParams.size())
        return QStringLiteral("the URL");
    if (wanted.settings != read.settings)
        return QStringLiteral("the options");
    // The Content-Type line may have become part of the body's mode.
    const auto shown = [](const RequestDocument &document) {
        std::vector<Row> rows;
        for (const Row &row : document.headers) {
            if (!row.name.trimmed().isEmpty() && !isContentType(row))
                rows.push_back({.name = QString::fromUtf8(oneLine(row.name)),
                                .value = QString::fromUtf8(oneLine(row.value)),
                                .enabled = row.enabled});
        }
        return rows;
    };
    const auto wantedRows = shown(wanted);
    const auto readRows = shown(read);
    for (size_t i = 0; i < wantedRows.size(); ++i) {
        if (i >= readRows.size() || wantedRows[i] != readRows[i])
            return QStringLiteral("the header “%1”").arg(wantedRows[i].name.left(80));
    }
    if (readRows.size() > wantedRows.size())
        return QStringLiteral("the headers");
    return sameBody(wanted.body, read.body) ? QString() : QStringLiteral("the body");
}

} // namespace sonde::collection
