// The octets of a .http file as requests, for tests whose octets are always readable.
#pragma once

#include "collection/http_file.h"

namespace sonde::testing
{

inline collection::HttpFile parsed(const QByteArray &octets)
{
    auto file = collection::HttpFile::parse(octets);
    return file ? *file : collection::HttpFile();
}

} // namespace sonde::testing
