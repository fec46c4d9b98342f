#include "collection/secrets.h"

#include "body/json_text.h"

#include <QJsonObject>
#include <QRandomGenerator>

namespace sonde::collection
{
namespace
{

const QString provider = QStringLiteral("Sonde");
constexpr int randomLetters = 12; // of 32: one in 10¹⁸ that two are alike
constexpr qsizetype nameLimit = 40;

} // namespace

QString secretNameIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (object.value(QLatin1String("provider")).toString() != provider)
        return {};
    return object.value(QLatin1String("secretName")).toString();
}

QByteArray secretMarker(const QString &secretName)
{
    return "{\"provider\": " + body::quotedJson(provider.toUtf8()) +
           ", \"secretName\": " + body::quotedJson(secretName.toUtf8()) + '}';
}

QString freshSecretName(const QString &variable)
{
    static constexpr char16_t letters[] = u"abcdefghjkmnpqrstuvwxyz23456789_";
    QString name = variable.left(nameLimit) + u'-';
    for (int i = 0; i < randomLetters; ++i)
        name += QChar(letters[QRandomGenerator::system()->bounded(32)]);
    return name;
}

QStringList namesOfSecrets(const Definitions &names)
{
    QStringList kept;
    for (auto it = names.begin(); it != names.end(); ++it) {
        if (!it->empty() && !it->front().secretName.isEmpty())
            kept.append(it.key());
    }
    return kept;
}

QStringList lockedSecrets(const Definitions &names, const QStringList &used)
{
    QStringList locked;
    for (const QString &name : used) {
        const auto found = names.constFind(name);
        if (found != names.cend() && found->front().isLocked())
            locked.append(found->front().secretName);
    }
    locked.removeDuplicates();
    return locked;
}

void placeSecrets(Definitions &names, const std::function<SecretPlace(const QString &)> &placeOf)
{
    for (std::vector<Definition> &all : names) {
        for (Definition &one : all) {
            if (!one.secretName.isEmpty())
                one.keptIn = placeOf(one.secretName);
        }
    }
}

void unlockSecrets(Definitions &names, const SecretValues &values)
{
    for (std::vector<Definition> &all : names) {
        for (Definition &one : all) {
            if (!one.secretName.isEmpty())
                one.value = values.value(one.secretName, one.value);
        }
    }
}

QMap<QString, QString> missingSecrets(const Definitions &names, const QStringList &used,
                                      const QString &note)
{
    QMap<QString, QString> missing;
    for (const QString &name : used) {
        const auto found = names.constFind(name);
        if (found == names.cend() || !found->front().isLocked())
            continue;
        QString sentence =
            QStringLiteral("The secret “%1” of the environment “%2” has no value on this computer: "
                           "enter it where environments are edited, or give it with --var.")
                .arg(name, found->front().environment);
        if (!note.isEmpty())
            sentence += u' ' + note;
        missing.insert(name, sentence);
    }
    return missing;
}

} // namespace sonde::collection
