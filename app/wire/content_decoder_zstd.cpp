// zstd (RFC 8878), any number of frames.
#include "wire/content_decoder_stage.h"

#include <zstd.h>
#include <zstd_errors.h>

namespace sonde::wire
{

namespace
{

// 128 MiB. RFC 9659 lets servers use no more than 8 MiB; what the zstd tool makes should open as
// well.
constexpr int largestWindowLog = 27;
constexpr quint64 magicOctets = 4;

class ZstdStage final : public ContentDecoderStage
{
public:
    ZstdStage()
        : m_decoder(ZSTD_createDCtx())
    {
        Q_CHECK_PTR(m_decoder);
        ZSTD_DCtx_setParameter(m_decoder, ZSTD_d_windowLogMax, largestWindowLog);
    }
    ~ZstdStage() override { ZSTD_freeDCtx(m_decoder); }
    Q_DISABLE_COPY_MOVE(ZstdStage)

    std::expected<qsizetype, QString> decode(QByteArrayView &in, char *to, qsizetype room) override
    {
        qsizetype written = 0;
        while (written < room && !m_garbage) {
            ZSTD_inBuffer from{in.data(), size_t(in.size()), 0};
            ZSTD_outBuffer out{to + written, size_t(room - written), 0};
            const size_t result = ZSTD_decompressStream(m_decoder, &out, &from);
            if (ZSTD_isError(result)) {
                if (m_frames == 0 || ZSTD_getErrorCode(result) != ZSTD_error_prefix_unknown)
                    return std::unexpected(QString::fromLatin1(ZSTD_getErrorName(result)));
                m_garbage = true; // the magic number is looked at only where a frame may begin
                break;
            }
            written += qsizetype(out.pos);
            m_sinceBoundary += from.pos;
            take(in, qsizetype(from.pos));
            if (result == 0 && m_sinceBoundary > 0) {
                ++m_frames;
                m_sinceBoundary = 0;
            } else if (from.pos == 0 && out.pos == 0) {
                break; // needs more input
            }
        }
        if (m_garbage)
            skipAll(in, std::exchange(m_sinceBoundary, 0));
        return written;
    }

    bool mayEnd() override
    {
        if (m_frames > 0 && m_sinceBoundary > 0 && m_sinceBoundary <= magicOctets) {
            QByteArrayView none;
            skipAll(none, std::exchange(m_sinceBoundary, 0));
        }
        return m_sinceBoundary == 0;
    }

private:
    ZSTD_DCtx *m_decoder;
    int m_frames = 0;
    quint64 m_sinceBoundary = 0; // octets taken of the current frame
    bool m_garbage = false;
};

} // namespace

std::unique_ptr<ContentDecoderStage> makeZstdStage()
{
    return std::make_unique<ZstdStage>();
}

} // namespace sonde::wire
