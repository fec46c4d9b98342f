// A page of the preferences: rows of a name and a field, with a sentence under it where one is
// needed. GUI thread.
#pragma once

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sonde::ui
{

class SettingsPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    // `name` may hold a mnemonic, and becomes the accessible name; `help` may be empty.
    QCheckBox *addCheck(const QString &name, const QString &help);
    QSpinBox *addNumber(const QString &name, const QString &help, int least, int most,
                        const QString &suffix);
    QComboBox *addChoice(const QString &name, const QString &help);
    QLineEdit *addText(const QString &name, const QString &help);
    // A sentence by itself, which may change; read by whoever reads the field before it.
    QLabel *addSentence();
    // What a filter looks through.
    [[nodiscard]] QString words() const;

private:
    void addRow(const QString &name, QWidget *field, const QString &help);
    void addHelp(QWidget *field, const QString &help);

    QGridLayout *m_form;
};

} // namespace sonde::ui
