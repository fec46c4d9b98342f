// A pipe, terminal or device as content: read as it comes, without a size and without blocking.
#pragma once

#include "client/segment_reader.h"

#include <QSocketNotifier>

namespace sonde::client
{

class StreamReader : public SegmentReader
{
public:
    enum class Ownership : quint8 { Ours, Callers };
    // `path` for error sentences; empty: standard input.
    StreamReader(int descriptor, QString path, Ownership ownership);
    ~StreamReader() override;

    std::optional<quint64> size() const override { return std::nullopt; }
    http::Result<Piece> read(qsizetype limit) override;
    bool rewind() override { return !m_touched; }

private:
    void waitForMore();

    const int m_descriptor;
    const QString m_path;
    const Ownership m_ownership;
    bool m_touched = false;
    std::unique_ptr<QSocketNotifier> m_notifier; // made when there is something to wait for
};

} // namespace sonde::client
