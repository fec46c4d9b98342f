// What the fuzz targets share. Each target states its invariant on its first line; breaking it ends
// the program, and so does what the sanitizers find.
#pragma once

#include <QByteArrayView>

#include <cstdio>
#include <cstdlib>

#define INVARIANT(condition)                                                                       \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition);           \
            std::abort();                                                                          \
        }                                                                                          \
    } while (false)

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

namespace sonde::fuzz
{

inline QByteArrayView octets(const unsigned char *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

} // namespace sonde::fuzz
