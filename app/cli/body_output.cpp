#include "cli/body_output.h"

#include "cli/terminal.h"
#include "http/media_type.h"

namespace sonde::cli
{

BodyOutput::BodyOutput(OutputStream &standard, const interop::OutputPlan &plan, QString file)
    : m_standard(standard)
    , m_plan(plan)
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
    if (!m_discards)
        chooseTransform(head);
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
    if (m_refusesBinary && !m_transform && m_bodyOctets == 0 && octets.contains('\0')) {
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
    auto written = write(*out, octets);
    if (!written)
        m_error = written.error();
    return written;
}

void BodyOutput::chooseTransform(const http::ResponseHead &head)
{
    const auto [type, charset] =
        http::mediaTypeOf(head.headers.value("Content-Type").value_or(QByteArray()));
    const auto shows = m_plan.pretty ? FilterShows::LaidOut : FilterShows::Values;
    if (m_plan.filter || m_plan.jq) {
        auto filter =
            m_plan.jq ? jqTransform(*m_plan.jq, shows) : filterTransform(*m_plan.filter, shows);
        if (filter)
            m_transform = inUtf8(*std::move(filter), charset);
    } else if (m_plan.events) {
        m_transform = eventsTransform(type);
        if (!m_transform)
            m_remark = QStringLiteral("The body is no stream of events (its type is “%1”), so it "
                                      "is printed as it is.")
                           .arg(QString::fromLatin1(type.left(80)));
    } else if (m_plan.pretty) {
        if (const auto language = body::languageOf(type))
            m_transform = inUtf8(prettyTransform(*language), charset);
    }
}

// True if nothing of it is held back.
http::Result<bool> BodyOutput::write(OutputStream &out, QByteArrayView octets)
{
    if (!m_transform)
        return out.write(octets);
    bool all = true;
    const auto fed = m_transform->feed(octets, [&](QByteArrayView text) -> http::Result<void> {
        const auto written = out.write(text);
        if (!written)
            return std::unexpected(written.error());
        all = *written;
        // One value may be a gigabyte: its reader is waited for rather than held against.
        constexpr qsizetype large = 64 << 10;
        return !all && text.size() >= large ? out.flush() : http::Result<void>();
    });
    if (!fed)
        return std::unexpected(fed.error());
    return all;
}

http::Result<void> BodyOutput::endTransform()
{
    OutputStream *out = m_transform && !m_error ? stream() : nullptr;
    if (!out)
        return {};
    const auto ended = m_transform->finish([out](QByteArrayView text) -> http::Result<void> {
        const auto written = out->write(text);
        return written ? http::Result<void>() : std::unexpected(written.error());
    });
    m_remark = m_transform->remark();
    m_place = m_transform->place();
    m_transform.reset();
    return ended;
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
    if (const auto ended = endTransform(); !ended && !m_error)
        m_error = ended.error();
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
