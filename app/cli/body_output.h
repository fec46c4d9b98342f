// Where the body of `sonde send` goes: standard output or a file, with the heads before it, hashed
// on the way if a report wants that. Lives on the engine's thread, which is the program's own.
#pragma once

#include "cli/body_transform.h"
#include "cli/output_stream.h"
#include "client/call.h"
#include "interop/curl_plan.h"

#include <QCryptographicHash>

namespace sonde::cli
{

class BodyOutput : public client::BodySink
{
public:
    // `standard` must outlive it. `file` empty: standard output.
    BodyOutput(OutputStream &standard, const interop::OutputPlan &plan, QString file);

    void begin(const http::ResponseHead &head) override;
    [[nodiscard]] http::Result<bool> take(QByteArrayView octets) override;

    // Heads and trailers, to where the body goes.
    void writeText(const QByteArray &text);
    // Everything that is held goes out. The first error of all that happened.
    [[nodiscard]] http::Result<void> finish(const std::function<bool()> &isInterrupted);

    // Called before the first octet of the body, so that heads can go first.
    std::function<void()> beforeBody;

    // Octets of the body that are where they should go; 0 once writing has failed.
    [[nodiscard]] qint64 keptOctets() const { return m_error || m_discards ? 0 : m_bodyOctets; }
    // What a person should know of a body that was laid out or queried; empty if nothing.
    [[nodiscard]] const QString &remark() const { return m_remark; }
    // Where a stream of server-sent events ended; nothing if it was none.
    [[nodiscard]] const std::optional<StreamPlace> &place() const { return m_place; }
    [[nodiscard]] QByteArray hash() const { return m_hash.result(); }
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    [[nodiscard]] OutputStream *stream(); // opened when first needed; null if that failed

    void chooseTransform(const http::ResponseHead &head);
    [[nodiscard]] http::Result<bool> write(OutputStream &out, QByteArrayView octets);
    [[nodiscard]] http::Result<void> endTransform();

    OutputStream &m_standard;
    const interop::OutputPlan m_plan;
    const QString m_file;
    const OutputStream::Folders m_folders;
    const bool m_discardsErrors; // --fail
    const bool m_hashes;
    const bool m_refusesBinary; // it would garble a terminal that nobody chose with -o -
    bool m_discards = false;
    std::unique_ptr<OutputStream> m_own;
    std::unique_ptr<BodyTransform> m_transform; // null: the octets themselves
    QString m_remark;
    std::optional<StreamPlace> m_place;
    std::optional<http::Error> m_error;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_bodyOctets = 0;
};

} // namespace sonde::cli
