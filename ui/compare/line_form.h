// Whether a measurement goes through an emulated line, and through which one; says what that is and
// is not. GUI thread.
#pragma once

#include "lab/plan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace sonde::ui
{

class LineForm : public QWidget
{
    Q_OBJECT
public:
    explicit LineForm(QWidget *parent = nullptr);

    [[nodiscard]] net::LineSpec line() const; // of nothing at all if there is none
    void setLine(const net::LineSpec &line);
    // Chosen, but everything in it is left at nothing.
    [[nodiscard]] bool isEmpty() const;

Q_SIGNALS:
    void changed();

private:
    QDoubleSpinBox *addField(const QString &name, const QString &unit, const QString &nothing,
                             double most);
    void choosePreset(int preset);
    void refresh();

    QComboBox *m_preset;
    QWidget *m_fields;
    QDoubleSpinBox *m_rtt;  // milliseconds
    QDoubleSpinBox *m_down; // Mbit/s; 0: no limit
    QDoubleSpinBox *m_up;
    QCheckBox *m_window;
    QLabel *m_truth;
};

} // namespace sonde::ui
