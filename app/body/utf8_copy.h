// A body of another charset in UTF-8, and the way back from the copy's octets to the body's: a
// search for letters of any case, words and patterns is then the same in every charset. One thread;
// goes on when the source has grown.
#pragma once

#include "body/byte_store.h"
#include "body/charset.h"

namespace sonde::body
{

class Utf8Copy
{
public:
    static constexpr qint64 largestStep = 256 << 10; // octets of the source

    // A name as of charsetNamed().
    Utf8Copy(std::shared_ptr<const ByteSource> source, const QByteArray &charset);

    [[nodiscard]] const ByteStore &copy() const { return *m_copy; }
    enum class Step : quint8 {
        Partial, // call again
        Waiting, // for the source to grow; for a finished one: the copy is whole
        Failed,  // see problem()
    };
    Step advance();
    [[nodiscard]] const QString &problem() const { return m_problem; }
    // Of the character that an octet of the copy belongs to; quick when asked in order.
    [[nodiscard]] qint64 sourceOffset(qint64 copied);

private:
    struct Mark {
        qint64 copied = 0;
        qint64 source = 0;
    };
    void markHere(qint64 copied, qint64 source);
    [[nodiscard]] DecodedOctets decodeFrom(qint64 source);

    std::shared_ptr<const ByteSource> m_source;
    std::unique_ptr<ByteStore> m_copy = std::make_unique<ByteStore>();
    CharsetDecoder m_decoder;
    RowCoding m_coding;
    qint64 m_position = 0;
    std::vector<Mark> m_marks; // every few KiB, at the begin of a row
    // The row that was asked for last.
    Mark m_row{-1, -1};
    DecodedOctets m_decoded;
    QString m_problem;
};

} // namespace sonde::body
