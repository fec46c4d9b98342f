// Asks before a certificate is trusted that nobody vouches for: which host, whose certificate, its
// fingerprint, and for how long. Nothing is trusted by a single click.
#pragma once

#include "http/target.h"
#include "trace/tls.h"

#include <QMessageBox>

namespace sonde::ui
{

class TrustDialog : public QMessageBox
{
    Q_OBJECT

public:
    TrustDialog(const http::Origin &origin, const trace::Certificate &certificate,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void trusted();
};

} // namespace sonde::ui
