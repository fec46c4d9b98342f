#include "cli/body_output.h"

#include "cli/terminal.h"

namespace sonde::cli
{

BodyOutput::BodyOutput(OutputStream &standard, const interop::OutputPlan &plan, QString file)
    : m_standard(standard)
    , m_file(std::move(file))
    , m_folders(plan.createFolders ? OutputStream::Folders::Make : OutputStream::Folders::MustExist)
    , m_discardsErrors(plan.fail == interop::OutputPlan::Fail::WithoutBody)
    , m_hashes(plan.jsonReport)
    , m_refusesBinary(m_file.isEmpty() && !plan.file && isTerminal(1))
{
}

OutputStream *BodyOutput::stream()
{
    if (m_file.isEmpty())
        return &m_standard;
    if (!m_own && !m_error) {
        auto opened = OutputStream::toFile(m_file, m_folders);
        if (opened)
            m_own = *std::move(opened);
        else
            m_error = opened.error();
    }
    return m_own.get();
}

void BodyOutput::begin(const http::ResponseHead &head)
{
    m_discards = m_discardsErrors && head.status >= 400;
    if (beforeBody)
        beforeBody();
    // As in curl, the file is there even when the body is empty.
    if (OutputStream *out = m_discards ? nullptr : stream()) {
        out->drained = [this] {
            if (drained)
                drained();
        };
    }
}

http::Result<bool> BodyOutput::take(QByteArrayView octets)
{
    if (m_refusesBinary && m_bodyOctets == 0 && octets.contains('\0')) {
        m_error = http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnwritable,
            .phase = http::Phase::Store,
            .sentence = QStringLiteral("The body is binary and would garble the terminal: write "
                                       "it to a file with -o FILE, or show it here with -o -."),
        };
        return std::unexpected(*m_error);
    }
    m_bodyOctets += octets.size();
    if (m_hashes)
        m_hash.addData(QByteArray::fromRawData(octets.data(), octets.size()));
    if (m_discards)
        return true;
    OutputStream *out = stream();
    if (!out)
        return std::unexpected(*m_error);
    auto written = out->write(octets);
    if (!written)
        m_error = written.error();
    return written;
}

void BodyOutput::writeText(const QByteArray &text)
{
    if (text.isEmpty() || m_discards)
        return;
    OutputStream *out = stream();
    if (!out)
        return;
    if (const auto written = out->write(text); !written)
        m_error = written.error();
}

http::Result<void> BodyOutput::finish(const std::function<bool()> &isInterrupted)
{
    if (m_own) {
        if (const auto flushed = m_own->flush(isInterrupted); !flushed && !m_error)
            m_error = flushed.error();
    }
    if (const auto flushed = m_standard.flush(isInterrupted); !flushed && !m_error)
        m_error = flushed.error();
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

} // namespace sonde::cli
