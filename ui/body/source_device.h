// A body as a QIODevice, for readers of images. Belongs to the thread that reads.
#pragma once

#include "body/byte_source.h"
#include "body/workers.h"

#include <QIODevice>

#include <memory>

namespace sonde::ui
{

class SourceDevice : public QIODevice
{
    Q_OBJECT
public:
    // Gives no more octets once it is stopped.
    explicit SourceDevice(std::shared_ptr<const body::ByteSource> source,
                          body::StopMark stop = nullptr)
        : m_source(std::move(source))
        , m_stop(std::move(stop))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_source->size(); }
    [[nodiscard]] bool isSequential() const override { return false; }

protected:
    qint64 readData(char *data, qint64 length) override
    {
        if (m_stop && *m_stop)
            return -1;
        const auto read =
            m_source->read(pos(), std::span(data, size_t(std::max<qint64>(length, 0))));
        return read ? *read : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<const body::ByteSource> m_source;
    body::StopMark m_stop;
};

} // namespace sonde::ui
