#include "ui/response/progress_strip.h"

#include "ui/response/summary_line.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimerEvent>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int steps = 1000;
constexpr int motionMilliseconds = 33;
constexpr std::chrono::seconds rateWindow(3); // long enough to be steady, short enough to be true

} // namespace

std::optional<qint64> expectedOctets(const trace::ExchangeState &exchange)
{
    if (!exchange.response)
        return std::nullopt;
    const auto value = exchange.response->headers.value("content-length");
    if (!value)
        return std::nullopt;
    bool valid = false;
    const qint64 octets = http::trimmed(*value).toByteArray().toLongLong(&valid);
    return valid && octets >= 0 ? std::optional(octets) : std::nullopt;
}

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
{
    setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Received"));
    auto *cancel = new QToolButton(this);
    cancel->setIcon(icon("stop"));
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Stop and keep what has arrived"));
    cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    cancel->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 4);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(cancel);
    connect(cancel, &QToolButton::clicked, this, &ProgressStrip::cancelRequested);
    // The colour of a selection is too quiet for a bar of six pixels.
    const auto recolor = [this] {
        QPalette palette = this->palette();
        palette.setColor(QPalette::Highlight, Theme::instance().color(Token::Accent));
        m_bar->setPalette(palette);
    };
    recolor();
    connect(&Theme::instance(), &Theme::changed, this, recolor);
    hide();
}

void ProgressStrip::start()
{
    m_samples.clear();
    m_text->clear();
    m_bar->setRange(0, 0);
    hide();
    m_patience.start(patienceMilliseconds, this);
}

void ProgressStrip::stop()
{
    m_patience.stop();
    m_motion.stop();
    hide();
}

void ProgressStrip::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_motion.timerId()) {
        if (m_bar->maximum() == 0)
            m_bar->update();
        return;
    }
    if (event->timerId() != m_patience.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_patience.stop();
    m_motion.start(motionMilliseconds, this);
    show();
}

void ProgressStrip::showHop(const HopSnapshot &hop)
{
    const auto octets = qint64(hop.exchange.sizes.responseEncoded);
    const trace::Stamp now = trace::now();
    m_samples.push_back({now, octets});
    while (m_samples.size() > 2 && now - m_samples.front().at > rateWindow)
        m_samples.pop_front();
    const auto expected = expectedOctets(hop.exchange);
    if (expected && *expected > 0) {
        m_bar->setRange(0, steps);
        m_bar->setValue(int(double(octets) / double(*expected) * steps));
    } else {
        m_bar->setRange(0, 0);
    }
    if (hop.exchange.response)
        showText(octets, expected);
    else
        m_text->setText(statusText(hop));
}

void ProgressStrip::showText(qint64 octets, std::optional<qint64> expected)
{
    QStringList parts;
    //: how much has arrived: "1.2 MB of 200 MB"
    parts << (expected ? tr("%1 of %2").arg(octetsText(octets), octetsText(*expected))
                       : octetsText(octets));
    const auto time = m_samples.back().at - m_samples.front().at;
    const qint64 arrived = m_samples.back().octets - m_samples.front().octets;
    if (time.count() > 0 && arrived > 0) {
        parts << rateText(arrived, time);
        if (expected && *expected > octets) {
            const double left = double(*expected - octets) * double(time.count()) / double(arrived);
            const auto seconds = std::chrono::seconds(qint64(left / 1e9) + 1);
            //: %1 is a duration
            parts << tr("%1 left").arg(seconds < std::chrono::minutes(1)
                                           ? tr("%n second(s)", nullptr, int(seconds.count()))
                                           : durationText(seconds));
        }
    }
    m_text->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace sonde::ui
