#include "ui/body/replay_bar.h"

#include "ui/widgets/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int steps = 1000; // of the slider
constexpr int fast = 10;    // times

// A press goes to its place, and can be dragged on from there.
class TimeSlider : public QSlider
{
public:
    using QSlider::QSlider;

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        QStyleOptionSlider option;
        initStyleOption(&option);
        const auto rectOf = [&](QStyle::SubControl part) {
            return style()->subControlRect(QStyle::CC_Slider, &option, part, this);
        };
        const QRect handle = rectOf(QStyle::SC_SliderHandle);
        const QRect groove = rectOf(QStyle::SC_SliderGroove);
        const QPoint at = event->position().toPoint();
        if (event->button() == Qt::LeftButton && !handle.contains(at))
            setValue(QStyle::sliderValueFromPosition(
                minimum(), maximum(), at.x() - groove.x() - handle.width() / 2,
                groove.width() - handle.width(), option.upsideDown));
        QSlider::mousePressEvent(event);
    }
};

} // namespace

ReplayBar::ReplayBar(QWidget *parent)
    : QWidget(parent)
    , m_slider(new TimeSlider(Qt::Horizontal, this))
    , m_time(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 2);
    row->setSpacing(2);
    setLayout(row);
    m_slow = addButton(tr("Replay"), tr("Let the body arrive again, as fast as it did"));
    m_fast = addButton(tr("10×"), tr("Let the body arrive again, ten times as fast"));
    m_pause = addButton(tr("Pause"), tr("Stop the replay where it is"));
    m_slider->setRange(0, steps);
    m_slider->setAccessibleName(tr("Time of the replay"));
    row->addWidget(m_slider, 1);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_time);
    m_end = addButton(tr("Show all"), tr("End the replay and show the whole body"));
    connect(m_slow, &QToolButton::clicked, this, [this] { Q_EMIT playWanted(1); });
    connect(m_fast, &QToolButton::clicked, this, [this] { Q_EMIT playWanted(fast); });
    connect(m_pause, &QToolButton::clicked, this, &ReplayBar::pauseWanted);
    connect(m_end, &QToolButton::clicked, this, &ReplayBar::endWanted);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { Q_EMIT seekWanted(double(value) / steps); });
    showReplay(nullptr);
}

QToolButton *ReplayBar::addButton(const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(name);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void ReplayBar::showReplay(const Replay *replay)
{
    m_pause->setEnabled(replay && replay->isPlaying());
    m_end->setEnabled(replay);
    const QSignalBlocker quiet(m_slider);
    if (!replay) {
        m_slider->setValue(steps);
        m_time->clear();
        return;
    }
    const auto duration = std::max<qint64>(replay->duration().count(), 1);
    m_slider->setValue(int(double(replay->position().count()) / double(duration) * steps));
    //: two times: how far a replay is, and how long it takes
    m_time->setText(
        tr("%1 of %2").arg(durationText(replay->position()), durationText(replay->duration())));
}

QString ReplayBar::timeText() const
{
    return m_time->text();
}

} // namespace sonde::ui
