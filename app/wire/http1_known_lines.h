// A peer repeats itself: a field line that equals the one at its place in the section before has
// been judged already, and its name and value take no new memory. Owned by a field parser.
#pragma once

#include "http/headers.h"

#include <array>

namespace sonde::wire
{

class Http1KnownLines
{
public:
    // What the line says; null if it is not the one that was remembered.
    [[nodiscard]] const http::Field *find(qsizetype place, QByteArrayView line) const
    {
        if (place >= places || m_lines[size_t(place)].text != line)
            return nullptr;
        return &m_lines[size_t(place)].field;
    }
    // For a line that nothing had to be said about.
    void remember(qsizetype place, QByteArrayView line, const http::Field &field)
    {
        if (place >= places || line.size() > longest)
            return;
        auto &known = m_lines[size_t(place)];
        known.text.resize(0); // keeps its room
        known.text.append(line);
        known.field = field;
    }
    // The name as it is kept, if it is the one that was remembered there.
    [[nodiscard]] QByteArray name(qsizetype place, QByteArrayView name) const
    {
        if (place < places && m_lines[size_t(place)].field.name == name)
            return m_lines[size_t(place)].field.name;
        return name.toByteArray();
    }

private:
    // Longer ones are rarely repeated, and a peer must not be able to make us keep megabytes.
    static constexpr qsizetype longest = 512;
    static constexpr qsizetype places = 32;

    struct Known {
        QByteArray text;
        http::Field field;
    };
    std::array<Known, places> m_lines;
};

} // namespace sonde::wire
