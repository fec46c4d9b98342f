// The preferences: pages beside their names, a filter over both. What is changed applies at once.
// GUI thread.
#pragma once

#include "ui/preferences/choices.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QStackedWidget;

namespace sonde::ui
{

class SettingsPage;

class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Page : quint8 { General, Appearance, History, Network };

    // `languages`: those that the program speaks besides English.
    PreferencesDialog(const Choices &choices, const QStringList &languages,
                      QWidget *parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] const Choices &choices() const { return m_choices; }
    // What the history takes now, for its page.
    void showUsage(qint64 calls, qint64 octets);
    // Chosen elsewhere meanwhile, with a key.
    void showZoom(int percent);

Q_SIGNALS:
    void changed(const Choices &choices);

private:
    // One for each page: makes its fields and wires them to m_choices.
    SettingsPage *makeGeneral(const QStringList &languages);
    SettingsPage *makeAppearance();
    SettingsPage *makeHistory();
    SettingsPage *makeNetwork();
    void add(const QString &name, const char *icon, SettingsPage *page);
    void filter(const QString &text);
    void say();

    Choices m_choices;
    QLineEdit *m_filter;
    QListWidget *m_names;
    QStackedWidget *m_pages; // in the order of Page
    QLabel *m_usage = nullptr;
    QSpinBox *m_zoom = nullptr;
};

} // namespace sonde::ui
