#include "collection/keychain_store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace sonde::collection
{
namespace
{

using Kind = SecretFault::Kind;
using namespace Qt::StringLiterals;

std::unexpected<SecretFault> fault(Kind kind, const QString &sentence)
{
    return std::unexpected(SecretFault{kind, sentence});
}

std::unexpected<SecretFault> toldFault(const QJsonObject &answer)
{
    const QString name = answer.value("fault"_L1).toString();
    const QString detail = answer.value("detail"_L1).toString();
    if (name == u"unavailable")
        return fault(Kind::Unavailable,
                     QStringLiteral("No keychain answers on this computer (%1).").arg(detail));
    if (name == u"refused")
        return fault(Kind::Refused,
                     QStringLiteral("The keychain stayed locked (%1); unlock it and try again.")
                         .arg(detail));
    return fault(Kind::Failed, QStringLiteral("The keychain failed: %1.").arg(detail));
}

} // namespace

KeychainStore::KeychainStore(QString program)
    : m_program(std::move(program))
{
}

QString KeychainStore::programBesideThis()
{
    const QFileInfo own(QFile::symLinkTarget(QStringLiteral("/proc/self/exe")));
    return own.absolutePath() + QStringLiteral("/sonde-keychain");
}

SecretResult<QByteArray> KeychainStore::ask(const QByteArray &question) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(m_program, {});
    if (!process.waitForStarted())
        return fault(Kind::Unavailable,
                     QStringLiteral("The program “%1”, which asks the keychain, cannot be started.")
                         .arg(m_program));
    process.write(question);
    process.closeWriteChannel();
    if (!process.waitForFinished(int(std::chrono::milliseconds(patience).count()))) {
        process.kill();
        process.waitForFinished();
        return fault(Kind::Refused,
                     QStringLiteral("The keychain did not answer within two minutes; unlock it and "
                                    "try again."));
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fault(Kind::Unavailable,
                     QStringLiteral("The program that asks the keychain ended without an answer."));
    return process.readAllStandardOutput();
}

SecretResult<SecretValues> KeychainStore::read(const QStringList &names)
{
    const QJsonObject question{{"read"_L1, QJsonArray::fromStringList(names)}};
    const auto octets = ask(QJsonDocument(question).toJson(QJsonDocument::Compact));
    if (!octets)
        return std::unexpected(octets.error());
    const QJsonObject answer = QJsonDocument::fromJson(*octets).object();
    if (!answer.contains("values"_L1))
        return toldFault(answer);
    SecretValues values;
    const QJsonObject told = answer.value("values"_L1).toObject();
    for (auto it = told.begin(); it != told.end(); ++it)
        values.insert(it.key(), it.value().toString());
    return values;
}

SecretResult<void> KeychainStore::write(const SecretChanges &changes)
{
    QJsonObject set;
    for (auto it = changes.set.begin(); it != changes.set.end(); ++it)
        set.insert(it.key(), it.value());
    const QJsonObject question{{"set"_L1, set},
                               {"remove"_L1, QJsonArray::fromStringList(changes.remove)}};
    const auto octets = ask(QJsonDocument(question).toJson(QJsonDocument::Compact));
    if (!octets)
        return std::unexpected(octets.error());
    const QJsonObject answer = QJsonDocument::fromJson(*octets).object();
    if (answer.contains("fault"_L1))
        return toldFault(answer);
    return {};
}

} // namespace sonde::collection
