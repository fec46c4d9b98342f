// Environments edited together with their secrets: values to the store, markers to the file. A
// worker's thread.
#pragma once

#include "collection/environment_file.h"
#include "collection/secret_store.h"

namespace sonde::collection
{

using EditableEnvironments = std::vector<EditableEnvironment>;

// The values of the secrets among them, of those that have one.
[[nodiscard]] SecretResult<SecretValues> secretValuesOf(const EditableEnvironments &environments,
                                                        SecretStore &store);
// Gives them to the variables that have no value yet.
void layIn(std::vector<EditableVariable> &variables, const SecretValues &values);

// Keeps the differences: values first, then the files, and last what no marker names any more, so
// that whatever goes wrong in between loses nothing. Returns them as they are kept now.
[[nodiscard]] SecretResult<EditableEnvironments>
keepEnvironments(const QString &folder, const EditableEnvironments &before,
                 EditableEnvironments after, SecretStore &store);

} // namespace sonde::collection
