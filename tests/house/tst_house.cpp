// The rules of the house that a program can check: which room may include which, that the
// newcomer's page names only what exists, that no file grows into a hub, that colours have one
// home.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace
{

const QString root = QStringLiteral(SONDE_SOURCE_DIR);

// From the ground up: a room may include itself and those before it.
const QStringList rooms = {
    QStringLiteral("http"),       QStringLiteral("trace"),      QStringLiteral("body"),
    QStringLiteral("wire"),       QStringLiteral("net"),        QStringLiteral("client"),
    QStringLiteral("collection"), QStringLiteral("interop"),    QStringLiteral("history"),
    QStringLiteral("lab"),        QStringLiteral("playground"), QStringLiteral("cli"),
    QStringLiteral("keychain"),
};
const QStringList windowRooms = {
    QStringLiteral("widgets"),  QStringLiteral("body"),        QStringLiteral("protocol"),
    QStringLiteral("response"), QStringLiteral("request"),     QStringLiteral("collections"),
    QStringLiteral("history"),  QStringLiteral("preferences"), QStringLiteral("compare"),
    QStringLiteral("run"),      QStringLiteral("connections"), QStringLiteral("shell"),
};
constexpr int hardLimit = 500; // lines of one file

QStringList sources(const QString &folder)
{
    QStringList found;
    QDirIterator files(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(files.next());
    return found;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// What a file includes with quotes.
QStringList includes(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    auto matches = pattern.globalMatch(read(path));
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appIncludesRunDownwards()
    {
        const QStringList files = sources(QStringLiteral("app"));
        QVERIFY(files.size() > 20);
        for (const QString &path : files) {
            const QString room = path.sliced(root.size() + 5).section(u'/', 0, 0);
            QVERIFY2(rooms.contains(room),
                     qPrintable(path + QStringLiteral(" is in no known room")));
            for (const QString &include : includes(path)) {
                const QString other = include.section(u'/', 0, 0);
                QVERIFY2(other != u"ui", qPrintable(path + QStringLiteral(" includes the window")));
                // The playground is a server of its own: it stands on wire and net alone.
                const bool allowed =
                    room == u"playground"
                        ? rooms.indexOf(other) <= rooms.indexOf(QStringLiteral("net")) ||
                              other == room
                        : rooms.indexOf(other) <= rooms.indexOf(room);
                QVERIFY2(
                    allowed,
                    qPrintable(
                        QStringLiteral("%1 includes %2, a room above its own").arg(path, include)));
            }
        }
    }

    void windowKeepsToItsSide()
    {
        static const QRegularExpression socket(QStringLiteral(
            "#include\\s+<(Q\\w*(Socket|TcpServer|NetworkAccessManager|Dns\\w+)|nghttp2"
            "|openssl|zlib|brotli|zstd)"));
        for (const QString &path : sources(QStringLiteral("ui"))) {
            const auto match = socket.match(read(path));
            QVERIFY2(!match.hasMatch(),
                     qPrintable(path + QStringLiteral(" includes ") + match.captured(1)));
            for (const QString &include : includes(path)) {
                const QString other = include.section(u'/', 0, 0);
                QVERIFY2(other != u"wire" && other != u"net" && other != u"cli",
                         qPrintable(path + QStringLiteral(" includes ") + include));
            }
        }
    }

    void windowRoomsIncludeDownwards()
    {
        for (const QString &path : sources(QStringLiteral("ui"))) {
            const qsizetype room =
                windowRooms.indexOf(path.sliced(root.size() + 4).section(u'/', 0, 0));
            QVERIFY2(room >= 0, qPrintable(path + QStringLiteral(" is in no known room")));
            for (const QString &include : includes(path)) {
                const QString other = include.section(u'/', 1, 1);
                QVERIFY2(
                    !include.startsWith(u"ui/") || windowRooms.indexOf(other) <= room,
                    qPrintable(
                        QStringLiteral("%1 includes %2, a room above its own").arg(path, include)));
            }
        }
    }

    void coloursHaveOneHome()
    {
        static const QRegularExpression literal(QStringLiteral(
            "\"#[0-9a-fA-F]{3,8}\"|QColor\\(\\s*[0-9]|0x[0-9a-fA-F]{6,8}u?\\s*[,}]"));
        for (const QString &path : sources(QStringLiteral("ui"))) {
            if (path.contains(QStringLiteral("/widgets/theme")))
                continue;
            const auto match = literal.match(read(path));
            QVERIFY2(!match.hasMatch(),
                     qPrintable(path + QStringLiteral(": colour ") + match.captured() +
                                QStringLiteral(" outside the theme")));
        }
    }

    void noFileIsAHub()
    {
        for (const QString &folder : {QStringLiteral("app"), QStringLiteral("ui")}) {
            for (const QString &path : sources(folder)) {
                const qsizetype lines = read(path).count(u'\n');
                QVERIFY2(
                    lines <= hardLimit,
                    qPrintable(
                        QStringLiteral("%1 has %2 lines; find the seam").arg(path).arg(lines)));
            }
        }
    }

    void headersSayWhy()
    {
        for (const QString &folder : {QStringLiteral("app"), QStringLiteral("ui")}) {
            for (const QString &path : sources(folder)) {
                if (path.endsWith(u".h"))
                    QVERIFY2(read(path).startsWith(u"// "),
                             qPrintable(path + QStringLiteral(" does not say why it exists")));
            }
        }
        for (const QString &path : sources(QStringLiteral("tests"))) {
            if (path.endsWith(u".h") || path.contains(QStringLiteral("/tst_")))
                QVERIFY2(read(path).startsWith(u"// "),
                         qPrintable(path + QStringLiteral(" does not say what it proves")));
        }
    }

    void newcomersPageNamesWhatExists()
    {
        const QString page = read(root + QStringLiteral("/app/README.md"));
        QVERIFY(!page.isEmpty());
        static const QRegularExpression named(
            QStringLiteral("`((?:app|ui|tests|resources|translations)/[\\w./-]*)`"));
        auto matches = named.globalMatch(page);
        int count = 0;
        while (matches.hasNext()) {
            const QString path = matches.next().captured(1);
            QVERIFY2(
                QFile::exists(root + u'/' + path),
                qPrintable(QStringLiteral("app/README.md names %1, which is not there").arg(path)));
            ++count;
        }
        QVERIFY(count > 10);
    }

    // `app/run` builds the door by its name; what the door opens must be built with it.
    void theDoorIsBuiltWithAllItOpens()
    {
#ifdef SONDE_BUILT_WITH_DOOR
        const QStringList built = QStringLiteral(SONDE_BUILT_WITH_DOOR).split(u' ');
        QVERIFY(built.contains(QStringLiteral("sonde-terminal")));
        QVERIFY(built.contains(QStringLiteral("sonde-keychain")));
#else
        QSKIP("The door is not part of this build.");
#endif
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
