#include "interop/import_plan.h"

#include "collection/http_file.h"
#include "collection/portability.h"
#include "collection/variables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace sonde::interop
{
namespace
{

using collection::BodyMode;
using collection::RequestDocument;
using http::Result;

constexpr int depthLimit = 12; // folders; paths have to stay short enough for every file system

// What other programs would read in this body instead of a body.
bool needsOwnFile(const RequestDocument &document, const QByteArray &octets)
{
    using collection::HttpFile;
    const auto file = HttpFile::parse(octets);
    if (!file || file->requests().size() != 1)
        return true;
    const RequestDocument &read = file->requests().front().document;
    if (document.body.mode == BodyMode::Text || document.body.mode == BodyMode::Json) {
        if (read.body.mode != BodyMode::Form && read.body.mode != BodyMode::Multipart &&
            read.body.text != document.body.text)
            return true; // blank lines round it, CR
    }
    return std::ranges::any_of(
        collection::portability(*file), [](const collection::PortabilityFinding &finding) {
            return (finding.rule.startsWith("body-") && !finding.rule.startsWith("body-file")) ||
                   finding.rule == "indented-separator" ||
                   (finding.rule == "inner-separator" && finding.line > 0);
        });
}

QString endingFor(const RequestDocument &document)
{
    QString type = document.body.mode == BodyMode::Json ? QStringLiteral("json")
                                                        : document.body.mediaType.toLower();
    for (const collection::Row &row : document.headers) {
        if (row.enabled && row.name.compare(u"Content-Type", Qt::CaseInsensitive) == 0)
            type = row.value.toLower();
    }
    for (const char *ending : {"json", "xml", "html", "csv", "yaml", "javascript"}) {
        if (type.contains(QLatin1String(ending)))
            return ending == QLatin1String("javascript") ? QStringLiteral("js")
                                                         : QLatin1String(ending);
    }
    return QStringLiteral("txt");
}

// Letters, digits and _: what every program takes for the name of a request.
QString slug(const QString &name)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9]+"));
    QString text = name.left(60);
    text.replace(others, QStringLiteral("_"));
    while (text.startsWith(u'_'))
        text = text.sliced(1);
    while (text.endsWith(u'_'))
        text.chop(1);
    return text.isEmpty() || text.front().isDigit() ? u'_' + text : text;
}

// A name that no other has in its folder, letter case aside.
class Names
{
public:
    QString take(const QString &name, const QString &ending)
    {
        QString candidate = name + ending;
        for (int number = 2; m_taken.contains(candidate.toLower()); ++number)
            candidate = QStringLiteral("%1 %2%3").arg(name).arg(number).arg(ending);
        m_taken.insert(candidate.toLower());
        return candidate;
    }

private:
    QSet<QString> m_taken;
};

class Planner
{
public:
    explicit Planner(const Imported &imported)
        : m_imported(imported)
    {
        m_plan.notes = imported.notes;
        m_plan.name = safeFileName(imported.root.name, QStringLiteral("Imported"));
    }

    ImportPlan run()
    {
        m_root.take(QStringLiteral("http-client.env"), QStringLiteral(".json"));
        m_root.take(QStringLiteral("http-client.private.env"), QStringLiteral(".json"));
        addFolder(m_imported.root, {}, m_root, 0);
        addEnvironments();
        noteVariables();
        return std::move(m_plan);
    }

private:
    void addFolder(const ImportedFolder &folder, const QString &path, Names &names, int depth);
    void addFile(const ImportedFolder &folder, const QString &path, const QString &name,
                 Names &names);
    void addSubfolders(const ImportedFolder &folder, const QString &path, Names &names, int depth,
                       QJsonArray &order);
    QByteArray request(const ImportedRequest &request, const QString &folder, Names &names,
                       Names &slugs);
    QByteArray block(const ImportedRequest &request, const RequestDocument &document,
                     const QString &name);
    QByteArray variables(const ImportedFolder &folder);
    void noteVariables();
    void addEnvironments();
    void note(const ImportedRequest &request, Remark what)
    {
        m_plan.notes.push_back({Remark::verbatim(request.name), std::move(what)});
    }

    const Imported &m_imported;
    Names m_root;
    QSet<QString> m_written; // variables of the collection
    QStringList m_empty;     // those of them without a value
    ImportPlan m_plan;
};

void Planner::addFolder(const ImportedFolder &folder, const QString &path, Names &names, int depth)
{
    QJsonArray order;
    if (!folder.requests.empty()) {
        const QString own = names.take(safeFileName(folder.name, QStringLiteral("Requests")),
                                       QStringLiteral(".http"));
        addFile(folder, path, own, names);
        order.append(own);
    }
    addSubfolders(folder, path, names, depth, order);
    if (order.size() > 1) {
        const QJsonObject sidecar{{QStringLiteral("order"), order}};
        m_plan.files.push_back({.path = path + QStringLiteral("_folder.json"),
                                .octets = QJsonDocument(sidecar).toJson()});
    }
}

// A folder without folders in it is one file; one with them is a folder.
void Planner::addSubfolders(const ImportedFolder &folder, const QString &path, Names &names,
                            int depth, QJsonArray &order)
{
    for (const ImportedFolder &child : folder.folders) {
        const QString name = safeFileName(child.name, QStringLiteral("Folder"));
        if (child.folders.empty()) {
            if (child.requests.empty())
                continue;
            const QString file = names.take(name, QStringLiteral(".http"));
            addFile(child, path, file, names);
            order.append(file);
        } else if (depth >= depthLimit) {
            QJsonArray flattened;
            addFolder(child, path, names, depth);
        } else {
            const QString own = names.take(name, {});
            Names inside;
            const size_t before = m_plan.files.size();
            addFolder(child, path + own + u'/', inside, depth + 1);
            if (m_plan.files.size() > before)
                order.append(own);
        }
    }
}

// The collection's variables that this file's requests use: every program reads them there.
QByteArray Planner::variables(const ImportedFolder &folder)
{
    QSet<QString> used;
    QString all;
    for (const ImportedRequest &request : folder.requests) {
        const RequestDocument &document = request.document;
        all += document.url + u'\n' + document.body.text + u'\n' + document.body.file + u'\n';
        for (const collection::Row &row : document.headers)
            all += row.name + u'\n' + row.value + u'\n';
        for (const collection::Row &row : document.body.form)
            all += row.name + u'\n' + row.value + u'\n';
        for (const collection::Part &part : document.body.parts)
            all += part.name + u'\n' + part.value + u'\n';
    }
    for (bool grew = true; grew;) {
        grew = false;
        for (auto it = m_imported.variables.begin(); it != m_imported.variables.end(); ++it) {
            if (used.contains(it.key()) ||
                !all.contains(QStringLiteral("{{") + it.key() + QStringLiteral("}}")))
                continue;
            used.insert(it.key());
            all += it.value() + u'\n';
            grew = true;
        }
    }
    QByteArray text;
    for (auto it = m_imported.variables.begin(); it != m_imported.variables.end(); ++it) {
        const bool fits = !it.key().contains(u'=') && !it.key().contains(u'\n') &&
                          !it.value().contains(u'\n') && !it.value().contains(u'\r');
        if (!used.contains(it.key()) || !fits)
            continue;
        m_written.insert(it.key());
        if (it.value().isEmpty() && !m_empty.contains(it.key()))
            m_empty.append(it.key());
        text += '@' + it.key().toUtf8() + " = " + it.value().toUtf8() + '\n';
    }
    return text.isEmpty() ? text : text + '\n';
}

void Planner::noteVariables()
{
    constexpr qsizetype shown = 20;
    const auto add = [this](Remark what, QStringList names) {
        if (names.isEmpty() || m_plan.files.empty())
            return;
        if (names.size() > shown)
            names = names.first(shown) << QStringLiteral("…");
        m_plan.notes.push_back({{}, std::move(what).arg(names.join(QStringLiteral(", ")))});
    };
    QStringList leftOut = m_imported.variables.keys();
    leftOut.removeIf([this](const QString &name) { return m_written.contains(name); });
    add(Remark("Variables of the collection that no request uses, or that no line can hold, are "
               "left out: %1"),
        leftOut);
    // No line says "empty" to every program; without one the requests would not be sent at all.
    add(Remark("Variables without a value, which httpYac cannot read until they have one: %1"),
        m_empty);
}

void Planner::addFile(const ImportedFolder &folder, const QString &path, const QString &name,
                      Names &names)
{
    PlannedFile file{.path = path + name, .octets = variables(folder)};
    for (const QString &line : folder.description.left(10'000).split(u'\n', Qt::SkipEmptyParts))
        file.octets += "# " + line.trimmed().toUtf8() + '\n';
    if (!folder.description.isEmpty())
        file.octets += '\n';
    Names slugs;
    for (const ImportedRequest &imported : folder.requests) {
        const QByteArray text = request(imported, path, names, slugs);
        if (text.isEmpty())
            continue;
        file.octets += (file.requests > 0 ? "\n" : "") + text;
        ++file.requests;
    }
    m_plan.requests += file.requests;
    if (file.requests > 0)
        m_plan.files.push_back(std::move(file));
}

QByteArray Planner::request(const ImportedRequest &request, const QString &folder, Names &names,
                            Names &slugs)
{
    const QString name = slugs.take(slug(request.name), {}).replace(u' ', u'_');
    RequestDocument document = request.document;
    QByteArray text = block(request, document, name);
    const bool isText =
        document.body.mode == BodyMode::Text || document.body.mode == BodyMode::Json;
    if (isText && (text.isEmpty() || needsOwnFile(document, text))) {
        PlannedFile body{.octets = document.body.text.toUtf8()};
        const QString file = names.take(safeFileName(request.name, QStringLiteral("body")),
                                        u'.' + endingFor(document));
        body.path = folder + file;
        if (document.body.text.contains(QLatin1String("{{")))
            note(request, Remark("The body stands in a file of its own, since other "
                                 "programs would misread it; the variables in it are "
                                 "not filled in there."));
        const QString type = document.body.mode == BodyMode::Json
                                 ? QStringLiteral("application/json")
                                 : document.body.mediaType;
        document.body = {
            .mode = BodyMode::File, .mediaType = type, .file = QStringLiteral("./") + file};
        text = block(request, document, name);
        if (text.isEmpty())
            note(request, Remark("It is left out: its multipart body is not plain form "
                                 "data, which a .http file cannot name as a file."));
        else
            m_plan.files.push_back(std::move(body));
    }
    return text;
}

// Empty if a .http file cannot hold it.
QByteArray Planner::block(const ImportedRequest &request, const RequestDocument &document,
                          const QString &name)
{
    RequestDocument titled = document;
    titled.title = request.name.simplified().left(200);
    titled.title.remove(QLatin1String("###"));
    std::erase_if(titled.disabledParams, [](const collection::Row &row) {
        return row.name.isEmpty() && row.value.isEmpty();
    });
    // A switched-off row lives in a comment, which a name that is none would make of another kind.
    const auto dropped = std::erase_if(titled.headers, [](const collection::Row &row) {
        return !row.enabled && !http::isToken(row.name.trimmed().toUtf8());
    });
    if (dropped > 0)
        note(request, Remark("A switched-off header whose name is none is left out."));
    collection::HttpFile file;
    const auto added = file.appendRequest(titled);
    if (!added) {
        const bool retried =
            document.body.mode == BodyMode::Text || document.body.mode == BodyMode::Json;
        if (!retried)
            note(request, Remark("It is left out: %1").arg(added.error().sentence));
        return {};
    }
    const QByteArray octets = file.octets();
    const qsizetype end = octets.indexOf('\n') + 1;
    QByteArray head = octets.first(end);
    for (const QString &line : request.description.left(10'000).split(u'\n', Qt::SkipEmptyParts)) {
        // What looks like a tag or an annotation would be one.
        QString shown = line.trimmed();
        while (!shown.isEmpty() && QStringLiteral("#/@[").contains(shown.front()))
            shown = shown.sliced(1).trimmed();
        if (!shown.isEmpty())
            head += "# " + shown.toUtf8() + '\n';
    }
    return head + "# @name " + name.toUtf8() + '\n' + octets.sliced(end);
}

void Planner::addEnvironments()
{
    QJsonObject shared;
    QJsonObject secret;
    const auto object = [](const collection::Variables &variables) {
        QJsonObject result;
        for (auto it = variables.begin(); it != variables.end(); ++it)
            result.insert(it.key(), it.value());
        return result;
    };
    for (const ImportedEnvironment &environment : m_imported.environments) {
        shared.insert(environment.name, object(environment.variables));
        if (!environment.secrets.isEmpty())
            secret.insert(environment.name, object(environment.secrets));
    }
    if (!shared.isEmpty())
        m_plan.files.push_back({.path = QStringLiteral("http-client.env.json"),
                                .octets = QJsonDocument(shared).toJson()});
    if (!secret.isEmpty())
        m_plan.files.push_back({.path = QStringLiteral("http-client.private.env.json"),
                                .octets = QJsonDocument(secret).toJson(),
                                .isSecret = true});
}

} // namespace

QString safeFileName(const QString &name, const QString &otherwise)
{
    QString safe;
    for (const QChar c : name.simplified()) {
        const bool forbidden = c.unicode() < 0x20 || c.unicode() == 0x7f || c.isSurrogate() ||
                               c.category() == QChar::Other_Format ||
                               QStringLiteral("/\\:*?\"<>|").contains(c);
        safe += forbidden ? QChar(u'-') : c;
    }
    while (safe.startsWith(u'.') || safe.startsWith(u' '))
        safe = safe.sliced(1);
    while (safe.toUtf8().size() > 80)
        safe.chop(1);
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (safe.isEmpty() || safe.count(u'-') == safe.size())
        return otherwise;
    if (device.match(safe).hasMatch() || safe.compare(u"_folder", Qt::CaseInsensitive) == 0)
        return safe + u'_';
    return safe;
}

Result<ImportPlan> planImport(const Imported &imported)
{
    ImportPlan plan = Planner(imported).run();
    if (!plan.files.empty())
        return plan;
    return std::unexpected(http::Error{
        .layer = http::Layer::File,
        .code = http::Code::FileUnreadable,
        .sentence = imported.requestCount() == 0 || plan.notes.empty()
                        ? QStringLiteral("“%1” holds no requests and no variables; nothing is "
                                         "written.")
                              .arg(imported.root.name.left(200))
                        : QStringLiteral("None of the requests of “%1” can be written: %2")
                              .arg(imported.root.name.left(200), plan.notes.back().what.text())});
}

} // namespace sonde::interop
