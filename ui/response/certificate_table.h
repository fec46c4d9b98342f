// The chain a server sent, leaf first, with the one that failed marked and the reason beside it.
// GUI thread.
#pragma once

#include "trace/tls.h"

#include <QTreeWidget>

namespace sonde::ui
{

class CertificateTable : public QTreeWidget
{
    Q_OBJECT
public:
    explicit CertificateTable(QWidget *parent = nullptr);

    void setReport(const trace::TlsReport &report);
    // Asks where to, then writes the selected certificate, or the chain if none is selected. The
    // name proposed begins with `host`.
    void savePem(const QString &host);
    // All certificates with their checks, for a bug report.
    [[nodiscard]] QString text() const;
    // As tall as its rows, so that the page around it scrolls, not the table.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] std::optional<size_t> selected() const; // the certificate its row belongs to
    void copyRow() const;
    void writePem(const QString &path, const QByteArray &pem);
    void copyPem() const;
    void addChecks(QTreeWidgetItem *item, const trace::TlsReport &report, size_t place);
    void addCertificate(const trace::TlsReport &report, int depth);
    void addFact(QTreeWidgetItem *parent, const QString &name, const QString &value);

    trace::TlsReport m_report;
    QString m_host;
};

// What a check of a certificate asks: "It is valid today".
[[nodiscard]] QString checkText(trace::CertificateCheck check);

// Facts of a handshake for a person: whether its certificate was checked, and how that went.
[[nodiscard]] QString verificationText(const trace::TlsReport &report);

} // namespace sonde::ui
