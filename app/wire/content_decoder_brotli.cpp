// br (RFC 7932).
#include "wire/content_decoder_stage.h"

#include <brotli/decode.h>

namespace sonde::wire
{

namespace
{

class BrotliStage final : public ContentDecoderStage
{
public:
    BrotliStage()
        : m_decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr))
    {
        Q_CHECK_PTR(m_decoder);
    }
    ~BrotliStage() override { BrotliDecoderDestroyInstance(m_decoder); }
    Q_DISABLE_COPY_MOVE(BrotliStage)

    std::expected<qsizetype, QString> decode(QByteArrayView &in, char *to, qsizetype room) override
    {
        if (m_whole) {
            skipAll(in);
            return 0;
        }
        auto left = size_t(in.size());
        auto next = reinterpret_cast<const uint8_t *>(in.data());
        auto space = size_t(room);
        auto out = reinterpret_cast<uint8_t *>(to);
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(m_decoder, &left, &next, &space, &out, nullptr);
        take(in, in.size() - qsizetype(left));
        if (result == BROTLI_DECODER_RESULT_ERROR)
            return std::unexpected(QString::fromLatin1(
                BrotliDecoderErrorString(BrotliDecoderGetErrorCode(m_decoder))));
        m_whole = result == BROTLI_DECODER_RESULT_SUCCESS;
        if (m_whole)
            skipAll(in);
        return room - qsizetype(space);
    }

    bool mayEnd() override { return taken() == 0 || m_whole; }

private:
    BrotliDecoderState *m_decoder;
    bool m_whole = false;
};

} // namespace

std::unique_ptr<ContentDecoderStage> makeBrotliStage()
{
    return std::make_unique<BrotliStage>();
}

} // namespace sonde::wire
