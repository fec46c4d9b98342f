#include "collection/scope.h"

#include "collection/folder_file.h"
#include "collection/http_file.h"

#include <QFileInfo>

namespace sonde::collection
{
namespace
{

void layOver(Definitions &names, const Variables &variables, Definition::From from,
             const QString &path = {})
{
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        std::vector<Definition> &all = names[it.key()];
        all.insert(all.begin(), Definition{.value = it.value(), .from = from, .path = path});
    }
}

void layUnder(Definitions &names, const Variables &variables)
{
    for (auto it = variables.begin(); it != variables.end(); ++it)
        names[it.key()].push_back({.value = it.value(), .from = Definition::From::Program});
}

} // namespace

Variables Scope::variables() const
{
    Variables variables;
    for (auto it = names.begin(); it != names.end(); ++it) {
        if (!it->front().isLocked())
            variables.insert(it.key(), it->front().value);
    }
    return variables;
}

QStringList Scope::secrets() const
{
    QStringList values;
    for (const std::vector<Definition> &all : names) {
        for (const Definition &one : all) {
            if (one.isSecret && !one.value.isEmpty())
                values.append(one.value);
        }
    }
    return values;
}

const Definition *Scope::find(const QString &name) const
{
    const auto found = names.constFind(name);
    return found == names.cend() ? nullptr : &found->front();
}

Scope readScope(const ScopeChoice &choice)
{
    Scope scope;
    const QString folder =
        choice.file.isEmpty() ? choice.topFolder : QFileInfo(choice.file).absolutePath();
    if (!folder.isEmpty()) {
        const QString top = topmostFolder(choice.topFolder);
        for (const QString &one : foldersBetween(top, folder))
            scope.files += Environments::filesOf(one);
        if (const auto environments = Environments::loadBetween(top, folder)) {
            scope.environments = environments->names();
            if (environments->contains(choice.environment))
                scope.environment = choice.environment;
            scope.names = environments->definitions(scope.environment);
        } else {
            scope.problem = environments.error().sentence;
        }
    }
    if (!choice.file.isEmpty()) {
        scope.files.append(choice.file);
        scope.inherited = readInheritance(choice.file);
        scope.files.append(folderFilePath(folder));
        for (const InheritedLevel &level : scope.inherited.levels) {
            if (level.path != choice.file)
                scope.files.append(folderFilePath(level.path));
        }
        scope.capturers = capturersBeside(choice.file);
        for (const Capturer &one : std::as_const(scope.capturers))
            scope.files.append(one.file);
        if (const auto file = HttpFile::load(choice.file)) {
            layOver(scope.names, file->variables(), Definition::From::File, choice.file);
            scope.capturers = merged(std::move(scope.capturers), capturersOf(file->requests()));
        } else if (scope.problem.isEmpty()) {
            scope.problem = file.error().sentence;
        }
    }
    layUnder(scope.names, choice.program);
    return scope;
}

Scope withCaptures(Scope scope, const Variables &captured)
{
    layOver(scope.names, captured, Definition::From::Capture);
    return scope;
}

} // namespace sonde::collection
