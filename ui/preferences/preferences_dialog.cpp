#include "ui/preferences/preferences_dialog.h"

#include "ui/preferences/settings_page.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/list_rows.h"
#include "ui/widgets/window_size.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

PreferencesDialog::PreferencesDialog(const Choices &choices, const QStringList &languages,
                                     QWidget *parent)
    : QDialog(parent)
    , m_choices(choices)
    , m_filter(new QLineEdit(this))
    , m_names(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Preferences"));
    openNoLargerThanTheScreen(this, {760, 500});
    m_filter->setPlaceholderText(tr("Find a setting"));
    m_filter->setAccessibleName(tr("Find a setting"));
    m_filter->setClearButtonEnabled(true);
    m_names->setAccessibleName(tr("Pages of the preferences"));
    ListRows::drawFor(m_names);
    // What the field above it is for can be read whole.
    const int filterWidth = fontMetrics().horizontalAdvance(m_filter->placeholderText());
    m_names->setFixedWidth(std::max(fontMetrics().averageCharWidth() * 24, filterWidth + 24));
    add(tr("General"), "settings", makeGeneral(languages));
    add(tr("Appearance"), "edit", makeAppearance());
    add(tr("History"), "history", makeHistory());
    add(tr("Network"), "globe", makeNetwork());
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_filter, &QLineEdit::textChanged, this, &PreferencesDialog::filter);
    m_names->setCurrentRow(0);

    auto *left = new QVBoxLayout;
    left->addWidget(m_filter);
    left->addWidget(m_names, 1);
    auto *row = new QHBoxLayout;
    row->addLayout(left);
    row->addWidget(m_pages, 1);
    auto *note = new QLabel(tr("Changes apply at once."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->addWidget(note, 1);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addLayout(foot);
    m_names->setFocus();
}

void PreferencesDialog::add(const QString &name, const char *iconName, SettingsPage *page)
{
    m_names->addItem(new QListWidgetItem(icon(iconName), name));
    m_pages->addWidget(page);
}

void PreferencesDialog::showPage(Page page)
{
    m_filter->clear();
    m_names->setCurrentRow(int(page));
}

// Pages that hold none of it are hidden; the first of the others is shown.
void PreferencesDialog::filter(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_names->count(); ++row) {
        const auto *page = static_cast<SettingsPage *>(m_pages->widget(row));
        const bool found = m_names->item(row)->text().contains(text, Qt::CaseInsensitive) ||
                           page->words().contains(text, Qt::CaseInsensitive);
        m_names->item(row)->setHidden(!found);
        if (found && first < 0)
            first = row;
    }
    const int current = m_names->currentRow();
    if (first >= 0 && (current < 0 || m_names->item(current)->isHidden()))
        m_names->setCurrentRow(first);
}

void PreferencesDialog::showUsage(qint64 calls, qint64 octets)
{
    m_usage->setText(tr("%n call(s) take %1 now.", nullptr, int(calls)).arg(octetsText(octets)));
}

void PreferencesDialog::showZoom(int percent)
{
    m_zoom->setValue(percent);
}

void PreferencesDialog::say()
{
    Q_EMIT changed(m_choices);
}

} // namespace sonde::ui
