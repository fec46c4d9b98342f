#include "wire/http1_common.h"

#include <QLocale>

namespace sonde::wire
{

http::Error http1Error(Http1Role role, http::Code code, http::Phase phase, QString sentence,
                       qint64 offset)
{
    if (role == Http1Role::Request && code == http::Code::MalformedResponse)
        code = http::Code::ProtocolViolation;
    http::Error error{
        .layer = http::Layer::Http1,
        .code = code,
        .blame = http::Blame::Remote,
        .phase = phase,
        .sentence = std::move(sentence),
    };
    if (offset >= 0)
        error.detail =
            QStringLiteral("at octet %1 of the connection's incoming stream").arg(offset);
    return error;
}

QString http1Quoted(QByteArrayView octets, qsizetype most)
{
    QString text;
    for (const char octet : octets.first(std::min(octets.size(), most))) {
        const auto value = uchar(octet);
        if (value >= 0x20 && value < 0x7f)
            text += QLatin1Char(octet);
        else
            text += QStringLiteral("\\x%1").arg(int(value), 2, 16, QLatin1Char('0'));
    }
    if (octets.size() > most)
        text += QChar(0x2026);
    return text;
}

QString http1Counted(quint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

} // namespace sonde::wire
