// The one colour table of the window and the scheme in force. GUI thread. Everything that paints
// asks here by meaning; no other file names a colour.
#pragma once

#include <QColor>
#include <QDBusVariant>
#include <QObject>
#include <QPalette>

class QApplication;

namespace sonde::ui
{

enum class Token : quint8 {
    // Text and grounds
    Text,
    Muted,
    Disabled,
    Window,
    Surface,
    SurfaceAlternate,
    Border,
    Gutter,
    Focus,
    Accent,
    AccentText,
    Selection,
    SelectionText,
    Link,
    FindHit,
    FindHitCurrent,
    ToolTip,
    ToolTipText,
    // Outcome; the …Surface ones are quiet grounds for text of the same family
    Success,
    Warning,
    Danger,
    SuccessSurface,
    WarningSurface,
    DangerSurface,
    DangerFill,
    DangerFillText,
    MethodGet,
    MethodPost,
    MethodPut,
    MethodPatch,
    MethodDelete,
    MethodOther,
    Status1xx,
    Status2xx,
    Status3xx,
    Status4xx,
    Status5xx,
    StatusError,
    SyntaxKey,
    SyntaxString,
    SyntaxNumber,
    SyntaxKeyword,
    SyntaxTag,
    SyntaxComment,
    SyntaxControl,
    // Bars; each at least 3:1 against Window and Surface
    PhaseQueue,
    PhaseDns,
    PhaseTcp,
    PhaseProxy,
    PhaseTls,
    PhaseSend,
    PhaseWait,
    PhaseReceive,
    PhaseFailed,
};
inline constexpr int tokenCount = int(Token::PhaseFailed) + 1;

class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Scheme : quint8 { System, Light, Dark };

    [[nodiscard]] static Theme &instance();
    // Fusion and our palette for the whole program; after the first paint the desktop's own choice
    // is asked for without blocking.
    static void apply(QApplication &application);

    [[nodiscard]] QColor color(Token token) const;
    // The same in a named scheme, whatever is in force; System counts as Light.
    [[nodiscard]] static QColor color(Token token, Scheme scheme);
    [[nodiscard]] QPalette palette() const;

    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const;

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void askDesktop();
    void readDesktopAnswer();
    void takeDesktopChoice(uint choice);
    void publish();

    // As org.freedesktop.portal.Settings tells it, or from the palette the program started with.
    enum class Desktop : quint8 { Light, Dark };
    Scheme m_scheme = Scheme::System;
    Desktop m_desktop = Desktop::Light;
    bool m_applied = false;

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

// The colour a method or status is written in.
[[nodiscard]] Token methodToken(QByteArrayView method);
[[nodiscard]] Token statusToken(int status);
// The shape that says the same without colour: ● 2xx, ↪ 3xx, ▲ 4xx, ■ 5xx, ○ 1xx, ✕ no response
// (0).
[[nodiscard]] QString statusShape(int status);

} // namespace sonde::ui
