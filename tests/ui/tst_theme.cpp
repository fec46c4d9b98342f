// Contrast is computed, not believed: WCAG 2.2 relative luminance for every token in both schemes.
#include "ui/widgets/choice_menu.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace sonde::ui;
using Scheme = Theme::Scheme;

namespace
{

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

struct Demand {
    Token ink;
    Token ground;
    double least;
};

std::vector<Demand> demands()
{
    std::vector<Demand> list;
    const auto onPlainGrounds = [&list](Token ink, double least) {
        for (const Token ground : {Token::Window, Token::Surface, Token::SurfaceAlternate})
            list.push_back({ink, ground, least});
    };
    for (int i = int(Token::MethodGet); i <= int(Token::SyntaxControl); ++i)
        onPlainGrounds(Token(i), 4.5);
    for (const Token ink : {Token::Text, Token::Muted, Token::Accent, Token::Link, Token::Success,
                            Token::Warning, Token::Danger})
        onPlainGrounds(ink, 4.5);
    for (int i = int(Token::PhaseQueue); i <= int(Token::PhaseFailed); ++i)
        onPlainGrounds(Token(i), 3.0);
    onPlainGrounds(Token::Focus, 3.0);
    for (int i = int(Token::SyntaxKey); i <= int(Token::SyntaxControl); ++i)
        list.push_back({Token(i), Token::Selection, 4.5});
    list.push_back({Token::SelectionText, Token::Selection, 4.5});
    list.push_back({Token::Muted, Token::Selection, 4.5});
    list.push_back({Token::Muted, Token::Gutter, 4.5});
    list.push_back({Token::AccentText, Token::Accent, 4.5});
    list.push_back({Token::DangerFillText, Token::DangerFill, 4.5});
    list.push_back({Token::ToolTipText, Token::ToolTip, 4.5});
    list.push_back({Token::Text, Token::FindHit, 4.5});
    list.push_back({Token::Text, Token::FindHitCurrent, 4.5});
    for (const auto &[ink, ground] : {std::pair{Token::Success, Token::SuccessSurface},
                                      {Token::Warning, Token::WarningSurface},
                                      {Token::Danger, Token::DangerSurface},
                                      {Token::Text, Token::SuccessSurface},
                                      {Token::Text, Token::WarningSurface},
                                      {Token::Text, Token::DangerSurface},
                                      {Token::Muted, Token::DangerSurface}})
        list.push_back({ink, ground, 4.5});
    return list;
}

// Answers as a desktop's portal does, from a second connection to the same bus.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint choice = 1;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        asked << group + QLatin1Char('/') + key;
        // The portal wraps its answer twice.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(choice)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    QStringList asked;
};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // First, since the desktop is asked once, after the first paint.
    void asksTheDesktopAfterTheFirstPaint()
    {
        if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
            QSKIP("There is no session bus: run under dbus-run-session to test the portal.");
        auto bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        FakePortal portal;
        if (!bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")))
            QSKIP("A desktop's own portal is on the bus.");
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                   QDBusConnection::ExportAllContents));
        QVERIFY(!Theme::instance().isDark());
        QVERIFY(portal.asked.isEmpty());
        QWidget window;
        window.show();
        QTRY_VERIFY(Theme::instance().isDark());
        QCOMPARE(portal.asked, {QStringLiteral("org.freedesktop.appearance/color-scheme")});
        Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                     QStringLiteral("color-scheme"), QDBusVariant(2U));
        QTRY_VERIFY(!Theme::instance().isDark());
    }

    void contrasts_data()
    {
        QTest::addColumn<int>("ink");
        QTest::addColumn<int>("ground");
        QTest::addColumn<double>("least");
        QTest::addColumn<bool>("dark");
        for (const Demand &demand : demands()) {
            for (const bool dark : {false, true})
                QTest::addRow("%d on %d %s", int(demand.ink), int(demand.ground),
                              dark ? "dark" : "light")
                    << int(demand.ink) << int(demand.ground) << demand.least << dark;
        }
    }
    void contrasts()
    {
        QFETCH(int, ink);
        QFETCH(int, ground);
        QFETCH(double, least);
        QFETCH(bool, dark);
        const Scheme scheme = dark ? Scheme::Dark : Scheme::Light;
        const QColor inkColor = Theme::color(Token(ink), scheme);
        const QColor groundColor = Theme::color(Token(ground), scheme);
        const double is = contrast(inkColor, groundColor);
        QVERIFY2(is >= least, qPrintable(QStringLiteral("%1 on %2 is %3, needs %4")
                                             .arg(inkColor.name(), groundColor.name())
                                             .arg(is)
                                             .arg(least)));
    }

    void measuresAsTheStandardDoes()
    {
        QVERIFY(std::abs(contrast(Qt::white, Qt::black) - 21.0) < 0.001);
        QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void switchesPaletteAndSaysSo()
    {
        Theme &theme = Theme::instance();
        theme.setScheme(Scheme::Light);
        QSignalSpy spy(&theme, &Theme::changed);
        theme.setScheme(Scheme::Dark);
        QCOMPARE(spy.count(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window),
                 Theme::color(Token::Window, Scheme::Dark));
        theme.setScheme(Scheme::Light);
        QCOMPARE(spy.count(), 2);
        QCOMPARE(qApp->palette().color(QPalette::Window),
                 Theme::color(Token::Window, Scheme::Light));
    }

    void takesTheDesktopsChoiceOnlyInSystem()
    {
        Theme &theme = Theme::instance();
        theme.setScheme(Scheme::System);
        const auto tell = [&theme](uint choice) {
            QMetaObject::invokeMethod(&theme, "onSettingChanged",
                                      Q_ARG(QString, QStringLiteral("org.freedesktop.appearance")),
                                      Q_ARG(QString, QStringLiteral("color-scheme")),
                                      Q_ARG(QDBusVariant, QDBusVariant(choice)));
        };
        tell(1);
        QVERIFY(theme.isDark());
        tell(0); // no preference: stays
        QVERIFY(theme.isDark());
        theme.setScheme(Scheme::Light);
        tell(1);
        QVERIFY(!theme.isDark());
        theme.setScheme(Scheme::System);
        tell(2);
        QVERIFY(!theme.isDark());
    }

    void statusHasAShapeOfItsOwn()
    {
        QStringList shapes;
        for (const int status : {0, 100, 200, 301, 404, 500})
            shapes << statusShape(status);
        QCOMPARE(shapes.removeDuplicates(), 0);
        QCOMPARE(statusShape(204), QStringLiteral("●"));
        QCOMPARE(methodToken("PATCH"), Token::MethodPatch);
        QCOMPARE(methodToken("patch"), Token::MethodOther); // methods are case-sensitive
        QCOMPARE(statusToken(599), Token::Status5xx);
    }

    // A menu shows of every choice that it is one: a round mark, whether it is chosen or not.
    void choicesInMenusHaveRoundMarks()
    {
        QMenu ticks;
        ChoiceMenu choices;
        QMenu plain;
        for (const char *text : {"one", "two"}) {
            const bool on = text[0] == 'o';
            QAction *tick = ticks.addAction(QString::fromLatin1(text));
            tick->setCheckable(true);
            tick->setChecked(on);
            choices.addChoice(QString::fromLatin1(text),
                              on ? ChoiceMenu::Is::Chosen : ChoiceMenu::Is::Other, [] {});
            plain.addAction(QString::fromLatin1(text));
        }
        for (const int at : {0, 1}) {
            const auto mark = [at](QMenu &menu) {
                menu.setActiveAction(nullptr);
                const QRect entry = menu.actionGeometry(menu.actions().at(at));
                return menu.grab(QRect(entry.topLeft(), QSize(22, entry.height()))).toImage();
            };
            QVERIFY(mark(choices) != mark(ticks));
            QVERIFY(mark(choices) != mark(plain));
            QVERIFY(mark(ticks) != mark(plain));
        }
        QVERIFY(choices.style()->styleHint(QStyle::SH_Menu_Scrollable, nullptr, &choices));
    }

    void everyIconDrawsInTheThemesColor()
    {
        const QDir folder(QStringLiteral(SONDE_SOURCE_DIR "/resources/icons"));
        const QStringList files = folder.entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() >= 20);
        for (const QString &file : files) {
            const QByteArray name = file.chopped(4).toLatin1();
            const QIcon drawn = icon(name.constData());
            QVERIFY2(!drawn.isNull(), name.constData());
            const auto inkOf = [&drawn] {
                const QImage image = drawn.pixmap(QSize(32, 32)).toImage();
                QRgb strongest = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        if (qAlpha(image.pixel(x, y)) > qAlpha(strongest))
                            strongest = image.pixel(x, y);
                    }
                }
                return strongest;
            };
            if (name == "sonde") {
                QVERIFY(qAlpha(inkOf()) == 255);
                continue;
            }
            Theme::instance().setScheme(Scheme::Light);
            QVERIFY2(qAlpha(inkOf()) > 200, name.constData());
            QCOMPARE(QColor(inkOf()).name(), Theme::color(Token::Text, Scheme::Light).name());
            Theme::instance().setScheme(Scheme::Dark);
            QCOMPARE(QColor(inkOf()).name(), Theme::color(Token::Text, Scheme::Dark).name());
        }
    }

    // Qt's own place for it is through the icon.
    void theFocusOfAToolButtonIsAroundIt()
    {
        QToolButton button;
        button.setIcon(icon("copy"));
        button.setText(QStringLiteral("Copy"));
        button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button.setAutoRaise(true);
        button.resize(button.sizeHint());
        QImage image(button.size(), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QStyleOptionFocusRect option;
        option.initFrom(&button);
        option.rect = button.rect().adjusted(3, 3, -3, -3); // as QCommonStyle has it
        button.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, &button);
        painter.end();
        const QPoint middle = button.rect().center();
        QVERIFY(image.pixelColor(middle.x(), 1).alpha() > 0);
        QCOMPARE(image.pixelColor(middle.x(), 4).alpha(), 0);
    }

    // As after a click on an entry of its menu: the pointer is elsewhere by then, and no event of
    // the button's said so.
    void aButtonIsNotPointedAtOnceItsMenuIsLeft()
    {
        QWidget window;
        window.resize(300, 200);
        QToolButton button(&window);
        QToolButton other(&window);
        other.move(200, 150);
        QMenu menu(&button);
        menu.addAction(QStringLiteral("One"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCursor::setPos(other.mapToGlobal(other.rect().center()));
        menu.popup(window.mapToGlobal(QPoint(20, 20)));
        QTRY_VERIFY(menu.isVisible());
        button.setAttribute(Qt::WA_UnderMouse);
        other.setAttribute(Qt::WA_UnderMouse);
        menu.close();
        QTRY_VERIFY(!button.underMouse());
        QVERIFY(other.underMouse());
    }

    void whatAComboBoxOpensHasTheRowsOfOtherLists()
    {
        QComboBox box;
        box.addItems({QStringLiteral("One"), QStringLiteral("Two")});
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        box.showPopup();
        const QAbstractItemView *view = box.view();
        QTRY_VERIFY(view->isVisible());
        const QModelIndex second = box.model()->index(1, 0);
        QCOMPARE(view->visualRect(second).height(), rowHeight(view->fontMetrics()));
        box.hidePopup();
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme::apply(application);
    TestTheme test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_theme.moc"
