// BodyTransform: of bodies in another charset than UTF-8.
#include "body/charset.h"
#include "body/recoding.h"
#include "cli/body_transform.h"

namespace sonde::cli
{
namespace
{

constexpr qsizetype judgedOctets = 64 << 10;

class InUtf8 final : public BodyTransform
{
public:
    InUtf8(std::unique_ptr<BodyTransform> transform, const QByteArray &parameter)
        : m_transform(std::move(transform))
        , m_parameter(parameter)
    {
    }

    // By the first octets, however few: what streams is not waited for.
    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        if (m_charset.isEmpty()) {
            m_charset = body::chooseCharset(octets.first(std::min(octets.size(), judgedOctets)),
                                            m_parameter)
                            .name;
            if (m_charset != "UTF-8")
                m_recoding = body::toUtf8(m_charset);
        }
        if (!m_recoding)
            return m_transform->feed(octets, sink);
        return m_recoding->feed(octets,
                                [&](QByteArrayView text) { return m_transform->feed(text, sink); });
    }

    http::Result<void> finish(const Sink &sink) override
    {
        if (m_recoding) {
            const auto rest = m_recoding->finish(
                [&](QByteArrayView text) { return m_transform->feed(text, sink); });
            if (!rest)
                return rest;
        }
        return m_transform->finish(sink);
    }

    QString remark() const override
    {
        const QString said = m_transform->remark();
        if (said.isEmpty() || !m_recoding)
            return said;
        return said + QStringLiteral(" It was read as %1; octets are counted as in UTF-8.")
                          .arg(QString::fromLatin1(m_charset));
    }
    qint64 results() const override { return m_transform->results(); }
    std::optional<StreamPlace> place() const override { return m_transform->place(); }

private:
    std::unique_ptr<BodyTransform> m_transform;
    const QByteArray m_parameter;
    QByteArray m_charset; // empty before the first octets
    std::unique_ptr<body::Derivation> m_recoding;
};

} // namespace

std::unique_ptr<BodyTransform> inUtf8(std::unique_ptr<BodyTransform> transform,
                                      const QByteArray &parameter)
{
    return std::make_unique<InUtf8>(std::move(transform), parameter);
}

} // namespace sonde::cli
