// What the engine says, in the language of the window. Below ui/ a sentence is plain English and
// stays so in traces, files and the terminal; here it is recognised by its words, its values are
// taken out, and it is said anew. Any thread.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <vector>

namespace sonde::ui
{

// A sentence of the engine as the window shows it; unchanged when it is none that is known, longer
// than 4 KiB, or the window speaks English.
[[nodiscard]] QString inWindowLanguage(const QString &english);

// The sentences of the engine with %1 and on for their values, and what finds them again. A
// sentence may be put together from others: as a value, or one after the other.
class SentenceBook
{
public:
    // Brings an English sentence, placeholders in it, to another language.
    using Say = std::function<QString(const char *context, const char *english)>;

    // One sentence a line; a line that begins with "# " names the context of those below it.
    explicit SentenceBook(const QByteArray &list = {});

    [[nodiscard]] QString translated(const QString &english, const Say &say) const;

private:
    friend class SentenceReader;
    // Placeholders with nothing but blanks between them: what stands for them is read as one.
    struct Place {
        std::vector<int> numbers;
        bool verbatim = false; // between quotation marks, where names stand
    };
    struct Template {
        QByteArray context;
        QByteArray english;
        std::vector<QString> literals; // one more than places
        std::vector<Place> places;
        qsizetype weight = 0; // characters of the literals
    };

    void add(const QByteArray &context, const QByteArray &english);

    std::vector<Template> m_templates;
    QHash<QString, std::vector<size_t>> m_byFirstWord;
    std::vector<size_t> m_others; // begin with a value
};

} // namespace sonde::ui
