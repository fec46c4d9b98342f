// What TLS did for a connection: what was agreed on, the handshake message by message, and every
// certificate with its checks. Shows a handshake that failed just as well. GUI thread.
#pragma once

#include "ui/response/fact_grid.h"
#include "ui/response/hop_snapshot.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace sonde::ui
{

class CertificateTable;
class FittedTable;
class TlsAxis;
class TlsLadder;

[[nodiscard]] std::vector<Fact> tlsFacts(const HopSnapshot &hop);
// Why there is nothing to show of TLS; empty if there is.
[[nodiscard]] QString noTlsText(const HopSnapshot &hop);

class TlsView : public QScrollArea
{
    Q_OBJECT
public:
    explicit TlsView(QWidget *parent = nullptr);

    void showHop(const HopSnapshot &hop);
    [[nodiscard]] FittedTable *ladder() const { return m_ladder; }
    [[nodiscard]] CertificateTable *chain() const { return m_chain; }
    // All of it, for a bug report.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void trustHostRequested(); // remember this host's certificate as good

private:
    void buildHandshake(QBoxLayout *column);
    void buildChain(QBoxLayout *column);

    QLabel *m_empty;
    FactGrid *m_facts;
    QWidget *m_handshake = nullptr; // heading, axis and ladder
    QLabel *m_noMessages = nullptr;
    TlsAxis *m_axis = nullptr;
    TlsLadder *m_messages;
    FittedTable *m_ladder = nullptr;
    QWidget *m_certificates = nullptr; // heading, buttons and chain
    QPushButton *m_trust = nullptr;
    CertificateTable *m_chain = nullptr;
    trace::TlsReport m_report;
    QString m_host;
};

} // namespace sonde::ui
