#include "client/layer_body.h"

#include "wire/content_decoder.h"

namespace sonde::client
{
namespace
{

class Decoding : public body::Derivation
{
public:
    explicit Decoding(wire::ContentDecoder decoder)
        : m_decoder(std::move(decoder))
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        m_decoder.feed(octets);
        while (true) {
            const auto piece = m_decoder.next();
            if (!piece)
                return std::unexpected(piece.error());
            if (piece->isEmpty())
                return {};
            if (const auto taken = sink(*piece); !taken)
                return taken;
        }
    }

    http::Result<void> finish(const Sink &) override { return m_decoder.finish(); }

private:
    wire::ContentDecoder m_decoder;
};

} // namespace

QByteArrayList contentCodings(QByteArrayView fieldValue)
{
    QByteArrayList codings;
    for (const QByteArray &part : fieldValue.toByteArray().split(',')) {
        const QByteArray coding = part.trimmed().toLower();
        if (!coding.isEmpty() && coding != "identity")
            codings += coding;
    }
    return codings;
}

http::Result<std::unique_ptr<body::Derivation>> decodingOf(const QByteArrayList &codings)
{
    auto decoder = wire::ContentDecoder::make(codings.join(", "));
    if (!decoder)
        return std::unexpected(decoder.error());
    return std::make_unique<Decoding>(*std::move(decoder));
}

} // namespace sonde::client
