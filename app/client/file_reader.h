// A regular file as content: its size is taken once, and a file that is no longer the one it was
// fails the upload before its last octet is sent.
#pragma once

#include "client/segment_reader.h"

#include <sys/stat.h>

namespace sonde::client
{

class FileReader : public SegmentReader
{
public:
    // Opened again at the first read(), so that a form of many files needs one descriptor at a
    // time.
    FileReader(QString path, const struct stat &status);
    // An open descriptor that stays the caller's, from its present offset on: standard input.
    FileReader(int descriptor, const struct stat &status);
    ~FileReader() override;

    std::optional<quint64> size() const override { return m_size; }
    http::Result<Piece> read(qsizetype limit) override;
    bool rewind() override;

private:
    [[nodiscard]] http::Result<void> open();
    [[nodiscard]] http::Result<void> checkUnchanged() const;
    [[nodiscard]] http::Error changed(const QString &how) const;
    void close();

    const QString m_path; // empty: standard input
    const struct stat m_status;
    qint64 m_start = 0;
    quint64 m_size = 0;
    quint64 m_done = 0;
    int m_descriptor = -1;
};

} // namespace sonde::client
