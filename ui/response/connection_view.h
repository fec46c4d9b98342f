// The facts behind a hop: how the connection came about, what TLS agreed on, the certificate chain,
// and what was noticed on the way. GUI thread.
#pragma once

#include "ui/protocol/wire_view.h"
#include "ui/response/hop_snapshot.h"
#include "ui/widgets/theme.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace sonde::ui
{

class CertificateTable;
class WireFeed;

struct Fact {
    QString name;
    QString value;
    Token token = Token::Text;
    std::optional<size_t> frame; // where it can be seen; the value leads there

    bool operator==(const Fact &) const = default;
};

[[nodiscard]] std::vector<Fact> connectionFacts(const HopSnapshot &hop);
[[nodiscard]] std::vector<Fact> tlsFacts(const HopSnapshot &hop);
[[nodiscard]] std::vector<Fact> sizeFacts(const HopSnapshot &hop);
[[nodiscard]] std::vector<Fact> findingFacts(const HopSnapshot &hop);
// What a rule says about the frames of the hop's stream and of the connection itself.
[[nodiscard]] std::vector<Fact> frameFacts(const HopSnapshot &hop, const WireView &wire);
// What its header section means and what is wrong with it.
[[nodiscard]] std::vector<Fact> headFacts(const HopSnapshot &hop);

class ConnectionView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ConnectionView(QWidget *parent = nullptr);

    void showHop(const HopSnapshot &hop);
    // Where findings about frames come from; follows it from then on.
    void followWire(WireFeed *feed);

Q_SIGNALS:
    void frameRequested(size_t frame); // it is where a finding can be seen

private:
    struct Group {
        QLabel *heading = nullptr;
        QWidget *box = nullptr;
        QGridLayout *grid = nullptr;
        std::vector<Fact> facts;
    };
    Group addGroup(QVBoxLayout *into, const QString &title);
    void fill(Group &group, std::vector<Fact> facts);
    [[nodiscard]] QLabel *valueLabel(const Fact &fact, QWidget *parent);
    void showFindings();
    void recolor();

    Group m_findings;
    Group m_head;
    std::optional<HopSnapshot> m_hop;
    WireFeed *m_feed = nullptr;
    Group m_connection;
    Group m_tls;
    Group m_sizes;
    QLabel *m_chainHeading = nullptr;
    CertificateTable *m_chain = nullptr;
    trace::TlsReport m_report;
};

} // namespace sonde::ui
