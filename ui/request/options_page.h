// How one request is sent: version, redirects, timeouts, certificate check, each explained. GUI
// thread.
#pragma once

#include "collection/request_document.h"

#include <QScrollArea>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace sonde::ui
{

class VersionBox;

// How many differ from what a new request has.
[[nodiscard]] int changedCount(const collection::Settings &settings);

class OptionsPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit OptionsPage(QWidget *parent = nullptr);
    [[nodiscard]] const collection::Settings &settings() const { return m_settings; }
    void setSettings(const collection::Settings &settings);

Q_SIGNALS:
    void edited(); // by the person

private:
    [[nodiscard]] QDoubleSpinBox *secondsBox(const QString &name, const QString &whenZero);
    [[nodiscard]] QLabel *explanation();
    void addRow(QGridLayout *form, const QString &name, QWidget *field, QLabel *text);
    void show();
    void take();

    collection::Settings m_settings;
    VersionBox *m_version;
    QLabel *m_versionText;
    QCheckBox *m_redirects;
    QDoubleSpinBox *m_total;
    QDoubleSpinBox *m_connect;
    QCheckBox *m_verify;
    QLabel *m_verifyText;
    bool m_filling = false;
};

} // namespace sonde::ui
