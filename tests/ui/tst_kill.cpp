// kill -9 while somebody types and saves: at most the last half second of typing is lost, a file is
// always a whole one, and nothing that was saved is gone. The test starts itself as the typist.
// SONDE_KILLS sets how often; the suite kills 20 times.
#include "collection/http_file.h"
#include "stage.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/session_store.h"
#include "ui/widgets/theme.h"

#include <QProcess>
#include <QRandomGenerator>

#include <chrono>
#include <csignal>
#include <cstdio>

using namespace sonde;
using namespace sonde::ui;

namespace
{

using std::chrono::milliseconds;

const QByteArray head = "http://127.0.0.1/";
const QByteArray other = "\n### Other\nPOST http://127.0.0.1/other\n\nuntouched\n";
// The journal's half second, and what a busy computer may add to a timer and a write.
constexpr milliseconds lossLimit{500 + 1000};

qint64 now()
{
    return std::chrono::duration_cast<milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void tell(const char *what, qsizetype letters)
{
    std::printf("%s %lld %lld\n", what, static_cast<long long>(letters),
                static_cast<long long>(now()));
    std::fflush(stdout);
}

// Types one letter after the other into the URL and saves now and then, until killed.
int runTypist(const QString &folder)
{
    Theme::apply(*qApp);
    test::FakeBackend backend;
    backend.becomeReady();
    MainWindow window(&backend, Places::under(folder));
    window.resize(1200, 800);
    window.show();
    const auto page = [&] { return window.tabs()->current(); };
    if (!QTest::qWaitFor([&] { return !page()->state().file.isEmpty(); }, 20000))
        return 1;
    auto *url = page()->request()->findChild<UrlEdit *>();
    const auto letters = [&] { return url->text().size() - head.size(); };
    qsizetype saving = 0; // letters on their way to the file; 0: none
    QObject::connect(window.desk(), &CollectionDesk::saved, qApp,
                     [&] { tell("saved", std::exchange(saving, 0)); });
    tell("start", letters());
    url->setFocus();
    for (int step = 0;; ++step) {
        url->end(false);
        QTest::keyClick(url, Qt::Key_A + QRandomGenerator::global()->bounded(26));
        tell("typed", letters());
        if (step % 7 == 3 && saving == 0) {
            saving = letters();
            QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        }
        QTest::qWait(QRandomGenerator::global()->bounded(5, 40));
    }
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    qint64 m_worst = 0; // milliseconds of typing lost

    [[nodiscard]] QString file() const
    {
        return Places::under(m_folder.path()).sampleFolder + QStringLiteral("/typed.http");
    }

    // Letters of the URL in the journal.
    [[nodiscard]] qsizetype journalled() const
    {
        QFile session(Places::under(m_folder.path()).sessionFile());
        if (!session.open(QIODevice::ReadOnly))
            return -1;
        const Session read = sessionFromJson(session.readAll());
        return read.tabs.empty() ? -1 : read.tabs.front().document.url.size() - head.size();
    }

    void check(const QByteArray &told, qint64 killedAt)
    {
        qsizetype saved = 0;
        qsizetype due = -1; // typed early enough to be in the journal
        std::vector<std::pair<qsizetype, qint64>> typed;
        for (const QByteArray &line : told.split('\n')) {
            const QByteArrayList words = line.split(' ');
            if (words.size() != 3)
                continue;
            const qsizetype letters = words[1].toLongLong();
            if (words[0] == "saved")
                saved = letters;
            else
                typed.emplace_back(letters, words[2].toLongLong());
            if (words[0] != "saved" && words[2].toLongLong() <= killedAt - lossLimit.count())
                due = letters;
        }
        const qsizetype kept = journalled();
        for (const auto &[letters, stamp] : typed) {
            if (letters == kept + 1)
                m_worst = std::max(m_worst, killedAt - stamp);
        }
        QVERIFY2(kept >= due,
                 qPrintable(QStringLiteral("%1 letters kept of %2").arg(kept).arg(due)));
        const auto read = collection::HttpFile::load(file());
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->requests().size(), size_t(2));
        const qsizetype there = read->requests()[0].document.url.size() - head.size();
        QVERIFY2(there >= saved,
                 qPrintable(QStringLiteral("%1 letters in the file of %2").arg(there).arg(saved)));
        QVERIFY2(read->octets().endsWith(other), "the other request was touched");
    }

private Q_SLOTS:
    void nothingSavedIsLostAndOfDraftsHalfASecond()
    {
        QDir().mkpath(QFileInfo(file()).path());
        QFile made(file());
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write("### Typed\nGET " + head + '\n' + other);
        made.close();
        const int kills = std::max(qEnvironmentVariableIntValue("SONDE_KILLS"), 20);
        for (int kill = 0; kill < kills; ++kill) {
            QProcess typist;
            typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            typist.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--typist"), m_folder.path()});
            QVERIFY(typist.waitForStarted());
            QByteArray told;
            while (!told.contains("typed") && typist.waitForReadyRead(30000))
                told += typist.readAllStandardOutput();
            QVERIFY2(told.contains("typed"), told.constData());
            QTest::qSleep(QRandomGenerator::global()->bounded(100, 2200));
            ::kill(pid_t(typist.processId()), SIGKILL);
            const qint64 killedAt = now();
            QVERIFY(typist.waitForFinished());
            told += typist.readAllStandardOutput();
            check(told, killedAt);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills, at most %lld ms of typing lost", kills, static_cast<long long>(m_worst));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--typist"))
        return runTypist(words.value(2));
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
