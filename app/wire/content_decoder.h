// Takes content codings off while content streams in (RFC 9110 section 8.4). Pulled piece by piece,
// so that who stores the octets sets the pace. Not thread-safe.
#pragma once

#include "http/error.h"
#include "trace/finding.h"
#include "wire/content_decoder_stage.h"

#include <vector>

namespace sonde::wire
{

class ContentDecoder
{
public:
    static constexpr qsizetype pieceOctets = 64 * 1024;
    // Nobody means to send more than one coding; five is what curl takes.
    static constexpr int maxCodings = 5;
    // A page that decodes to more than this, a thousandfold, is taken for a bomb.
    static constexpr quint64 defaultBombOctets = 64 * 1024 * 1024;
    static constexpr quint64 bombRatio = 1000;

    // `contentEncoding` is the combined field value: "gzip", "gzip, br"; empty is identity.
    // `bombOctets` 0 takes the guard away. Errors: UnknownContentCoding, LimitExceeded.
    [[nodiscard]] static http::Result<ContentDecoder> make(QByteArrayView contentEncoding,
                                                           quint64 bombOctets = defaultBombOctets);

    // True if there is nothing to take off.
    [[nodiscard]] bool isIdentity() const { return m_stages.empty(); }

    // Encoded octets; they are copied and kept until next() has used them up.
    void feed(QByteArrayView encoded);
    // The next decoded octets, at most pieceOctets; empty when more must be fed. The view dies with
    // the next call of anything here. Errors: ContentDecodingFailed, DecompressionBomb; they stay.
    [[nodiscard]] http::Result<QByteArrayView> next();
    // After the last feed(), when next() has come back empty: an error if the content is cut short.
    // No content at all is fine, whatever its coding.
    [[nodiscard]] http::Result<void> finish();

    [[nodiscard]] quint64 encodedOctets() const { return m_encoded; } // used up
    [[nodiscard]] quint64 decodedOctets() const { return m_decoded; }
    // What was tolerated; complete after finish().
    [[nodiscard]] std::vector<trace::Finding> takeFindings()
    {
        return std::exchange(m_findings, {});
    }

private:
    struct Step {
        QByteArray coding;
        std::unique_ptr<ContentDecoderStage> stage;
        QByteArray buffer;  // what the step before made; unused by the first
        qsizetype used = 0; // octets of it that are gone
    };

    ContentDecoder() = default;
    [[nodiscard]] http::Result<qsizetype> pull(size_t step, char *to);
    [[nodiscard]] http::Result<qsizetype> passThrough(char *to);
    [[nodiscard]] std::unexpected<http::Error> failed(http::Error error);
    [[nodiscard]] http::Error decodingError(const Step &step, const QString &reason) const;
    [[nodiscard]] bool isBomb() const;
    void noteRemarks();

    std::vector<Step> m_stages; // outermost coding first
    QByteArray m_input;
    qsizetype m_inputUsed = 0;
    QByteArray m_piece;
    quint64 m_bombOctets = 0;
    quint64 m_encoded = 0;
    quint64 m_decoded = 0;
    std::optional<http::Error> m_error;
    std::vector<trace::Finding> m_findings;
};

} // namespace sonde::wire
