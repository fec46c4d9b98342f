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
    // As tall as its rows, so that the page around it scrolls, not the table.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void addCertificate(const trace::TlsReport &report, int depth);
    void addFact(QTreeWidgetItem *parent, const QString &name, const QString &value);

    trace::TlsReport m_report;
};

// Facts of a handshake for a person: whether its certificate was checked, and how that went.
[[nodiscard]] QString verificationText(const trace::TlsReport &report);

} // namespace sonde::ui
