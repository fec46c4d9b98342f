// Which other programs can read a `.http` file, line by line, and why not: the rules behind the
// portability panel and `sonde lint`. Pure functions, any thread.
#pragma once

#include "collection/captures.h"
#include "collection/http_file.h"
#include "collection/inheritance.h"

#include <array>

namespace sonde::collection
{

// The programs that read .http files.
enum class Reader : quint8 { JetBrains, RestClient, HttpYac, VisualStudio, Kulala };
inline constexpr std::array allReaders{Reader::JetBrains, Reader::RestClient, Reader::HttpYac,
                                       Reader::VisualStudio, Reader::Kulala};

// "JetBrains", "REST Client"; and for flags and JSON "jetbrains", "rest-client".
[[nodiscard]] QString readerName(Reader reader);
[[nodiscard]] QByteArrayView readerId(Reader reader);
[[nodiscard]] std::optional<Reader> readerOf(QByteArrayView id);

struct PortabilityFinding {
    enum class Effect : quint8 {
        Differs, // it is sent, with less than what is written
        Fails,   // not sent, or sent as something else
    };
    Reader reader = Reader::JetBrains;
    Effect effect = Effect::Fails;
    size_t line = 0;         // 0-based
    QByteArrayView rule;     // stable name: "body-file"
    const char *reason = ""; // one English sentence, in which %1 stands for the program,
    QStringList about;       // and %2 and on for these
};

// Brings the words of another language to an English sentence.
using SayReason = QString (*)(const char *english);

// Why, for a person. In English unless `say` is there.
[[nodiscard]] QString reasonText(const PortabilityFinding &finding, SayReason say = nullptr);

// What a file is read with, beside its own lines.
struct Surroundings {
    QStringList environment; // names that environment files define: one name in two places means
                             // something else to every program
    QStringList secrets; // those of them whose value stands in no file, but where Sonde alone reads
    Inheritance inherited; // what is added when a request is sent, no other program knows of
    Capturers capturers;   // of requests outside of the file
    bool operator==(const Surroundings &) const = default;
};

// In the order of the lines.
[[nodiscard]] std::vector<PortabilityFinding> portability(const HttpFile &file,
                                                          const Surroundings &around = {});

// True if nothing fails there.
[[nodiscard]] bool canRead(Reader reader, const std::vector<PortabilityFinding> &findings);

} // namespace sonde::collection
