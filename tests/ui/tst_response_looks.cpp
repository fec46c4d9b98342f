// Every state of the response pane in both themes and two sizes: nothing may be cut off or unnamed.
// With SONDE_SHOTS=folder the pictures are kept for a person to look at.
#include "recorded_calls.h"
#include "ui/body/body_pane.h"
#include "ui/response/response_pane.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using Section = ResponsePane::Section;

namespace
{

struct Scene {
    const char *name;
    std::shared_ptr<client::Call> (*call)();
    Section section;
};

constexpr Scene scenes[] = {
    {"ok-body", test::okCall, Section::Body},
    {"ok-headers", test::okCall, Section::Headers},
    {"ok-timing", test::okCall, Section::Timing},
    {"ok-connection", test::okCall, Section::Connection},
    {"notfound-body", test::notFoundCall, Section::Body},
    {"notfound-connection", test::notFoundCall, Section::Connection},
    {"redirect-timing", test::redirectCall, Section::Timing},
    {"unverified-body", test::unverifiedCall, Section::Body},
    {"certificate-problem", test::certificateCall, Section::Problem},
    {"refused-problem", test::refusedCall, Section::Problem},
    {"refused-timing", test::refusedCall, Section::Timing},
    {"truncated-body", test::truncatedCall, Section::Body},
    {"running-body", test::runningCall, Section::Body},
    {"running-timing", test::runningCall, Section::Timing},
    {"text-body", test::textCall, Section::Body},
};

// Only after two quiet rounds: workers index and format meanwhile.
void settle()
{
    QTest::qWait(150);
    QApplication::processEvents();
}

} // namespace

class TestResponseLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsOfABody_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void toolsOfABody()
    {
        QFETCH(bool, dark);
        Theme::instance().setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        ResponsePane pane;
        pane.resize(900, 560);
        pane.show();
        keep(pane, "empty");
        pane.showCall(test::okCall());
        settle();
        pane.find();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("part"));
        settle();
        keep(pane, "find");
        pane.findChild<BodyPane *>()->setLook(BodyPane::Look::Hex);
        pane.findChild<BodyView *>()->select({19, 70});
        settle();
        keep(pane, "hex");
        checkWidgets(pane);
    }

    void changes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(900, 560), QSize(520, 420)})
                QTest::addRow("%s %d", dark ? "dark" : "light", size.width()) << dark << size;
        }
    }
    void changes()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        Theme::instance().setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        ResponsePane pane;
        pane.resize(size);
        pane.show();
        pane.showCall(test::okCall());
        pane.showCall(test::redirectCall());
        pane.showSection(Section::Changes);
        settle();
        QCOMPARE(pane.size(), size); // the line gives way, the pane does not grow
        keep(pane, "changes");
        checkWidgets(pane);
    }

    void looks_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        int number = 0;
        for (const Scene &scene : scenes) {
            for (const bool dark : {false, true}) {
                for (const QSize size : {QSize(900, 560), QSize(520, 420)})
                    QTest::addRow("%s %s %d", scene.name, dark ? "dark" : "light", size.width())
                        << number << dark << size;
            }
            ++number;
        }
    }
    void looks()
    {
        QFETCH(int, scene);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        Theme::instance().setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        ResponsePane pane;
        pane.resize(size);
        pane.show();
        pane.showCall(scenes[scene].call());
        settle();
        pane.showSection(scenes[scene].section);
        settle();
        QCOMPARE(pane.section(), scenes[scene].section);
        keep(pane, {});
        checkWidgets(pane);
    }

private:
    static void keep(ResponsePane &pane, const QByteArray &name)
    {
        const QPixmap picture = pane.grab();
        const QString folder = qEnvironmentVariable("SONDE_SHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QByteArray file = name + ' ' + QTest::currentDataTag();
        file = file.trimmed().replace(' ', '-');
        QVERIFY(picture.save(QStringLiteral("%1/%2.png").arg(folder, QString::fromLatin1(file))));
    }

    // Buttons have names and room for their text; plain labels are not cut.
    static void checkWidgets(const ResponsePane &pane)
    {
        const auto buttons = pane.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            // The pictures inside a line edit and the arrows of a tab bar are Qt's own.
            const bool inside = qobject_cast<QLineEdit *>(button->parentWidget()) ||
                                qobject_cast<QTabBar *>(button->parentWidget());
            if (!button->isVisible() || inside)
                continue;
            const QString name = button->accessibleName() + button->text();
            QVERIFY2(!name.isEmpty(), button->metaObject()->className());
            QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                     qPrintable(QStringLiteral("cut: %1").arg(name)));
        }
        const auto labels = pane.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            const bool mayShrink = label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
            if (!label->isVisible() || label->wordWrap() || mayShrink)
                continue;
            QVERIFY2(label->width() >= label->sizeHint().width(),
                     qPrintable(QStringLiteral("cut: %1").arg(label->text())));
        }
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestResponseLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_response_looks.moc"
