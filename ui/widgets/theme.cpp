#include "ui/widgets/theme.h"

#include "ui/widgets/flat_style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <array>

namespace sonde::ui
{
namespace
{

struct Pair {
    QRgb light;
    QRgb dark;
};

// In the order of Token. tst_theme computes every contrast: text 4.5:1, fills 3:1 (WCAG 2.2, 1.4.3
// and 1.4.11) on Window and on Surface.
constexpr std::array<Pair, tokenCount> colors{{
    {0x1b1c1e, 0xe4e6ea}, // Text
    {0x5b616b, 0xa3a9b4}, // Muted
    {0x9aa0aa, 0x686d76}, // Disabled
    {0xf4f5f7, 0x1e1f22}, // Window
    {0xffffff, 0x26282c}, // Surface
    {0xf8f9fb, 0x2a2c31}, // SurfaceAlternate
    {0xd3d7de, 0x3d4047}, // Border
    {0xf8f9fb, 0x232529}, // Gutter
    {0x0b57d0, 0x8ab4f8}, // Focus
    {0x0b57d0, 0x8ab4f8}, // Accent
    {0xffffff, 0x12233f}, // AccentText
    {0xd6e4fb, 0x293b5c}, // Selection
    {0x1b1c1e, 0xf1f3f6}, // SelectionText
    {0x0b57d0, 0x8ab4f8}, // Link
    {0xfff0b8, 0x4a4012}, // FindHit
    {0xffcf70, 0x7a5200}, // FindHitCurrent
    {0x2b2d31, 0x3a3d43}, // ToolTip
    {0xf4f5f7, 0xf1f3f6}, // ToolTipText
    {0x1a6b3c, 0x6fd39b}, // Success
    {0x8a4b00, 0xf0b35e}, // Warning
    {0xb3261e, 0xff9b93}, // Danger
    {0xe8f5ed, 0x1d3327}, // SuccessSurface
    {0xfdf3e3, 0x382c1a}, // WarningSurface
    {0xfdecea, 0x3a2322}, // DangerSurface
    {0xb3261e, 0xc9372c}, // DangerFill
    {0xffffff, 0xffffff}, // DangerFillText
    {0x1a6b3c, 0x6fd39b}, // MethodGet
    {0x8a4b00, 0xf0b35e}, // MethodPost
    {0x0b57d0, 0x8ab4f8}, // MethodPut
    {0x6b3fb5, 0xc5a3ff}, // MethodPatch
    {0xb3261e, 0xff9b93}, // MethodDelete
    {0x00696e, 0x67d4da}, // MethodOther
    {0x00696e, 0x67d4da}, // Status1xx
    {0x1a6b3c, 0x6fd39b}, // Status2xx
    {0x0b57d0, 0x8ab4f8}, // Status3xx
    {0x8a4b00, 0xf0b35e}, // Status4xx
    {0xb3261e, 0xff9b93}, // Status5xx
    {0x9b1c6b, 0xff9ad1}, // StatusError
    {0x6b3fb5, 0xc5a3ff}, // SyntaxKey
    {0x1a6b3c, 0x6fd39b}, // SyntaxString
    {0x0b57d0, 0x8ab4f8}, // SyntaxNumber
    {0x9b1c6b, 0xff9ad1}, // SyntaxKeyword
    {0x0b57d0, 0x8ab4f8}, // SyntaxTag
    {0x5b616b, 0xa3a9b4}, // SyntaxComment
    {0x8a4b00, 0xf0b35e}, // SyntaxControl
    {0x7a808a, 0x8d939e}, // PhaseQueue
    {0x00838a, 0x3fb6bd}, // PhaseDns
    {0xb26a00, 0xe09a3c}, // PhaseTcp
    {0x9b1c6b, 0xff9ad1}, // PhaseProxy
    {0x8250df, 0xa880f5}, // PhaseTls
    {0x2f6fe0, 0x6f9df5}, // PhaseSend
    {0x2e7d4f, 0x4fb37c}, // PhaseWait
    {0x1f78b4, 0x4aa3df}, // PhaseReceive
    {0xb3261e, 0xff9b93}, // PhaseFailed
}};

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalInterface = "org.freedesktop.portal.Settings";
constexpr auto appearanceGroup = "org.freedesktop.appearance";
constexpr auto schemeKey = "color-scheme";

// Without a bus the library below would start one, which costs a process and a second.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QLatin1String("/bus"));
}

// Portals wrap the value in a variant, old ones in two.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

Theme &Theme::instance()
{
    // Never destroyed: widgets that outlive main()'s scope may still ask for a colour.
    static Theme *theme = new Theme;
    return *theme;
}

void Theme::apply(QApplication &application)
{
    Theme &theme = instance();
    const QPalette started = application.palette();
    const bool darkStart = started.color(QPalette::WindowText).lightness() >
                           started.color(QPalette::Window).lightness();
    theme.m_desktop = darkStart ? Desktop::Dark : Desktop::Light;
    application.setStyle(new FlatStyle);
    theme.m_applied = true;
    application.setPalette(theme.palette());
    application.installEventFilter(&theme);
}

QColor Theme::color(Token token) const
{
    return color(token, isDark() ? Scheme::Dark : Scheme::Light);
}

QColor Theme::color(Token token, Scheme scheme)
{
    const Pair &pair = colors[size_t(token)];
    return QColor(scheme == Scheme::Dark ? pair.dark : pair.light);
}

bool Theme::isDark() const
{
    return m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_desktop == Desktop::Dark);
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    const bool wasDark = isDark();
    m_scheme = scheme;
    if (wasDark != isDark())
        publish();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(role, color(token));
    };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::SurfaceAlternate);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Window);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Danger);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::SelectionText);
    set(QPalette::Link, Token::Link);
    set(QPalette::LinkVisited, Token::MethodPatch);
    set(QPalette::ToolTipBase, Token::ToolTip);
    set(QPalette::ToolTipText, Token::ToolTipText);
    // Fusion draws frames and grooves from these.
    set(QPalette::Light, isDark() ? Token::Border : Token::Surface);
    set(QPalette::Midlight, Token::SurfaceAlternate);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::Disabled);
    palette.setColor(QPalette::Shadow, color(Token::Text, Scheme::Light));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Disabled));
    return palette;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        qApp->removeEventFilter(this);
        // Once the first frame is on its way, and not before.
        QTimer::singleShot(0, this, &Theme::askDesktop);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::askDesktop()
{
    if (!hasSessionBus())
        return;
    qRegisterMetaType<QDBusVariant>(); // slots are matched by the names of their types
    // Connecting waits for the bus daemon, so a worker does it.
    QThreadPool::globalInstance()->start([this] {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        [[maybe_unused]] const bool watched =
            bus.connect(QString(), QLatin1String(portalPath), QLatin1String(portalInterface),
                        QStringLiteral("SettingChanged"), this,
                        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
        Q_ASSERT(watched);
        QMetaObject::invokeMethod(this, &Theme::readDesktopAnswer, Qt::QueuedConnection);
    });
}

void Theme::readDesktopAnswer()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(QLatin1String(portalService), QLatin1String(portalPath),
                                       QLatin1String(portalInterface), QStringLiteral("Read"));
    question << QString::fromLatin1(appearanceGroup) << QString::fromLatin1(schemeKey);
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *finished) {
                finished->deleteLater();
                const QDBusPendingReply<QDBusVariant> reply = *finished;
                if (reply.isValid())
                    takeDesktopChoice(unwrapped(reply.value().variant()).toUInt());
            });
}

void Theme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == QLatin1String(appearanceGroup) && key == QLatin1String(schemeKey))
        takeDesktopChoice(unwrapped(value.variant()).toUInt());
}

// 0 no preference, 1 dark, 2 light, as the portal's documentation has it.
void Theme::takeDesktopChoice(uint choice)
{
    const bool wasDark = isDark();
    if (choice == 1)
        m_desktop = Desktop::Dark;
    else if (choice == 2)
        m_desktop = Desktop::Light;
    if (wasDark != isDark())
        publish();
}

void Theme::publish()
{
    if (m_applied)
        qApp->setPalette(palette());
    Q_EMIT changed();
}

Token methodToken(QByteArrayView method)
{
    struct Entry {
        QByteArrayView method;
        Token token;
    };
    static constexpr std::array<Entry, 5> entries{{{"GET", Token::MethodGet},
                                                   {"POST", Token::MethodPost},
                                                   {"PUT", Token::MethodPut},
                                                   {"PATCH", Token::MethodPatch},
                                                   {"DELETE", Token::MethodDelete}}};
    for (const Entry &entry : entries) {
        if (entry.method == method)
            return entry.token;
    }
    return Token::MethodOther;
}

Token statusToken(int status)
{
    switch (status / 100) {
    case 1:
        return Token::Status1xx;
    case 2:
        return Token::Status2xx;
    case 3:
        return Token::Status3xx;
    case 4:
        return Token::Status4xx;
    case 5:
        return Token::Status5xx;
    default:
        return status == 0 ? Token::StatusError : Token::MethodOther;
    }
}

QString statusShape(int status)
{
    switch (status / 100) {
    case 0:
        return QStringLiteral("✕");
    case 1:
        return QStringLiteral("○");
    case 3:
        return QStringLiteral("↪");
    case 4:
        return QStringLiteral("▲");
    case 5:
        return QStringLiteral("■");
    default:
        return QStringLiteral("●");
    }
}

} // namespace sonde::ui
