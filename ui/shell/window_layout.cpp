#include "ui/shell/window_layout.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace sonde::ui
{

namespace
{

constexpr const char *names[] = {"narrow", "medium", "wide", "ultra"};
constexpr int overlayWidth = 300;

QString key(int breakpoint, const char *what)
{
    return QStringLiteral("layout/%1/%2")
        .arg(QLatin1String(names[breakpoint]), QLatin1String(what));
}

} // namespace

Breakpoint breakpointOf(int width)
{
    if (width < 1100)
        return Breakpoint::Narrow;
    if (width < 1800)
        return Breakpoint::Medium;
    return width < 2560 ? Breakpoint::Wide : Breakpoint::Ultra;
}

WindowLayout::WindowLayout(QWidget *stage, QSplitter *splitter, QWidget *sidebar, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_splitter(splitter)
    , m_sidebar(sidebar)
{
    m_kept[int(Breakpoint::Narrow)].sidebar = false;
    for (const auto wide : {Breakpoint::Wide, Breakpoint::Ultra})
        m_kept[int(wide)].orientation = Qt::Horizontal;
    splitter->installEventFilter(this);
    connect(splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_splitter->count() > 1)
            kept().sidebarWidth = m_splitter->sizes().value(0);
    });
    // An overlay is a guest: it goes when attention goes elsewhere.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isSidebarOver() && m_shown && now && now->window() == m_stage->window() &&
            now != m_sidebar && !m_sidebar->isAncestorOf(now))
            showSidebar(false);
    });
}

void WindowLayout::load(const QSettings &settings)
{
    for (int at = 0; at < 4; ++at) {
        Kept &one = m_kept[at];
        const int orientation =
            settings.value(key(at, "orientation"), int(one.orientation)).toInt();
        one.orientation = orientation == Qt::Horizontal ? Qt::Horizontal : Qt::Vertical;
        one.shares[0] =
            std::clamp(settings.value(key(at, "beside"), one.shares[0]).toDouble(), 0.1, 0.9);
        one.shares[1] =
            std::clamp(settings.value(key(at, "above"), one.shares[1]).toDouble(), 0.1, 0.9);
        one.sidebarWidth =
            std::clamp(settings.value(key(at, "sidebarWidth"), one.sidebarWidth).toInt(), 160, 700);
        if (at != int(Breakpoint::Narrow))
            one.sidebar = settings.value(key(at, "sidebar"), one.sidebar).toBool();
    }
}

void WindowLayout::save(QSettings &settings) const
{
    for (int at = 0; at < 4; ++at) {
        const Kept &one = m_kept[at];
        settings.setValue(key(at, "orientation"), int(one.orientation));
        settings.setValue(key(at, "beside"), one.shares[0]);
        settings.setValue(key(at, "above"), one.shares[1]);
        settings.setValue(key(at, "sidebarWidth"), one.sidebarWidth);
        settings.setValue(key(at, "sidebar"), one.sidebar);
    }
}

void WindowLayout::setWidth(int width)
{
    const Breakpoint now = breakpointOf(width);
    if (m_placed && now == m_breakpoint)
        return;
    m_breakpoint = now;
    m_shown = kept().sidebar;
    m_placed = true;
    placeSidebar();
    Q_EMIT arranged();
    Q_EMIT sidebarShown(m_shown);
}

void WindowLayout::placeSidebar()
{
    if (isSidebarOver()) {
        if (m_sidebar->parentWidget() != m_stage)
            m_sidebar->setParent(m_stage);
        m_sidebar->setVisible(m_shown);
        fitOverlay();
        return;
    }
    if (m_splitter->indexOf(m_sidebar) < 0)
        m_splitter->insertWidget(0, m_sidebar);
    m_sidebar->setVisible(m_shown);
    const int width = kept().sidebarWidth;
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({width, std::max(m_splitter->width() - width, 400)});
}

void WindowLayout::fitOverlay()
{
    // Over the documents, not over the status line.
    m_sidebar->setGeometry(0, 0, std::min(overlayWidth, m_stage->width()), m_splitter->height());
    m_sidebar->raise();
}

void WindowLayout::showSidebar(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (!isSidebarOver())
        kept().sidebar = shown;
    placeSidebar();
    Q_EMIT sidebarShown(shown);
}

Qt::Orientation WindowLayout::orientation() const
{
    return kept().orientation;
}

double WindowLayout::share() const
{
    return kept().shares[slot(kept().orientation)];
}

void WindowLayout::toggleOrientation()
{
    kept().orientation = kept().orientation == Qt::Vertical ? Qt::Horizontal : Qt::Vertical;
    Q_EMIT arranged();
}

void WindowLayout::noteShare(double share)
{
    kept().shares[slot(kept().orientation)] = share;
}

bool WindowLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_splitter && event->type() == QEvent::Resize && isSidebarOver() && m_shown)
        fitOverlay();
    return QObject::eventFilter(watched, event);
}

} // namespace sonde::ui
