// Operations on a library: what they leave on the disk, that each can be taken back to the octet,
// and that nothing another program wrote is lost.
#include "collection/entry_name.h"
#include "collection/file_exchange.h"
#include "collection/folder_file.h"
#include "collection/library.h"
#include "collection/library_edit.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace sonde;
using namespace sonde::collection;

namespace
{

const QByteArray shop = "### List\nGET http://h/list\n\n### Create\nPOST http://h/create\n\nx\n";
const QByteArray users = "@id = 7\n\n### Log in\nGET http://h/login/{{id}}\n";

struct Folder {
    QTemporaryDir dir;

    Folder()
    {
        // A trash of its own, on the same disk.
        qputenv("XDG_DATA_HOME", dir.filePath(QStringLiteral("home")).toUtf8());
        QDir().mkpath(dir.filePath(QStringLiteral("home")));
        QDir().mkpath(path({}));
        write(QStringLiteral("shop.http"), shop);
        write(QStringLiteral("users.http"), users);
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return dir.filePath(QStringLiteral("top/") + name);
    }
    void write(const QString &name, const QByteArray &octets) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    // Every file with its octets.
    [[nodiscard]] QMap<QString, QByteArray> all() const
    {
        QMap<QString, QByteArray> found;
        QDirIterator files(path({}), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo info(files.next());
            QFile file(info.filePath());
            found.insert(info.filePath(), info.isFile() && file.open(QIODevice::ReadOnly)
                                              ? file.readAll()
                                              : QByteArray("folder"));
        }
        return found;
    }
    [[nodiscard]] RequestKey key(const QString &name, size_t index) const
    {
        return keyOf(HttpFile::load(path(name)).value(), index);
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        const auto scanned = scan(path({}));
        for (const Entry &child : scanned.value().root.children)
            names.append(child.name);
        return names;
    }
};

QString copyName(const QString &name)
{
    return name + QStringLiteral(" copy");
}

RequestDocument fresh()
{
    RequestDocument document;
    document.title = QStringLiteral("New request");
    document.url = QStringLiteral("http://localhost/");
    return document;
}

using Operation = std::function<http::Result<LibraryChange>(const Folder &)>;

} // namespace
Q_DECLARE_METATYPE(Operation)

class TestLibraryEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationIsTakenBackToTheOctet_data()
    {
        QTest::addColumn<Operation>("operation");
        const QString file = QStringLiteral("shop.http");
        const auto row = [](const char *name, Operation operation) {
            QTest::newRow(name) << std::move(operation);
        };
        row("new request",
            [=](const Folder &f) { return newRequest(f.path(file), f.key(file, 0), fresh()); });
        row("new request at the end",
            [=](const Folder &f) { return newRequest(f.path(file), {}, fresh()); });
        row("new file",
            [=](const Folder &f) { return newFile(f.path({}), QStringLiteral("shop"), fresh()); });
        row("new folder",
            [=](const Folder &f) { return newFolder(f.path({}), QStringLiteral("New")); });
        row("rename a request", [=](const Folder &f) {
            return renameRequest(f.path(file), f.key(file, 1), QStringLiteral("Make"));
        });
        row("rename a file",
            [=](const Folder &f) { return renamePath(f.path(file), QStringLiteral("store")); });
        row("duplicate a request", [=](const Folder &f) {
            return duplicateRequest(f.path(file), f.key(file, 0), copyName);
        });
        row("duplicate a file",
            [=](const Folder &f) { return duplicatePath(f.path(file), copyName); });
        row("duplicate a folder", [=](const Folder &f) {
            f.write(QStringLiteral("sub/deep/a.http"), shop);
            return duplicatePath(f.path(QStringLiteral("sub")), copyName);
        });
        row("move in the file", [=](const Folder &f) {
            return moveRequest(f.path(file), f.key(file, 1), f.path(file), f.key(file, 0));
        });
        row("move to another file", [=](const Folder &f) {
            return moveRequest(f.path(file), f.key(file, 1), f.path(QStringLiteral("users.http")),
                               {});
        });
        row("order", [=](const Folder &f) {
            return movePath(f.path(file), f.path({}),
                            {QStringLiteral("users.http"), QStringLiteral("shop.http")});
        });
        row("move a file", [=](const Folder &f) {
            f.write(QStringLiteral("sub/a.http"), shop);
            return movePath(f.path(file), f.path(QStringLiteral("sub")), {});
        });
        row("delete a request",
            [=](const Folder &f) { return deleteRequest(f.path(file), f.key(file, 0)); });
        row("delete a file", [=](const Folder &f) { return deletePath(f.path(file)); });
        row("delete a folder", [=](const Folder &f) {
            f.write(QStringLiteral("sub/deep/a.http"), shop);
            f.write(QStringLiteral("sub/body.bin"), QByteArray("\0\r\n\xff", 4));
            return deletePath(f.path(QStringLiteral("sub")));
        });
    }
    void everyOperationIsTakenBackToTheOctet()
    {
        QFETCH(Operation, operation);
        const Folder folder;
        // What it makes beforehand belongs to what is there before.
        auto first = operation(folder);
        QVERIFY2(first, first ? "" : qPrintable(first.error().sentence));
        const auto after = folder.all();
        const auto back = takeBack(*first);
        QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
        const auto before = folder.all();
        QVERIFY(before != after);
        QCOMPARE(folder.read(QStringLiteral("shop.http")), shop);
        QCOMPARE(folder.read(QStringLiteral("users.http")), users);
        const auto again = takeBack(*back);
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(folder.all(), after);
        const auto last = takeBack(*again);
        QVERIFY2(last, last ? "" : qPrintable(last.error().sentence));
        QCOMPARE(folder.all(), before);
    }

    void tellsWhereThingsWent()
    {
        const Folder folder;
        const QString file = folder.path(QStringLiteral("shop.http"));
        const auto gone = deleteRequest(file, folder.key(QStringLiteral("shop.http"), 0));
        QVERIFY(gone);
        QCOMPARE(gone->requests,
                 (std::vector<RequestMove>{{file, 1, file, 0}, {file, 0, file, -1}}));
        const auto back = takeBack(*gone);
        QVERIFY(back);
        QCOMPARE(back->path, file);
        const auto moved = renamePath(file, QStringLiteral("store"));
        QVERIFY(moved);
        QCOMPARE(moved->paths,
                 (std::vector<PathMove>{{file, folder.path(QStringLiteral("store.http"))}}));
    }

    void aMovedRequestSaysWhatItLeavesBehind()
    {
        const Folder folder;
        const QString from = QStringLiteral("users.http");
        const auto moved = moveRequest(folder.path(from), folder.key(from, 0),
                                       folder.path(QStringLiteral("shop.http")), {});
        QVERIFY(moved);
        QCOMPARE(folder.read(from), "@id = 7\n");
        QVERIFY(folder.read(QStringLiteral("shop.http")).startsWith(shop));
        QCOMPARE(moved->notes.size(), 1);
        QVERIFY(moved->notes[0].contains(QLatin1String("{{id}}")));
    }

    void orderIsKeptAndFollowsNames()
    {
        const Folder folder;
        folder.write(QStringLiteral("_folder.json"),
                     "{\n  \"unknown\": [1,  2],\n  \"order\": [\"later.http\"]\n}\n");
        QVERIFY(movePath(folder.path(QStringLiteral("users.http")), folder.path({}),
                         {QStringLiteral("users.http"), QStringLiteral("shop.http")}));
        QCOMPARE(folder.shown().join(u' '), QStringLiteral("users shop"));
        QVERIFY(folder.read(QStringLiteral("_folder.json")).contains("\"unknown\": [1,  2]"));
        QVERIFY(orderIn(folder.read(QStringLiteral("_folder.json")))
                    .contains(QStringLiteral("later.http")));
        QVERIFY(renamePath(folder.path(QStringLiteral("users.http")), QStringLiteral("zebra")));
        QCOMPARE(folder.shown().join(u' '), QStringLiteral("zebra shop"));
        // A sidecar that is no JSON orders nothing and is not written over.
        folder.write(QStringLiteral("_folder.json"), "{ broken");
        QVERIFY(!movePath(folder.path(QStringLiteral("shop.http")), folder.path({}),
                          {QStringLiteral("shop.http"), QStringLiteral("zebra.http")}));
        QCOMPARE(folder.read(QStringLiteral("_folder.json")), "{ broken");
    }

    void emptyFoldersAreShownOnceTheyBelong()
    {
        const Folder folder;
        QDir().mkpath(folder.path(QStringLiteral("source")));
        QVERIFY(newFolder(folder.path({}), QStringLiteral("Mine")));
        QCOMPARE(folder.shown().join(u' '), QStringLiteral("Mine shop users"));
    }

    void namesCannotLeaveHideOrCollide_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *bad :
             {"", "  ", "../x", "a/b", "a\\b", ".hidden", "..", ".", "a\nb", ".http", "a\u202eb"})
            QTest::newRow(bad) << QString::fromUtf8(bad);
        QTest::newRow("long") << QString(300, u'x');
        QTest::newRow("long in octets") << QString(100, QChar(0x20ac));
        QTest::newRow("taken") << QStringLiteral("users");
    }
    void namesCannotLeaveHideOrCollide()
    {
        QFETCH(QString, typed);
        const Folder folder;
        const auto before = folder.all();
        const auto renamed = renamePath(folder.path(QStringLiteral("shop.http")), typed);
        QVERIFY2(!renamed, qPrintable(typed));
        QVERIFY(renamed.error().sentence.endsWith(u'.'));
        QCOMPARE(folder.all(), before);
    }

    void whatAFolderSaysIsWrittenIntoItsRequests()
    {
        const Folder folder;
        folder.write(QStringLiteral("sub/own.http"),
                     "### Own\nGET http://h/\nAuthorization: Bearer own\n");
        folder.write(QStringLiteral("sub/closer/_folder.json"), R"({"auth": {"type": "none"}})");
        folder.write(QStringLiteral("sub/closer/c.http"), "### C\nGET http://h/c\n");
        Defaults defaults;
        defaults.auth = {.kind = Auth::Kind::Bearer};
        defaults.auth.token = QStringLiteral("{{token}}");
        const auto said = setDefaults(folder.path({}), defaults);
        QVERIFY2(said, said ? "" : qPrintable(said.error().sentence));
        QCOMPARE(said->count, 3);
        QByteArray expected = shop;
        expected.replace("/list\n", "/list\nAuthorization: Bearer {{token}}\n");
        expected.replace("/create\n", "/create\nAuthorization: Bearer {{token}}\n");
        QCOMPARE(folder.read(QStringLiteral("shop.http")), expected);
        QVERIFY(folder.read(QStringLiteral("sub/own.http")).contains("Bearer own"));
        QVERIFY(!folder.read(QStringLiteral("sub/closer/c.http")).contains("Bearer"));
        QCOMPARE(defaultsOf(folder.path({})), defaults);
        // A new request gets it, and a change is followed.
        QVERIFY(newRequest(folder.path(QStringLiteral("users.http")), {}, fresh()));
        QVERIFY(folder.read(QStringLiteral("users.http"))
                    .endsWith("GET http://localhost/\nAuthorization: Bearer {{token}}\n"));
        defaults.auth.token = QStringLiteral("{{other}}");
        const auto changed = setDefaults(folder.path({}), defaults);
        QVERIFY(changed);
        QCOMPARE(changed->count, 4);
        QVERIFY(takeBack(*changed));
        // Added when it is sent: it goes out of the files again.
        defaults.auth.token = QStringLiteral("{{token}}");
        defaults.way = Defaults::Way::AtSending;
        QVERIFY(setDefaults(folder.path({}), defaults));
        QCOMPARE(folder.read(QStringLiteral("shop.http")), shop);
    }

    void aFolderDoesNotGoIntoItself()
    {
        const Folder folder;
        folder.write(QStringLiteral("a/b/x.http"), shop);
        QVERIFY(
            !movePath(folder.path(QStringLiteral("a")), folder.path(QStringLiteral("a/b")), {}));
        QVERIFY(!movePath(folder.path(QStringLiteral("a")), folder.path(QStringLiteral("a")), {}));
        QCOMPARE(folder.read(QStringLiteral("a/b/x.http")), shop);
    }

    void undoKeepsWhatCameSince()
    {
        const Folder folder;
        const QString file = folder.path(QStringLiteral("shop.http"));
        const auto gone = deleteRequest(file, folder.key(QStringLiteral("shop.http"), 0));
        QVERIFY(gone);
        folder.write(QStringLiteral("shop.http"), folder.read(QStringLiteral("shop.http")) + "y\n");
        QVERIFY(takeBack(*gone));
        QCOMPARE(folder.read(QStringLiteral("shop.http")), shop + "y\n");
        // At the same place it gives way.
        const auto named =
            renameRequest(file, folder.key(QStringLiteral("shop.http"), 0), QStringLiteral("Mine"));
        QVERIFY(named);
        QByteArray theirs = folder.read(QStringLiteral("shop.http"));
        theirs.replace("### Mine", "### Theirs");
        folder.write(QStringLiteral("shop.http"), theirs);
        const auto back = takeBack(*named);
        QVERIFY(!back);
        QCOMPARE(folder.read(QStringLiteral("shop.http")), theirs);
    }

    void aDiskWithoutTrashGetsAHiddenFolder()
    {
        const Folder folder;
        qputenv("XDG_DATA_HOME", "/proc/none");
        const auto before = folder.all();
        const auto gone = deletePath(folder.path(QStringLiteral("shop.http")));
        QVERIFY2(gone, gone ? "" : qPrintable(gone.error().sentence));
        QCOMPARE(folder.shown().join(u' '), QStringLiteral("users"));
        QVERIFY(gone->steps[0].other.contains(QLatin1String("/.sonde-trash/")));
        QVERIFY(takeBack(*gone));
        QCOMPARE(folder.all(), before);
    }

    void theTrashKnowsWhereThingsCameFrom()
    {
        const Folder folder;
        const QString trash = folder.dir.filePath(QStringLiteral("home/Trash"));
        const auto gone = deletePath(folder.path(QStringLiteral("shop.http")));
        QVERIFY(gone);
        QCOMPARE(gone->steps[0].other, trash + QStringLiteral("/files/shop.http"));
        QFile info(trash + QStringLiteral("/info/shop.http.trashinfo"));
        QVERIFY(info.open(QIODevice::ReadOnly));
        QVERIFY(
            info.readAll().contains("Path=" + folder.path(QStringLiteral("shop.http")).toUtf8()));
        folder.write(QStringLiteral("shop.http"), users);
        const auto second = deletePath(folder.path(QStringLiteral("shop.http")));
        QVERIFY(second);
        QVERIFY(takeBack(*gone));
        QCOMPARE(folder.read(QStringLiteral("shop.http")), shop);
        QVERIFY(!info.exists());
    }

    void undoNeverWritesOverSomethingElse()
    {
        const Folder folder;
        const auto gone = deletePath(folder.path(QStringLiteral("shop.http")));
        QVERIFY(gone);
        folder.write(QStringLiteral("shop.http"), "GET http://new\n");
        QVERIFY(!takeBack(*gone));
        QCOMPARE(folder.read(QStringLiteral("shop.http")), "GET http://new\n");
        QVERIFY(QFile::remove(folder.path(QStringLiteral("shop.http"))));
        QVERIFY(takeBack(*gone));
        QCOMPARE(folder.read(QStringLiteral("shop.http")), shop);
    }

    void whatFailsHalfwayIsTakenBack()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may write anywhere");
        const Folder folder;
        const auto before = folder.all();
        QFile::setPermissions(folder.path(QStringLiteral("shop.http")), QFile::ReadOwner);
        QVERIFY(!moveRequest(folder.path(QStringLiteral("shop.http")),
                             folder.key(QStringLiteral("shop.http"), 0),
                             folder.path(QStringLiteral("users.http")), {}));
        QCOMPARE(folder.all(), before);
    }

    void aFolderThatCannotBeWrittenToSaysSo()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may write anywhere");
        const Folder folder;
        QFile::setPermissions(folder.path({}), QFile::ReadOwner | QFile::ExeOwner);
        for (const auto &done :
             {newFile(folder.path({}), QStringLiteral("x")),
              renameRequest(folder.path(QStringLiteral("shop.http")),
                            folder.key(QStringLiteral("shop.http"), 0), QStringLiteral("x")),
              deletePath(folder.path(QStringLiteral("shop.http")))}) {
            QVERIFY(!done);
            QVERIFY2(done.error().sentence.contains(QLatin1String("cannot be written to")),
                     qPrintable(done.error().sentence));
        }
        QFile::setPermissions(folder.path({}),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(folder.read(QStringLiteral("shop.http")), shop);
    }

    void permissionsAndLinksStay()
    {
        const Folder folder;
        const QString file = folder.path(QStringLiteral("shop.http"));
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const QString link = folder.path(QStringLiteral("link.http"));
        QVERIFY(QFile::link(file, link));
        QVERIFY(renameRequest(link, folder.key(QStringLiteral("shop.http"), 0),
                              QStringLiteral("Through")));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(folder.read(QStringLiteral("shop.http")).startsWith("### Through\n"));
        struct stat there{};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &there), 0);
        QCOMPARE(there.st_mode & 0777U, 0600U);
    }

    // Two writers on one file, each reading, changing and writing as fast as it can: every change
    // of both is there in the end, and nothing else lies about.
    void writersDoNotLoseEachOther()
    {
        const Folder folder;
        const QString file = folder.path(QStringLiteral("count.http"));
        folder.write(QStringLiteral("count.http"), {});
        constexpr int each = 60;
        std::vector<std::thread> writers;
        std::atomic<int> done = 0;
        for (int writer = 0; writer < 3; ++writer) {
            writers.emplace_back([&, writer] {
                for (int i = 0; i < each;) {
                    QFile there(file);
                    if (!there.open(QIODevice::ReadOnly))
                        continue;
                    const QByteArray before = there.readAll();
                    const auto put = replaceFile(
                        file, before, before + char('a' + writer) + QByteArray::number(i) + '\n');
                    if (!put)
                        return;
                    if (*put == Exchanged::Yes) {
                        ++i;
                        ++done;
                    }
                }
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(done.load(), 3 * each);
        const QByteArrayList lines =
            folder.read(QStringLiteral("count.http")).trimmed().split('\n');
        QCOMPARE(lines.size(), 3 * each);
        for (int writer = 0; writer < 3; ++writer) {
            QByteArrayList mine;
            for (const QByteArray &line : lines) {
                if (line.startsWith(char('a' + writer)))
                    mine.append(line.sliced(1));
            }
            for (int i = 0; i < each; ++i)
                QCOMPARE(mine.value(i), QByteArray::number(i)); // in the order they were written
        }
        QCOMPARE(QDir(folder.path({})).entryList(QDir::Files | QDir::Hidden).size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestLibraryEdit)
#include "tst_library_edit.moc"
