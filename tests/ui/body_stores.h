// Octets as a body holds them, for tests of what shows bodies.
#pragma once

#include "body/byte_store.h"

namespace sonde::test
{

inline std::shared_ptr<body::ByteStore> storeOf(const QByteArray &octets, bool finish = true)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!store->append(octets))
        qFatal("append");
    if (finish)
        store->finish();
    return store;
}

// Can be read up to a place, and then no more.
class BrokenStore : public body::ByteSource
{
public:
    BrokenStore(const QByteArray &octets, qint64 readable)
        : m_octets(octets)
        , m_readable(readable)
    {
    }

    qint64 size() const override { return m_octets.size(); }
    bool isFinished() const override { return true; }
    http::Result<qint64> read(qint64 offset, std::span<char> into) const override
    {
        if (offset >= m_readable && offset < size())
            return std::unexpected(http::Error{.sentence = QStringLiteral("The disk is broken.")});
        const qint64 left = std::clamp<qint64>(m_readable - offset, 0, qint64(into.size()));
        std::copy_n(m_octets.constData() + offset, left, into.data());
        return left;
    }

private:
    const QByteArray m_octets;
    const qint64 m_readable;
};

} // namespace sonde::test
