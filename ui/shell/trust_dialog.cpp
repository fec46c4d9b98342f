#include "ui/shell/trust_dialog.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QPushButton>

namespace sonde::ui
{
namespace
{

// As openssl and browsers write it, eight pairs to a group, so that two can be compared by eye.
QString fingerprint(const QByteArray &der)
{
    const QByteArray digest = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    const QByteArray hex = digest.toHex(':').toUpper();
    return QString::fromLatin1(hex.first(47) + ":\n" + hex.sliced(48));
}

QString shown(QString text)
{
    constexpr qsizetype most = 200; // the server wrote it
    return text.size() > most ? text.first(most) + QStringLiteral("…") : text;
}

} // namespace

TrustDialog::TrustDialog(const http::Origin &origin, const trace::Certificate &certificate,
                         QWidget *parent)
    : QMessageBox(
          QMessageBox::Warning, tr("Trust a certificate"),
          tr("Trust this certificate for %1?").arg(QString::fromLatin1(origin.hostAndPort())),
          QMessageBox::Cancel, parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setInformativeText(
        tr("Subject: %1\nIssued by: %2\nValid until: %3\nSHA-256:\n%4\n\nCompare the fingerprint "
           "with one that reached you in another way: whoever listens in can send a certificate of "
           "their own. It is trusted for this host alone, and until Sonde is closed.")
            .arg(shown(certificate.subject), shown(certificate.issuer),
                 QLocale().toString(certificate.notAfter.toLocalTime(), QLocale::ShortFormat),
                 fingerprint(certificate.der)));
    auto *trust = addButton(tr("Trust until Sonde is closed"), QMessageBox::AcceptRole);
    setDefaultButton(QMessageBox::Cancel);
    setEscapeButton(QMessageBox::Cancel);
    connect(trust, &QPushButton::clicked, this, &TrustDialog::trusted);
    setAttribute(Qt::WA_DeleteOnClose);
}

} // namespace sonde::ui
