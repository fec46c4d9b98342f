// Writes JSON piece by piece, keys in the order they are given, so that a body of any size passes
// through at constant memory. Two spaces of indentation; arrays of plain values stay on one line.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sonde::cli
{

class JsonWriter
{
public:
    // Gets the text as it comes, in pieces of a few KiB at most besides what textPiece() is given.
    using Out = std::function<void(QByteArrayView)>;
    explicit JsonWriter(Out out);
    ~JsonWriter(); // writes what is still held back

    enum class Lines : quint8 { One, Many };
    void beginObject(Lines lines = Lines::Many);
    void endObject();
    void beginArray(Lines lines = Lines::Many);
    void endArray();
    void key(QByteArrayView name);

    void string(const QString &text);
    // Octets of unknown charset: UTF-8 if they are, ISO 8859-1 otherwise.
    void string(QByteArrayView octets);
    void string(const QByteArray &octets) { string(QByteArrayView(octets)); }
    void number(qint64 number);
    void number(std::optional<qint64> number); // null if there is none
    // A number that is text already.
    void plain(QByteArrayView number);
    void boolean(bool value);
    void null();

    // With its key.
    template <typename Value>
    void string(QByteArrayView name, const Value &value)
    {
        key(name);
        string(value);
    }
    template <typename Value>
    void number(QByteArrayView name, const Value &value)
    {
        key(name);
        number(value);
    }
    void boolean(QByteArrayView name, bool value)
    {
        key(name);
        boolean(value);
    }
    void textOrNull(QByteArrayView name, const QString &text); // null: empty

    // A string in pieces; octets must be UTF-8 over all pieces together.
    void beginString();
    void stringPiece(QByteArrayView utf8);
    void endString();

private:
    struct Level {
        Lines lines = Lines::Many;
        int entries = 0;
    };
    void beforeValue();
    void beforeEntry();
    void endLevel(char bracket);
    void write(QByteArrayView text);

    Out m_out;
    QByteArray m_held;
    std::vector<Level> m_levels;
    bool m_afterKey = false;
};

} // namespace sonde::cli
