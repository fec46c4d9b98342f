// A body as a QIODevice, for readers of images. Belongs to the thread that reads.
#pragma once

#include "body/byte_source.h"

#include <QIODevice>

#include <memory>

namespace sonde::ui
{

class SourceDevice : public QIODevice
{
    Q_OBJECT
public:
    explicit SourceDevice(std::shared_ptr<const body::ByteSource> source, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_source(std::move(source))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_source->size(); }
    [[nodiscard]] bool isSequential() const override { return false; }

protected:
    qint64 readData(char *data, qint64 length) override
    {
        const auto read =
            m_source->read(pos(), std::span(data, size_t(std::max<qint64>(length, 0))));
        return read ? *read : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<const body::ByteSource> m_source;
};

} // namespace sonde::ui
