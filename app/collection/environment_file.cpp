#include "collection/environment_file.h"

#include "body/byte_store.h"
#include "body/json_checker.h"
#include "body/json_cursor.h"
#include "body/json_text.h"
#include "collection/environments.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;
using Kind = EnvironmentEdit::Kind;

constexpr qint64 sizeLimit = 16 << 20; // octets; environments are written by hand

std::unexpected<Error> refuse(Code code, const QString &sentence, const QString &detail = {})
{
    return std::unexpected(
        Error{.layer = http::Layer::File, .code = code, .sentence = sentence, .detail = detail});
}

// A member of an object: octet ranges of its key with quotes and of its value.
struct Member {
    QByteArray name;
    qsizetype keyFrom = 0;
    qsizetype keyTo = 0;
    qsizetype from = 0;
    qsizetype to = 0;
    bool isObject = false;
};

struct Object {
    qsizetype open = 0;  // of its brace
    qsizetype close = 0; // of its brace
    std::vector<Member> members;

    [[nodiscard]] const Member *find(const QString &name) const
    {
        const QByteArray utf8 = name.toUtf8();
        // The last of two of one name counts, as readers take it.
        const auto found = std::ranges::find(members.rbegin(), members.rend(), utf8, &Member::name);
        return found == members.rend() ? nullptr : &*found;
    }
};

// The octets are known to be JSON.
Object objectAt(const QByteArray &octets, qsizetype open)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!store->append(octets))
        return {};
    store->finish();
    body::JsonInput input(store);
    body::JsonCursor cursor(open + 1, body::JsonCursor::Within::Object);
    Object object{.open = open};
    body::JsonChild child;
    while (cursor.next(input, child) == body::JsonCursor::Step::Child) {
        const qint64 end = body::jsonEnd(input, child.from).value_or(child.from);
        cursor.childEnds(end);
        object.members.push_back({.name = body::unescapedJson(QByteArrayView(octets).sliced(
                                      child.keyFrom, child.keyTo - child.keyFrom)),
                                  .keyFrom = child.keyFrom,
                                  .keyTo = child.keyTo,
                                  .from = child.from,
                                  .to = end,
                                  .isObject = child.kind == body::JsonKind::Object});
    }
    object.close = cursor.position() - 1;
    return object;
}

// How far the line is indented that holds this octet.
QByteArray indentAt(const QByteArray &octets, qsizetype at)
{
    const qsizetype line = octets.lastIndexOf('\n', at == 0 ? 0 : at - 1) + 1;
    qsizetype end = line;
    while (end < octets.size() && (octets[end] == ' ' || octets[end] == '\t'))
        ++end;
    return octets.sliced(line, end - line);
}

QByteArray quoted(const QString &text)
{
    return body::quotedJson(text.toUtf8());
}

// A new last member, on a line of its own, indented as its neighbours are.
void append(QByteArray &octets, const Object &object, const QByteArray &member)
{
    const QByteArray outer = indentAt(octets, object.open);
    if (object.members.empty()) {
        const QByteArray inner = outer + "  ";
        octets.replace(object.open + 1, object.close - object.open - 1,
                       '\n' + inner + member + '\n' + outer);
        return;
    }
    const Member &last = object.members.back();
    const bool sameLine = !octets.sliced(object.open, last.keyFrom - object.open).contains('\n');
    octets.insert(last.to,
                  sameLine ? ", " + member : ",\n" + indentAt(octets, last.keyFrom) + member);
}

// With its comma and the blanks before it.
void remove(QByteArray &octets, const Object &object, const Member &member)
{
    const auto at = size_t(&member - object.members.data());
    if (object.members.size() == 1)
        octets.remove(object.open + 1, object.close - object.open - 1);
    else if (at == 0)
        octets.remove(member.keyFrom, object.members[1].keyFrom - member.keyFrom);
    else
        octets.remove(object.members[at - 1].to, member.to - object.members[at - 1].to);
}

qsizetype rootOf(const QByteArray &octets)
{
    return octets.indexOf('{');
}

void applyToEnvironment(QByteArray &octets, const EnvironmentEdit &edit)
{
    const Object root = objectAt(octets, rootOf(octets));
    const Member *environment = root.find(edit.environment);
    switch (edit.kind) {
    case Kind::AddEnvironment:
        if (!environment)
            append(octets, root, quoted(edit.environment) + ": {}");
        return;
    case Kind::RemoveEnvironment:
        if (environment)
            remove(octets, root, *environment);
        return;
    default:
        if (environment && !root.find(edit.value))
            octets.replace(environment->keyFrom, environment->keyTo - environment->keyFrom,
                           quoted(edit.value));
        return;
    }
}

void applyToVariable(QByteArray &octets, const EnvironmentEdit &edit)
{
    const Object root = objectAt(octets, rootOf(octets));
    const Member *environment = root.find(edit.environment);
    if (!environment || !environment->isObject) {
        if (edit.kind != Kind::Set || environment)
            return;
        append(octets, root, quoted(edit.environment) + ": {}");
        return applyToVariable(octets, edit);
    }
    const Object object = objectAt(octets, environment->from);
    const Member *variable = object.find(edit.name);
    if (edit.kind == Kind::Set) {
        if (variable)
            octets.replace(variable->from, variable->to - variable->from, quoted(edit.value));
        else
            append(octets, object, quoted(edit.name) + ": " + quoted(edit.value));
    } else if (variable && edit.kind == Kind::Remove) {
        remove(octets, object, *variable);
    } else if (variable && !object.find(edit.value)) {
        octets.replace(variable->keyFrom, variable->keyTo - variable->keyFrom, quoted(edit.value));
    }
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Code::FileUnreadable,
                      QStringLiteral("The environment file “%1” cannot be read; check its "
                                     "permissions.")
                          .arg(path),
                      file.errorString());
    QByteArray octets = file.read(sizeLimit + 1);
    if (octets.size() > sizeLimit)
        return refuse(Code::LimitExceeded,
                      QStringLiteral("The environment file “%1” is larger than 16 MiB.").arg(path));
    return octets;
}

// What a scalar stands for as a variable; nothing for objects, lists and null.
std::optional<QString> textOf(QByteArrayView value)
{
    if (value.startsWith('"'))
        return QString::fromUtf8(body::unescapedJson(value));
    if (value.isEmpty() || value.startsWith('{') || value.startsWith('[') || value == "null")
        return std::nullopt;
    return QString::fromUtf8(value);
}

Result<void> readInto(std::vector<EditableEnvironment> &environments, const QString &path,
                      bool isPrivate)
{
    auto octets = readAll(path);
    if (octets)
        octets = withEdits(*octets, {}); // whether it is a JSON object
    if (!octets) {
        octets.error().sentence += QStringLiteral(" (%1)").arg(path);
        return std::unexpected(octets.error());
    }
    for (const Member &member : objectAt(*octets, rootOf(*octets)).members) {
        if (!member.isObject)
            continue;
        const QString name = QString::fromUtf8(member.name);
        auto found = std::ranges::find(environments, name, &EditableEnvironment::name);
        if (found == environments.end())
            found = environments.insert(environments.end(), {.name = name, .variables = {}});
        for (const Member &variable : objectAt(*octets, member.from).members) {
            const auto text =
                textOf(QByteArrayView(*octets).sliced(variable.from, variable.to - variable.from));
            if (text)
                found->variables.push_back({QString::fromUtf8(variable.name), *text, isPrivate});
        }
    }
    return {};
}

std::vector<EnvironmentEdit> differences(const std::vector<EditableEnvironment> &before,
                                         const std::vector<EditableEnvironment> &after,
                                         bool isPrivate)
{
    std::vector<EnvironmentEdit> edits;
    const auto find = [](const auto &all, const QString &name) {
        const auto found = std::ranges::find(all, name, &EditableEnvironment::name);
        return found == all.end() ? nullptr : &*found;
    };
    const auto holds = [&](const EditableEnvironment *in, const QString &name) {
        return in && std::ranges::any_of(in->variables, [&](const EditableVariable &one) {
                   return one.isPrivate == isPrivate && one.name == name;
               });
    };
    for (const EditableEnvironment &old : before) {
        const EditableEnvironment *now = find(after, old.name);
        if (!now)
            edits.push_back({Kind::RemoveEnvironment, old.name, {}, {}});
        for (const EditableVariable &one : old.variables) {
            if (now && one.isPrivate == isPrivate && !holds(now, one.name))
                edits.push_back({Kind::Remove, old.name, one.name, {}});
        }
    }
    for (const EditableEnvironment &now : after) {
        const EditableEnvironment *old = find(before, now.name);
        if (!old && !isPrivate)
            edits.push_back({Kind::AddEnvironment, now.name, {}, {}});
        for (const EditableVariable &one : now.variables) {
            const bool same = old && std::ranges::find(old->variables, one) != old->variables.end();
            if (one.isPrivate == isPrivate && !same && !one.name.isEmpty())
                edits.push_back({Kind::Set, now.name, one.name, one.value});
        }
    }
    return edits;
}

} // namespace

Result<std::vector<EditableEnvironment>> readEnvironments(const QString &folder)
{
    const QStringList files = Environments::filesOf(folder);
    std::vector<EditableEnvironment> environments{{.name = Environments::shared, .variables = {}}};
    for (const QString &path : {files.constFirst(), files.constLast()}) {
        const auto read = readInto(environments, path, path == files.constLast());
        if (!read)
            return std::unexpected(read.error());
    }
    return environments;
}

Result<void> writeEnvironments(const QString &folder,
                               const std::vector<EditableEnvironment> &before,
                               const std::vector<EditableEnvironment> &after)
{
    const QStringList files = Environments::filesOf(folder);
    // The private one first: a value that moves must not be lost in between.
    for (const bool isPrivate : {true, false}) {
        const QString &path = isPrivate ? files.constLast() : files.constFirst();
        auto edits = differences(before, after, isPrivate);
        if (!QFile::exists(path)) // nothing to take away there
            std::erase_if(edits, [](const EnvironmentEdit &edit) {
                return edit.kind == Kind::Remove || edit.kind == Kind::RemoveEnvironment;
            });
        if (const auto done = editEnvironmentFile(path, edits); !done)
            return done;
    }
    return {};
}

Result<QByteArray> withEdits(QByteArray octets, const std::vector<EnvironmentEdit> &edits)
{
    if (octets.trimmed().isEmpty())
        octets = "{\n}\n";
    body::JsonChecker checker;
    checker.feed(octets);
    checker.finish();
    const qsizetype root = rootOf(octets);
    const QByteArray before = octets.first(std::max<qsizetype>(root, 0)).trimmed();
    if (checker.fault() || root < 0 || !(before.isEmpty() || before == "\xef\xbb\xbf"))
        return refuse(Code::FileUnreadable,
                      QStringLiteral("The file of environments is not a JSON object, see line %1; "
                                     "mend it in a text editor first.")
                          .arg(checker.fault() ? checker.fault()->line + 1 : 1));
    for (const EnvironmentEdit &edit : edits) {
        if (edit.kind <= Kind::Rename)
            applyToVariable(octets, edit);
        else
            applyToEnvironment(octets, edit);
    }
    return octets;
}

Result<void> editEnvironmentFile(const QString &path, const std::vector<EnvironmentEdit> &edits)
{
    if (edits.empty())
        return {};
    auto octets = readAll(path);
    if (!octets)
        return std::unexpected(octets.error());
    auto edited = withEdits(*octets, edits);
    if (!edited) {
        edited.error().sentence += QStringLiteral(" (%1)").arg(path);
        return std::unexpected(edited.error());
    }
    if (*edited == *octets)
        return {};
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened && path.endsWith(QLatin1String(".private.env.json")))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(*edited) != edited->size() || !file.commit())
        return refuse(
            Code::FileUnwritable,
            QStringLiteral("“%1” could not be written; the file is as it was. Check that you may "
                           "write to its folder.")
                .arg(path),
            file.errorString());
    return {};
}

} // namespace sonde::collection
