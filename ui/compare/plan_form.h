// What a person decides about a measurement: arms, how a trial begins, batch, network, blocks,
// seed. GUI thread.
#pragma once

#include "lab/plan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sonde::ui
{

class LineForm;

class PlanForm : public QWidget
{
    Q_OBJECT
public:
    // `requests`: how many different ones a batch holds.
    PlanForm(const http::Origin &origin, int requests, QWidget *parent = nullptr);

    [[nodiscard]] lab::Plan plan() const;
    void setPlan(const lab::Plan &plan);
    // Empty if the plan can be carried out.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QWidget *makeArms();
    QWidget *makeStart();
    QWidget *makeBatch();
    QWidget *makeSeed();
    void followChanges();
    void refresh();
    void newSeed();

    struct ArmBox {
        http::VersionPolicy version{};
        bool many = false; // several connections
        QCheckBox *box = nullptr;
    };
    http::Origin m_origin;
    int m_requests;
    std::vector<ArmBox> m_arms;
    QSpinBox *m_connections;
    QComboBox *m_start;
    QSpinBox *m_batch;
    LineForm *m_line;
    QSpinBox *m_blocks;
    QLineEdit *m_seed;
    QLabel *m_effort;
};

} // namespace sonde::ui
