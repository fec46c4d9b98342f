#include "ui/preferences/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace sonde::ui
{

namespace
{

QString plain(QString name)
{
    return name.remove(u'&');
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    m_form = new QGridLayout;
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(6);
    m_form->setColumnStretch(1, 1);
    column->addLayout(m_form);
    column->addStretch(1);
    setWidget(page);
}

void SettingsPage::addHelp(QWidget *field, const QString &help)
{
    if (!help.isEmpty()) {
        auto *sentence = new QLabel(help, widget());
        sentence->setWordWrap(true);
        sentence->setForegroundRole(QPalette::PlaceholderText);
        m_form->addWidget(sentence, m_form->rowCount(), 1);
        field->setAccessibleDescription(help);
    }
    m_form->setRowMinimumHeight(m_form->rowCount(), 8); // before the next one
}

void SettingsPage::addRow(const QString &name, QWidget *field, const QString &help)
{
    auto *label = new QLabel(name, widget());
    label->setBuddy(field);
    field->setAccessibleName(plain(name));
    const int row = m_form->rowCount();
    m_form->addWidget(label, row, 0);
    m_form->addWidget(field, row, 1, Qt::AlignLeft);
    addHelp(field, help);
}

QCheckBox *SettingsPage::addCheck(const QString &name, const QString &help)
{
    auto *box = new QCheckBox(name, widget());
    box->setAccessibleName(plain(name));
    m_form->addWidget(box, m_form->rowCount(), 1);
    addHelp(box, help);
    return box;
}

QSpinBox *SettingsPage::addNumber(const QString &name, const QString &help, int least, int most,
                                  const QString &suffix)
{
    auto *box = new QSpinBox(widget());
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false); // a number that is half typed is none
    box->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    addRow(name, box, help);
    return box;
}

QComboBox *SettingsPage::addChoice(const QString &name, const QString &help)
{
    auto *box = new QComboBox(widget());
    box->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    addRow(name, box, help);
    return box;
}

QLineEdit *SettingsPage::addText(const QString &name, const QString &help)
{
    auto *edit = new QLineEdit(widget());
    edit->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    addRow(name, edit, help);
    return edit;
}

QLabel *SettingsPage::addSentence()
{
    auto *sentence = new QLabel(widget());
    sentence->setWordWrap(true);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    m_form->addWidget(sentence, m_form->rowCount(), 1);
    return sentence;
}

QString SettingsPage::words() const
{
    QStringList words;
    for (const QLabel *label : widget()->findChildren<QLabel *>())
        words.append(plain(label->text()));
    for (const QCheckBox *box : widget()->findChildren<QCheckBox *>())
        words.append(plain(box->text()));
    return words.join(u' ');
}

} // namespace sonde::ui
