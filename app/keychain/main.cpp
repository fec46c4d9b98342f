// The program `sonde-keychain`: one question to the system's keychain, as JSON on standard input,
// and its answer on standard output. A program of its own, so that neither the window nor the
// terminal loads the keychain's libraries before a secret is wanted, and none of them can hang.
//
//   {"read": ["name"]}                         {"values": {"name": "…"}}
//   {"set": {"name": "…"}, "remove": ["name"]}   {}
//   either may be answered with                {"fault": "unavailable|refused|failed", "detail":
//   "…"}
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <qt6keychain/keychain.h>

namespace
{

using namespace Qt::StringLiterals;

constexpr qint64 sizeLimit = 16 << 20; // octets of a question
const QString service = u"Sonde"_s;

// Nothing if it went well.
QJsonObject faultOf(const QKeychain::Job &job)
{
    const auto told = [&](QLatin1StringView name) {
        return QJsonObject{{"fault"_L1, QString(name)}, {"detail"_L1, job.errorString()}};
    };
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound: // of one that is read or removed: no fault
        return {};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return told("unavailable"_L1);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return told("refused"_L1);
    default:
        // Without a session bus or a service on it there is none either.
        return told(job.errorString().contains("dbus"_L1, Qt::CaseInsensitive) ||
                            job.errorString().contains("D-Bus"_L1, Qt::CaseInsensitive) ||
                            job.errorString().contains("org.freedesktop.secrets"_L1)
                        ? "unavailable"_L1
                        : "failed"_L1);
    }
}

QJsonObject carryOut(QKeychain::Job &job, const QString &name)
{
    job.setAutoDelete(false);
    job.setKey(name);
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit,
                     Qt::QueuedConnection);
    job.start();
    loop.exec();
    return faultOf(job);
}

QJsonObject answer(const QJsonObject &question)
{
    QJsonObject values;
    for (const QJsonValue &one : question.value("read"_L1).toArray()) {
        QKeychain::ReadPasswordJob job(service);
        const QJsonObject fault = carryOut(job, one.toString());
        if (!fault.isEmpty())
            return fault;
        if (job.error() == QKeychain::NoError)
            values.insert(one.toString(), job.textData());
    }
    const QJsonObject set = question.value("set"_L1).toObject();
    for (auto it = set.begin(); it != set.end(); ++it) {
        QKeychain::WritePasswordJob job(service);
        job.setTextData(it.value().toString());
        const QJsonObject fault = carryOut(job, it.key());
        if (!fault.isEmpty())
            return fault;
    }
    for (const QJsonValue &one : question.value("remove"_L1).toArray()) {
        QKeychain::DeletePasswordJob job(service);
        const QJsonObject fault = carryOut(job, one.toString());
        if (!fault.isEmpty())
            return fault;
    }
    return question.contains("read"_L1) ? QJsonObject{{"values"_L1, values}} : QJsonObject();
}

} // namespace

int main(int argc, char **argv)
{
    // The keychain's library answers in GLib's loop, and the terminal, which asks here, has told Qt
    // to go without it: nobody would ever hear the answer.
    qunsetenv("QT_NO_GLIB");
    QCoreApplication application(argc, argv);
    QFile in;
    QFile out;
    if (!in.open(0, QIODevice::ReadOnly) || !out.open(1, QIODevice::WriteOnly))
        return 2;
    const QJsonDocument question = QJsonDocument::fromJson(in.read(sizeLimit));
    if (!question.isObject())
        return 2;
    out.write(QJsonDocument(answer(question.object())).toJson(QJsonDocument::Compact));
    return 0;
}
