#include "collection/secret_edit.h"

#include "collection/secrets.h"

namespace sonde::collection
{
namespace
{

using Kept = EditableVariable::Kept;

SecretValues valuesOf(const EditableEnvironments &environments)
{
    SecretValues values;
    for (const EditableEnvironment &environment : environments) {
        for (const EditableVariable &one : environment.variables) {
            if (one.kept == Kept::Secret && !one.secretName.isEmpty())
                values.insert(one.secretName, one.value);
        }
    }
    return values;
}

} // namespace

SecretResult<SecretValues> secretValuesOf(const EditableEnvironments &environments,
                                          SecretStore &store)
{
    const QStringList names = valuesOf(environments).keys();
    return names.isEmpty() ? SecretValues() : store.read(names);
}

void layIn(std::vector<EditableVariable> &variables, const SecretValues &values)
{
    for (EditableVariable &one : variables) {
        if (one.kept == Kept::Secret && one.value.isEmpty())
            one.value = values.value(one.secretName);
    }
}

SecretResult<EditableEnvironments> keepEnvironments(const QString &folder,
                                                    const EditableEnvironments &before,
                                                    EditableEnvironments after, SecretStore &store)
{
    for (EditableEnvironment &environment : after) {
        for (EditableVariable &one : environment.variables) {
            if (one.kept != Kept::Secret)
                one.secretName.clear();
            else if (one.secretName.isEmpty())
                one.secretName = freshSecretName(one.name);
        }
    }
    const SecretValues old = valuesOf(before);
    const SecretValues now = valuesOf(after);
    SecretChanges set;
    SecretChanges remove;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (!it->isEmpty() && old.value(it.key()) != *it)
            set.set.insert(it.key(), *it);
        else if (it->isEmpty() && !old.value(it.key()).isEmpty())
            remove.remove.append(it.key());
    }
    for (auto it = old.begin(); it != old.end(); ++it) {
        if (!now.contains(it.key()))
            remove.remove.append(it.key());
    }
    if (const auto done = store.write(set); !done)
        return std::unexpected(done.error());
    if (const auto done = writeEnvironments(folder, before, after); !done)
        return std::unexpected(SecretFault{SecretFault::Kind::Failed, done.error().sentence});
    if (const auto done = store.write(remove); !done)
        return std::unexpected(done.error());
    return after;
}

} // namespace sonde::collection
