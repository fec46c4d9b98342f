// The way of a request as a row of steps: what was passed, where it ended, what was never reached.
// GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"

#include <QWidget>

namespace sonde::ui
{

struct PhaseStep {
    enum class State : quint8 { Passed, Reused, Failed, NotReached };
    QString name;
    State state = State::NotReached;
    QString time; // how long it took; empty if it was not reached

    bool operator==(const PhaseStep &) const = default;
};

// The steps of a hop that failed; without an error all that were reached count as passed.
[[nodiscard]] std::vector<PhaseStep> phaseSteps(const HopSnapshot &hop);

class PhaseStrip : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseStrip(QWidget *parent = nullptr);

    void setSteps(std::vector<PhaseStep> steps);
    [[nodiscard]] const std::vector<PhaseStep> &steps() const { return m_steps; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int stepWidth(const PhaseStep &step) const;
    [[nodiscard]] int stepHeight() const;
    // Calls place(step, rectangle) for each; returns the height.
    template <typename Place>
    int arrange(int width, Place place) const;

    std::vector<PhaseStep> m_steps;
};

} // namespace sonde::ui
