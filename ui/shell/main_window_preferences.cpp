// What the window does with what a person has chosen for good.
#include "history/archive.h"
#include "ui/shell/backend.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/content_zoom.h"

#include <QFileInfo>
#include <QSettings>

namespace sonde::ui
{

void MainWindow::showPreferences(PreferencesDialog::Page page)
{
    if (!m_preferences) {
        m_preferences = new PreferencesDialog(m_choices, builtInLanguages(), this);
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preferences, &PreferencesDialog::changed, this, &MainWindow::takeChoices);
        connect(&ContentZoom::instance(), &ContentZoom::changed, m_preferences,
                [dialog = m_preferences.data()] {
                    dialog->showZoom(ContentZoom::instance().percent());
                });
        if (QFileInfo::exists(m_places.historyFolder)) {
            m_history->usage(m_preferences, [this](history::Store::Usage usage) {
                if (m_preferences)
                    m_preferences->showUsage(usage.entries, usage.octets);
            });
        }
    }
    m_preferences->showPage(page);
    m_preferences->open();
}

void MainWindow::takeChoices(const Choices &choices)
{
    m_choices = choices;
    QSettings settings(m_places.configFile, QSettings::IniFormat);
    writeChoices(settings, choices);
    applyChoices();
}

void MainWindow::applyChoices()
{
    setScheme(m_choices.scheme);
    ContentZoom::instance().setPercent(m_choices.zoom);
    m_history->setLimits(m_choices.history);
    m_backend->setNetwork(m_choices.network);
}

} // namespace sonde::ui
