// The facts behind a hop: how the connection came about, what TLS agreed on, the certificate chain,
// and what was noticed on the way. GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"
#include "ui/widgets/theme.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace sonde::ui
{

class CertificateTable;

struct Fact {
    QString name;
    QString value;
    Token token = Token::Text;

    bool operator==(const Fact &) const = default;
};

[[nodiscard]] std::vector<Fact> connectionFacts(const HopSnapshot &hop);
[[nodiscard]] std::vector<Fact> tlsFacts(const HopSnapshot &hop);
[[nodiscard]] std::vector<Fact> sizeFacts(const HopSnapshot &hop);
[[nodiscard]] std::vector<Fact> findingFacts(const HopSnapshot &hop);

class ConnectionView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ConnectionView(QWidget *parent = nullptr);

    void showHop(const HopSnapshot &hop);

private:
    struct Group {
        QLabel *heading = nullptr;
        QWidget *box = nullptr;
        QGridLayout *grid = nullptr;
        std::vector<Fact> facts;
    };
    Group addGroup(QVBoxLayout *into, const QString &title);
    static void fill(Group &group, std::vector<Fact> facts);
    void recolor();

    Group m_findings;
    Group m_connection;
    Group m_tls;
    Group m_sizes;
    QLabel *m_chainHeading = nullptr;
    CertificateTable *m_chain = nullptr;
    trace::TlsReport m_report;
};

} // namespace sonde::ui
