// Content as a stream: memory, files, pipes and standard input, sizes known and unknown, files that
// are missing or change while they are read.
#include "client/content_source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sonde;
using client::ContentSource;
using Kind = wire::ContentLength::Kind;

namespace
{

http::Content contentOf(std::vector<http::Segment> segments)
{
    http::Content content;
    content.segments = std::move(segments);
    content.present = true;
    return content;
}

// Everything until the end; nothing if an error or a wait came first.
std::optional<QByteArray> readAll(ContentSource &source, qsizetype limit = 1'000'000)
{
    QByteArray all;
    for (;;) {
        const auto piece = source.read(limit);
        if (!piece || piece->state == ContentSource::State::Later)
            return std::nullopt;
        if (piece->state == ContentSource::State::End)
            return all;
        if (piece->octets.isEmpty() ||
            piece->octets.size() > std::min(limit, ContentSource::pieceLimit))
            return std::nullopt;
        all += piece->octets;
    }
}

QByteArray pattern(qsizetype size)
{
    QByteArray octets(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        octets[i] = char(i * 7 + i / 251);
    return octets;
}

// Standard input replaced by another descriptor while it lives.
class StdinFrom
{
public:
    explicit StdinFrom(int descriptor)
        : m_saved(::dup(STDIN_FILENO))
    {
        ::dup2(descriptor, STDIN_FILENO);
    }
    ~StdinFrom()
    {
        ::dup2(m_saved, STDIN_FILENO);
        ::close(m_saved);
    }

private:
    int m_saved;
};

struct Pipe {
    Pipe() { isOpen = ::pipe2(ends, O_CLOEXEC) == 0; }
    ~Pipe()
    {
        ::close(ends[0]);
        closeWriter();
    }
    void closeWriter()
    {
        if (ends[1] >= 0)
            ::close(std::exchange(ends[1], -1));
    }
    int ends[2] = {-1, -1};
    bool isOpen = false;
};

} // namespace

class TestContentSource : public QObject
{
    Q_OBJECT

    QString write(const char *name, const QByteArray &octets)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }

private Q_SLOTS:
    void nothing()
    {
        ContentSource none;
        QCOMPARE(none.length().kind, Kind::None);
        QCOMPARE(readAll(none), QByteArray());
        auto empty = ContentSource::open(http::Content::of({}, {})).value();
        QCOMPARE(empty.length().kind, Kind::None);
        QCOMPARE(readAll(empty), QByteArray());
        auto emptyFile = ContentSource::open(http::Content::file(write("empty", {}), {})).value();
        QCOMPARE(emptyFile.length().kind, Kind::None);
        QCOMPARE(readAll(emptyFile), QByteArray());
    }

    void segmentsInOrder()
    {
        const QByteArray large = pattern(300'000);
        const auto content =
            contentOf({http::OctetsSegment{"head\r\n"}, http::FileSegment{write("large", large)},
                       http::OctetsSegment{}, http::OctetsSegment{"\r\ntail"}});
        auto source = ContentSource::open(content).value();
        QCOMPARE(source.length().kind, Kind::Known);
        QCOMPARE(source.length().octets, quint64(large.size() + 12));
        QCOMPARE(readAll(source), "head\r\n" + large + "\r\ntail");
        QVERIFY(source.rewind());
        QCOMPARE(readAll(source, 999), "head\r\n" + large + "\r\ntail");
    }

    void wholeOctetsAreShared()
    {
        const QByteArray octets = pattern(10'000);
        auto source = ContentSource::open(http::Content::of(octets, {})).value();
        const auto piece = source.read(ContentSource::pieceLimit);
        QCOMPARE(piece->octets.constData(), octets.constData());
    }

    void unusable_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << m_folder.filePath(QStringLiteral("nowhere"))
                                 << int(http::Code::FileMissing);
        QTest::newRow("below a file")
            << write("plain", "x") + QStringLiteral("/x") << int(http::Code::FileMissing);
        QTest::newRow("folder") << m_folder.path() << int(http::Code::FileUnreadable);
        QTest::newRow("no name") << QString() << int(http::Code::FileMissing);
    }
    void unusable()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        const auto source = ContentSource::open(http::Content::file(path, {}));
        QVERIFY(!source);
        QCOMPARE(int(source.error().code), code);
        QVERIFY(source.error().sentence.contains(path));
        QVERIFY(!source.error().sentence.contains(QStringLiteral("tandard input")));
    }

    void unreadable()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const QString path = write("secret", "x");
        QVERIFY(QFile::setPermissions(path, {}));
        QCOMPARE(ContentSource::open(http::Content::file(path, {})).error().code,
                 http::Code::FileUnreadable);
    }

    void changes_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("shrinks") << 0;
        QTest::newRow("grows") << 1;
        QTest::newRow("rewritten") << 2;
        QTest::newRow("replaced") << 3;
    }
    void changes()
    {
        QFETCH(int, change);
        const QString path = write("changing", pattern(200'000));
        auto source = ContentSource::open(http::Content::file(path, {})).value();
        QVERIFY(source.read(65'536).has_value());
        QFile file(path);
        if (change == 0) {
            QVERIFY(file.resize(100'000));
        } else if (change == 1) {
            QVERIFY(file.open(QIODevice::Append));
            QCOMPARE(file.write("x"), 1);
        } else if (change == 2) {
            QTest::qWait(15); // past the granularity of file times
            QVERIFY(file.open(QIODevice::ReadWrite));
            QCOMPARE(file.write("x"), 1);
        } else {
            QVERIFY(file.remove());
            write("changing", pattern(200'000));
            // The open one is whole and unchanged: what was chosen is what is sent.
            QVERIFY(readAll(source).has_value());
            QVERIFY(source.rewind());
        }
        file.close();
        qsizetype got = 65'536;
        http::Result<ContentSource::Piece> piece;
        do {
            piece = source.read(65'536);
            got += piece ? piece->octets.size() : 0;
        } while (piece && piece->state == ContentSource::State::More);
        QVERIFY(!piece);
        QCOMPARE(piece.error().code, http::Code::FileChanged);
        QVERIFY(piece.error().sentence.contains(path));
        QVERIFY2(got < 200'000, "the last octets are held back");
    }

    void vanishesWhileItIsRead()
    {
        const QByteArray octets = pattern(200'000);
        const QString path = write("vanishing", octets);
        auto source = ContentSource::open(http::Content::file(path, {})).value();
        const auto first = source.read(1'000);
        QVERIFY(QFile::remove(path));
        QCOMPARE(readAll(source), octets.sliced(1'000)); // its octets are still there
        QVERIFY(source.rewind());
        QCOMPARE(source.read(1'000).error().code, http::Code::FileMissing);
    }

    void pipeAsItComes()
    {
        Pipe pipe;
        QVERIFY(pipe.isOpen);
        const StdinFrom stdinFrom(pipe.ends[0]);
        auto source =
            ContentSource::open(contentOf({http::OctetsSegment{"a"}, http::StdinSegment{}}))
                .value();
        QCOMPARE(source.length().kind, Kind::Unknown);
        QVERIFY2(source.rewind(), "nothing of the pipe has been read yet");
        QCOMPARE(source.read(10)->octets, "a");
        int calls = 0;
        source.onReadable([&] { ++calls; });
        QCOMPARE(source.read(10)->state, ContentSource::State::Later);
        QTest::qWait(20);
        QCOMPARE(calls, 0);
        QCOMPARE(::write(pipe.ends[1], "hello", 5), 5);
        QTRY_COMPARE(calls, 1);
        QCOMPARE(source.read(3)->octets, "hel");
        QCOMPARE(source.read(10)->octets, "lo");
        QCOMPARE(source.read(10)->state, ContentSource::State::Later);
        pipe.closeWriter();
        QTRY_COMPARE(calls, 2);
        QCOMPARE(source.read(10)->state, ContentSource::State::End);
        QVERIFY(!source.rewind());
    }

    void stdinFromAFile()
    {
        const QByteArray octets = pattern(100'000);
        QFile file(write("stdin", octets));
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        const StdinFrom stdinFrom(file.handle());
        QCOMPARE(::lseek(STDIN_FILENO, 1'000, SEEK_SET), 1'000); // a part of it is somebody else's
        auto source = ContentSource::open(contentOf({http::StdinSegment{}})).value();
        QCOMPARE(source.length().kind, Kind::Known);
        QCOMPARE(source.length().octets, 99'000u);
        QCOMPARE(readAll(source), octets.sliced(1'000));
        QCOMPARE(::lseek(STDIN_FILENO, 0, SEEK_CUR), 1'000);
    }

    void fifoThatNobodyWritesYet()
    {
        const QByteArray path = QFile::encodeName(m_folder.filePath(QStringLiteral("fifo")));
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        auto source = ContentSource::open(http::Content::file(QFile::decodeName(path), {})).value();
        QCOMPARE(source.length().kind, Kind::Unknown);
        QCOMPARE(source.read(10)->state, ContentSource::State::Later);
        const int writer = ::open(path.constData(), O_WRONLY | O_CLOEXEC);
        QVERIFY(writer >= 0);
        QCOMPARE(::write(writer, "hi", 2), 2);
        ::close(writer);
        QCOMPARE(readAll(source), QByteArray("hi"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestContentSource)
#include "tst_content_source.moc"
