#include "interop/exchange_content.h"

#include "wire/content_decoder.h"

namespace sonde::interop
{
namespace
{

using http::Result;

constexpr qint64 pieceOctets = 64 * 1024;

// RFC 9110 section 14.4: a part of encoded content is no encoded content.
bool isDecodable(const trace::ExchangeState &state)
{
    return !state.contentCodings.isEmpty() && state.response && state.response->status != 206;
}

template <typename Use>
Result<void> eachPiece(const body::ByteSource &source, qint64 limit, Use use)
{
    const qint64 size = std::min(source.size(), limit);
    for (qint64 at = 0; at < size;) {
        const auto piece = source.read(at, std::min(pieceOctets, size - at));
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->isEmpty())
            break;
        at += piece->size();
        if (!use(*piece))
            break;
    }
    return {};
}

Result<ExchangeContent> beginning(const body::ByteSource &source, qint64 limit)
{
    ExchangeContent content{
        .size = quint64(source.size()), .cut = source.size() > limit, .held = true};
    const auto read = eachPiece(source, limit, [&](const QByteArray &piece) {
        content.octets += piece;
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return content;
}

} // namespace

Result<void> decodeContent(const body::ByteSource &encoded, const trace::ExchangeState &state,
                           const std::function<bool(QByteArrayView)> &use)
{
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    auto decoder = wire::ContentDecoder::make(isDecodable(state) ? state.contentCodings : "");
    if (!decoder || decoder->isIdentity()) // shown as it came
        return eachPiece(encoded, all, use);
    std::optional<http::Error> error;
    bool goesOn = true;
    const auto read = eachPiece(encoded, all, [&](const QByteArray &piece) {
        decoder->feed(piece);
        while (goesOn) {
            const auto decoded = decoder->next();
            if (!decoded)
                error = decoded.error();
            if (!decoded || decoded->isEmpty())
                break;
            goesOn = use(*decoded);
        }
        return goesOn && !error;
    });
    if (!read)
        return read;
    return error ? Result<void>(std::unexpected(*error)) : Result<void>();
}

Result<ExchangeContent> decodedContent(const client::Hop &hop, qint64 limit)
{
    const auto state = hop.exchange->state();
    if (hop.body->size() > 0 || state.sizes.responseEncoded == 0)
        return beginning(*hop.body, limit);
    const auto received = client::receivedContent(hop);
    if (!received)
        return ExchangeContent{.size = state.sizes.responseDecoded};
    ExchangeContent content{.held = true};
    const auto decoded = decodeContent(*received, state, [&](QByteArrayView piece) {
        content.octets += piece.first(std::min(piece.size(), limit - content.octets.size()));
        content.size += quint64(piece.size());
        return content.octets.size() < limit;
    });
    if (!decoded)
        return std::unexpected(decoded.error());
    content.cut = content.octets.size() >= limit;
    content.size = std::max(content.size, state.sizes.responseDecoded);
    return content;
}

Result<ExchangeContent> requestContent(const client::Hop &hop, qint64 limit)
{
    const auto sent = client::sentContent(hop);
    if (!sent)
        return ExchangeContent{.size = hop.exchange->state().sizes.requestContent};
    return beginning(*sent, limit);
}

} // namespace sonde::interop
