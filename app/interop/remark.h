// One sentence about what was brought from another program, its values apart from its words: the
// window says it in its language, the terminal as it stands. A value, any thread.
#pragma once

#include <QString>

#include <vector>

namespace sonde::interop
{

class Remark
{
public:
    // Brings the words of another language to an English sentence.
    using Say = QString (*)(const char *english);

    Remark() = default;
    // A literal, in which %1 and on stand for the values. Sentences are found where this is called
    // on them, by translations/extract.cmake.
    explicit Remark(const char *english)
        : m_english(english)
    {
    }
    // What is no sentence of ours and the same in every language: a name, a path.
    [[nodiscard]] static Remark verbatim(const QString &text);

    // The next value.
    [[nodiscard]] Remark arg(const QString &value) &&;
    [[nodiscard]] Remark arg(qsizetype value) &&;

    // For a person. In English unless `say` is there.
    [[nodiscard]] QString text(Say say = nullptr) const;
    [[nodiscard]] bool isEmpty() const { return !m_english && m_verbatim.isEmpty(); }

    bool operator==(const Remark &other) const;

private:
    const char *m_english = nullptr;
    QString m_verbatim;
    QStringList m_values;
};

using Remarks = std::vector<Remark>;

// What is said already is not said again.
void addOnce(Remarks &remarks, Remark remark);

} // namespace sonde::interop
