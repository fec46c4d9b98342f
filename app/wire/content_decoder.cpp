#include "wire/content_decoder.h"

#include "http/headers.h"

#include <QLocale>

#include <cstring>

namespace sonde::wire
{

using http::Code;
using http::Error;

namespace
{

Error contentError(Code code, const QString &sentence)
{
    return {.layer = http::Layer::Content,
            .code = code,
            .blame = http::Blame::Remote,
            .phase = http::Phase::ReceiveBody,
            .sentence = sentence};
}

std::unique_ptr<ContentDecoderStage> makeStage(QByteArrayView coding)
{
    // RFC 9110 section 8.4.1.3: x-gzip is another name for gzip.
    if (coding == "gzip" || coding == "x-gzip")
        return makeZlibStage(ZlibFormat::Gzip);
    if (coding == "deflate")
        return makeZlibStage(ZlibFormat::Deflate);
    if (coding == "br")
        return makeBrotliStage();
    if (coding == "zstd")
        return makeZstdStage();
    return nullptr;
}

QString grouped(quint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

} // namespace

http::Result<ContentDecoder> ContentDecoder::make(QByteArrayView contentEncoding,
                                                  quint64 bombOctets)
{
    ContentDecoder decoder;
    decoder.m_bombOctets = bombOctets;
    const QList<QByteArray> names = contentEncoding.toByteArray().toLower().split(',');
    // RFC 9110 section 8.4: codings are listed in the order they were applied, so the last goes
    // first.
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const QByteArray coding = http::trimmed(*name).toByteArray();
        if (coding.isEmpty() || coding == "identity")
            continue;
        if (decoder.m_stages.size() == maxCodings)
            return std::unexpected(contentError(
                Code::LimitExceeded,
                QStringLiteral(
                    "The content is said to be coded more than %1 times over, which Sonde "
                    "does not undo; it is shown as it came.")
                    .arg(maxCodings)));
        auto stage = makeStage(coding);
        if (!stage)
            return std::unexpected(contentError(
                Code::UnknownContentCoding,
                QStringLiteral(
                    "The content coding “%1” is unknown, so the content is shown as it came; "
                    "known are gzip, deflate, br and zstd.")
                    .arg(QString::fromLatin1(
                        coding.first(std::min<qsizetype>(coding.size(), 40))))));
        decoder.m_stages.push_back({.coding = coding, .stage = std::move(stage)});
    }
    decoder.m_piece.resize(pieceOctets);
    return decoder;
}

void ContentDecoder::feed(QByteArrayView encoded)
{
    if (m_error)
        return;
    m_input.remove(0, std::exchange(m_inputUsed, 0));
    m_input.append(encoded);
}

http::Result<QByteArrayView> ContentDecoder::next()
{
    if (m_error)
        return std::unexpected(*m_error);
    const auto made =
        m_stages.empty() ? passThrough(m_piece.data()) : pull(m_stages.size() - 1, m_piece.data());
    if (!made)
        return failed(made.error());
    m_decoded += quint64(*made);
    if (isBomb())
        return failed(contentError(
            Code::DecompressionBomb,
            QStringLiteral(
                "%1 octets of content have grown to more than %2 when decoded, over %3 times "
                "as much, so decoding was stopped. Send again without this limit to go on.")
                .arg(grouped(m_encoded), grouped(m_decoded), grouped(bombRatio))));
    return QByteArrayView(m_piece.constData(), *made);
}

bool ContentDecoder::isBomb() const
{
    return m_bombOctets > 0 && m_decoded > m_bombOctets && m_decoded / bombRatio > m_encoded;
}

http::Result<qsizetype> ContentDecoder::passThrough(char *to)
{
    const qsizetype part = std::min(pieceOctets, m_input.size() - m_inputUsed);
    if (part > 0)
        std::memcpy(to, m_input.constData() + m_inputUsed, size_t(part));
    m_inputUsed += part;
    m_encoded += quint64(part);
    return part;
}

// Lets one step work, and those before it as long as it needs more.
http::Result<qsizetype> ContentDecoder::pull(size_t index, char *to)
{
    Step &step = m_stages[index];
    QByteArray &buffer = index == 0 ? m_input : step.buffer;
    qsizetype &used = index == 0 ? m_inputUsed : step.used;
    for (;;) {
        QByteArrayView in = QByteArrayView(buffer).sliced(used);
        const qsizetype offered = in.size();
        const auto made = step.stage->decode(in, to, pieceOctets);
        used += offered - in.size();
        if (index == 0)
            m_encoded += quint64(offered - in.size());
        if (!made)
            return std::unexpected(decodingError(step, made.error()));
        if (*made > 0)
            return *made;
        if (!in.isEmpty())
            return std::unexpected(decodingError(step, QStringLiteral("the decoder is stuck")));
        if (index == 0)
            return 0;
        step.buffer.resize(pieceOctets);
        const auto before = pull(index - 1, step.buffer.data());
        if (!before)
            return before;
        step.buffer.resize(*before);
        used = 0;
        if (*before == 0)
            return 0;
    }
}

http::Result<void> ContentDecoder::finish()
{
    if (m_error)
        return std::unexpected(*m_error);
    for (const Step &step : m_stages) {
        if (!step.stage->mayEnd())
            return failed(decodingError(step, QStringLiteral("the data ends before it is whole")));
    }
    noteRemarks();
    return {};
}

void ContentDecoder::noteRemarks()
{
    for (const Step &step : m_stages) {
        const QString coding = QString::fromLatin1(step.coding);
        if (const QString remark = step.stage->remark(); !remark.isEmpty())
            m_findings.push_back({.severity = trace::Severity::Warning,
                                  .rule = "content.raw-deflate",
                                  .sentence = remark,
                                  .section = "RFC 9110 section 8.4.1.2"});
        if (const auto at = step.stage->garbageAt())
            m_findings.push_back(
                {.severity = trace::Severity::Warning,
                 .rule = "content.trailing-garbage",
                 .sentence = QStringLiteral("%1 octets after the end of the %2 data, "
                                            "from octet %3 on, were passed over.")
                                 .arg(grouped(step.stage->taken() - *at), coding, grouped(*at))});
    }
}

std::unexpected<Error> ContentDecoder::failed(Error error)
{
    m_error = std::move(error);
    m_input = {};
    m_inputUsed = 0;
    return std::unexpected(*m_error);
}

Error ContentDecoder::decodingError(const Step &step, const QString &reason) const
{
    const quint64 at = step.stage->taken();
    Error error =
        contentError(Code::ContentDecodingFailed,
                     QStringLiteral("The content could not be decoded as %1 past octet %2: "
                                    "%3.")
                         .arg(QString::fromLatin1(step.coding), grouped(at), reason));
    error.detail = reason;
    error.number = qint64(at);
    return error;
}

} // namespace sonde::wire
