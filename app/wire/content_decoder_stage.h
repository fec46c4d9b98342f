// One content coding being taken off, as a stream. Owned by ContentDecoder.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace sonde::wire
{

class ContentDecoderStage
{
public:
    virtual ~ContentDecoderStage() = default;

    // Decodes from the front of `in`, which it shortens, to at most `room` octets at `to`; returns
    // how many those are. 0 means that it needs more input. An error is a reason in the library's
    // words.
    [[nodiscard]] virtual std::expected<qsizetype, QString> decode(QByteArrayView &in, char *to,
                                                                   qsizetype room) = 0;
    // Whether the coded data is whole if no more comes.
    [[nodiscard]] virtual bool mayEnd() = 0;

    // Encoded octets taken so far: where an error is.
    [[nodiscard]] quint64 taken() const { return m_taken; }
    // Where octets begin that do not belong to the coded data; they are passed over.
    [[nodiscard]] std::optional<quint64> garbageAt() const { return m_garbageAt; }
    // Something that a person should know about the way it was coded; may be empty.
    [[nodiscard]] virtual QString remark() const { return {}; }

protected:
    void take(QByteArrayView &in, qsizetype octets)
    {
        in = in.sliced(octets);
        m_taken += quint64(octets);
    }
    // Everything from `octets` ago on is garbage.
    void skipAll(QByteArrayView &in, quint64 octets = 0)
    {
        if (!m_garbageAt && (octets > 0 || !in.isEmpty()))
            m_garbageAt = m_taken - octets;
        take(in, in.size());
    }

private:
    quint64 m_taken = 0;
    std::optional<quint64> m_garbageAt;
};

enum class ZlibFormat : quint8 {
    Gzip,
    Deflate, // zlib by the rules (RFC 9110 section 8.4.1.2), raw as some servers send it
};

[[nodiscard]] std::unique_ptr<ContentDecoderStage> makeZlibStage(ZlibFormat format);
[[nodiscard]] std::unique_ptr<ContentDecoderStage> makeBrotliStage();
[[nodiscard]] std::unique_ptr<ContentDecoderStage> makeZstdStage();

} // namespace sonde::wire
