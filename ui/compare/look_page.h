// The first look: which versions, their answers side by side in step, and how to open each whole.
// GUI thread.
#pragma once

#include "ui/compare/first_look.h"
#include "ui/compare/look_rows.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace sonde::ui
{

class LookTable;
class NoticeBar;
class Waterfall;

class LookPage : public QWidget
{
    Q_OBJECT
public:
    LookPage(Send send, http::Request request, client::Options options, QWidget *parent = nullptr);

    // At once if the method may be repeated without harm (RFC 9110 section 9.2.2); else it asks.
    void begin();
    void look();
    [[nodiscard]] bool isRunning() const { return m_look.isRunning(); }
    [[nodiscard]] LookTable *table() const { return m_table; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void measureWanted();
    void openWanted(const QString &title, const std::shared_ptr<client::Call> &call);

private:
    QHBoxLayout *makeHead();
    QHBoxLayout *makeFoot();
    [[nodiscard]] std::vector<http::VersionPolicy> chosen() const;
    void showSides();
    void refreshButtons();
    void open(int side);

    http::Request m_request;
    client::Options m_options;
    FirstLook m_look;
    std::vector<std::pair<http::VersionPolicy, QCheckBox *>> m_versions;
    std::vector<LookSide> m_sides;
    NoticeBar *m_notice;
    QLabel *m_summary;
    QPushButton *m_again;
    Waterfall *m_waterfall;
    LookTable *m_table;
    QHBoxLayout *m_openers;
};

} // namespace sonde::ui
