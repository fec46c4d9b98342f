// gzip (RFC 1952, any number of members) and deflate (RFC 1950, or RFC 1951 without its wrapper).
#include "wire/content_decoder_stage.h"

#include <limits>
#include <zlib.h>

namespace sonde::wire
{

namespace
{

constexpr char gzipMagic = 0x1f;
constexpr quint64 gzipMagicOctets = 2;
constexpr int gzipBits = 15 + 16;
constexpr int zlibBits = 15;
constexpr int rawBits = -15;

// RFC 1950 section 2.2: method 8, window at most 32 KiB, and a check that makes it divisible by 31.
bool isZlibHeader(const QByteArray &octets)
{
    const uint first = uchar(octets[0]);
    const uint second = uchar(octets[1]);
    return (first & 0x0f) == 8 && (first >> 4) <= 7 && (first * 256 + second) % 31 == 0;
}

class ZlibStage final : public ContentDecoderStage
{
public:
    explicit ZlibStage(ZlibFormat format)
        : m_format(format)
    {
        if (format == ZlibFormat::Gzip)
            begin(gzipBits);
    }
    ~ZlibStage() override
    {
        if (m_state != State::Undecided)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(ZlibStage)

    std::expected<qsizetype, QString> decode(QByteArrayView &in, char *to, qsizetype room) override
    {
        if (m_state == State::Undecided && !decide(in))
            return 0;
        if (!m_head.isEmpty()) {
            const QByteArray head = std::exchange(m_head, {});
            QByteArrayView rest = head;
            const auto made = inflateSome(rest, to, room);
            m_head = rest.toByteArray();
            if (!made || *made > 0 || !m_head.isEmpty())
                return made;
        }
        return inflateSome(in, to, room);
    }

    bool mayEnd() override
    {
        // One stray octet that looked like another member.
        if (m_state == State::Inside && m_members > 0 && m_sinceBoundary < gzipMagicOctets) {
            QByteArrayView none;
            skipAll(none, m_sinceBoundary);
            m_state = State::Garbage;
        }
        return taken() == 0 || m_state == State::Boundary || m_state == State::Garbage;
    }

    QString remark() const override
    {
        return m_raw
                   ? QStringLiteral("The content is raw deflate without the zlib wrapper that the "
                                    "coding “deflate” asks for.")
                   : QString();
    }

private:
    enum class State : quint8 {
        Undecided, // deflate: zlib or raw is not known yet
        Inside,    // in a member
        Boundary,  // after a whole member
        Garbage,   // after everything; what comes is passed over
    };

    void begin(int windowBits)
    {
        inflateInit2(&m_stream, windowBits);
        m_state = State::Inside;
    }

    bool decide(QByteArrayView &in)
    {
        const qsizetype part = std::min<qsizetype>(in.size(), 2 - m_head.size());
        m_head.append(in.first(part));
        take(in, part);
        if (m_head.size() < 2)
            return false;
        m_raw = !isZlibHeader(m_head);
        begin(m_raw ? rawBits : zlibBits);
        m_counted = m_head.size();
        return true;
    }

    std::expected<qsizetype, QString> inflateSome(QByteArrayView &in, char *to, qsizetype room)
    {
        qsizetype written = 0;
        while (written < room && m_state != State::Garbage) {
            if (m_state == State::Boundary && !beginMember(in))
                break;
            const int result = step(in, to, room, written);
            if (result == Z_STREAM_END) {
                m_state = State::Boundary;
                m_sinceBoundary = 0;
                ++m_members;
            } else if (result == Z_BUF_ERROR ||
                       (result == Z_OK && in.isEmpty() && written < room)) {
                break; // needs more input
            } else if (result != Z_OK) {
                if (m_members == 0 || m_sinceBoundary > gzipMagicOctets)
                    return std::unexpected(reason(result));
                skipAll(in, m_sinceBoundary);
                m_state = State::Garbage;
            }
        }
        if (m_state == State::Garbage)
            skipAll(in);
        return written;
    }

    // One call of inflate().
    int step(QByteArrayView &in, char *to, qsizetype room, qsizetype &written)
    {
        constexpr qsizetype most = std::numeric_limits<uInt>::max() / 2;
        const auto offered = uInt(std::min(in.size(), most));
        const auto space = uInt(std::min(room - written, most));
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
        m_stream.avail_in = offered;
        m_stream.next_out = reinterpret_cast<Bytef *>(to + written);
        m_stream.avail_out = space;
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        const auto used = qsizetype(offered - m_stream.avail_in);
        // The two octets that told zlib from raw were counted when they came.
        const qsizetype again = std::min(used, std::exchange(m_counted, 0));
        in = in.sliced(again);
        take(in, used - again);
        m_sinceBoundary += quint64(used);
        written += space - m_stream.avail_out;
        return result;
    }

    // False if nothing or nothing sensible follows.
    bool beginMember(QByteArrayView in)
    {
        if (in.isEmpty())
            return false;
        if (m_format == ZlibFormat::Gzip && in.front() == gzipMagic) {
            inflateReset(&m_stream);
            m_state = State::Inside;
            return true;
        }
        m_state = State::Garbage;
        return false;
    }

    QString reason(int result) const
    {
        if (result == Z_NEED_DICT)
            return QStringLiteral("it needs a dictionary that HTTP has no way to name");
        return QString::fromLatin1(m_stream.msg ? m_stream.msg : zError(result));
    }

    const ZlibFormat m_format;
    State m_state = State::Undecided;
    z_stream m_stream{};
    QByteArray m_head;           // deflate: octets kept until the wrapper is known
    qsizetype m_counted = 0;     // of these, counted as taken already
    quint64 m_sinceBoundary = 0; // octets taken of the current member
    int m_members = 0;
    bool m_raw = false;
};

} // namespace

std::unique_ptr<ContentDecoderStage> makeZlibStage(ZlibFormat format)
{
    return std::make_unique<ZlibStage>(format);
}

} // namespace sonde::wire
