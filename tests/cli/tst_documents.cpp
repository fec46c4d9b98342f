// The manual page and the completions in resources/ are those that the option table makes.
// UPDATE_GOLDEN=1 writes them anew.
#include "cli/help_text.h"

#include <QFile>
#include <QTest>

using namespace sonde;

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("man") << "man/sonde.1" << cli::manualPage();
        QTest::newRow("bash") << "completions/sonde.bash" << cli::bashCompletion();
        QTest::newRow("zsh") << "completions/sonde.zsh" << cli::zshCompletion();
        QTest::newRow("fish") << "completions/sonde.fish" << cli::fishCompletion();
    }

    void committed()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, expected);
        QFile file(QStringLiteral(SONDE_SOURCE_DIR "/resources/") + path);
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(expected), expected.size());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), expected);
    }

    void helpNamesEveryOption()
    {
        const QByteArray help = cli::sendHelp();
        const QByteArray manual = cli::manualPage();
        for (const interop::CurlOption &option : interop::curlOptions()) {
            if (option.chapter == interop::Chapter::None)
                continue;
            QVERIFY2(help.contains(cli::flagText(option) + '\n'), option.name.data());
            const QByteArray name = option.name.toByteArray().replace('-', "\\-");
            QVERIFY2(manual.contains("\\-\\-" + name + "\\fR"), option.name.data());
        }
        for (const QByteArray &line : help.split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line.constData());
    }
};

QTEST_APPLESS_MAIN(TestDocuments)
#include "tst_documents.moc"
