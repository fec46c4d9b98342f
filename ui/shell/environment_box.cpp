#include "ui/shell/environment_box.h"

#include "ui/widgets/choice_menu.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sentence.h"

namespace sonde::ui
{

namespace
{

constexpr int longestName = 24; // characters shown

} // namespace

EnvironmentBox::EnvironmentBox(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new ChoiceMenu(this))
    , m_colours(new ChoiceMenu(tr("&Colour"), m_menu))
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &EnvironmentBox::fill);
    connect(&Theme::instance(), &Theme::changed, this, &EnvironmentBox::recolor);
    showScope({}, {});
}

void EnvironmentBox::showScope(const collection::Scope &scope, const Standing &standing)
{
    m_names = scope.environments;
    m_current = scope.environment;
    m_problem = inWindowLanguage(scope.problem);
    m_standing = standing;
    m_standing.isLocked = standing.isLocked && !m_current.isEmpty();
    const QString name = m_current.isEmpty() ? tr("No environment") : m_current;
    setText(name.size() > longestName ? name.left(longestName - 1) + u'…' : name);
    setAccessibleName(tr("Environment: %1").arg(name));
    QString tip = m_current.isEmpty() ? tr("Choose the environment whose variables are filled in")
                                      : tr("Variables are filled in from “%1”").arg(m_current);
    if (m_standing.isLocked)
        tip += u'\n' + tr("Locked: asks before it sends what may change something");
    if (!m_problem.isEmpty())
        tip += u'\n' + m_problem;
    setToolTip(tip);
    recolor();
}

void EnvironmentBox::recolor()
{
    const bool locked = m_standing.isLocked;
    const Token token = m_current.isEmpty()                            ? Token::Muted
                        : m_standing.colour != EnvironmentColour::None ? tokenOf(m_standing.colour)
                        : locked                                       ? Token::Danger
                                                                       : Token::Text;
    setIcon(!m_problem.isEmpty() ? ui::icon("warning", Token::Warning)
                                 : ui::icon(locked ? "lock" : "globe", token));
    QPalette own = palette();
    own.setColor(QPalette::ButtonText, Theme::instance().color(token));
    setPalette(own);
}

void EnvironmentBox::fill()
{
    m_menu->clear();
    const auto add = [&](const QString &name, const QString &text) {
        m_menu->addChoice(text, name == m_current ? ChoiceMenu::Is::Chosen : ChoiceMenu::Is::Other,
                          [this, name] { Q_EMIT chosen(name); });
    };
    add({}, tr("No environment"));
    for (const QString &name : std::as_const(m_names))
        add(name, QString(name).replace(u'&', QStringLiteral("&&")));
    m_menu->addSeparator();
    if (!m_current.isEmpty()) {
        QAction *lock = m_menu->addAction(tr("&Ask before changing something there"));
        lock->setCheckable(true);
        lock->setChecked(m_standing.isLocked);
        connect(lock, &QAction::triggered, this,
                [this, name = m_current](bool locked) { Q_EMIT lockToggled(name, locked); });
        m_colours->clear();
        for (const EnvironmentColour colour : allEnvironmentColours) {
            m_colours->addChoice(
                colourName(colour),
                colour == m_standing.colour ? ChoiceMenu::Is::Chosen : ChoiceMenu::Is::Other,
                [this, name = m_current, colour] { Q_EMIT colourChosen(name, colour); });
        }
        m_menu->addMenu(m_colours);
    }
    QAction *forget =
        m_menu->addAction(tr("&Forget captured values"), this, &EnvironmentBox::forgetWanted);
    forget->setEnabled(m_standing.hasCaptured);
    m_menu->addAction(tr("&Edit environments…"), this, &EnvironmentBox::editWanted);
}

} // namespace sonde::ui
