// What the engine says in English is found again and said in German: alone, put together, with
// values that look like sentences themselves, and in no time whatever the text.
#include "german.h"
#include "ui/widgets/sentence.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace sonde;
using namespace sonde::ui;

namespace
{

SentenceBook madeOf(const QByteArrayList &templates)
{
    return SentenceBook("# a\n" + templates.join('\n'));
}

// German is what stands here behind the English.
SentenceBook::Say saying(const QMap<QByteArray, QString> &words)
{
    return [words](const char *, const char *english) {
        return words.value(english, QString::fromUtf8(english));
    };
}

} // namespace

class TestSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesStayAsTheyAre()
    {
        const QByteArray english = "The file “%1” is longer than %2 octets.";
        const auto say = saying({{english, QStringLiteral("%2 Oktette übertrifft „%1“.")}});
        const auto book = madeOf({english});
        QCOMPARE(book.translated(QStringLiteral("The file “%2” is longer than 7 octets."), say),
                 QStringLiteral("7 Oktette übertrifft „%2“."));
        QCOMPARE(
            book.translated(QStringLiteral("The file “a “b” %1” is longer than 7 octets."), say),
            QStringLiteral("7 Oktette übertrifft „a “b” %1“."));
        QCOMPARE(book.translated(QStringLiteral("The file “x” is long."), say),
                 QStringLiteral("The file “x” is long."));
    }

    // A name may be a sentence; a reason that is one is said anew.
    void aQuotedSentenceIsAName()
    {
        const auto say = saying({{"There is “%1”: %2.", QStringLiteral("Es gibt „%1“: %2.")},
                                 {"the disk is full", QStringLiteral("der Datenträger ist voll")}});
        const auto book = madeOf({"There is “%1”: %2.", "the disk is full"});
        QCOMPARE(
            book.translated(QStringLiteral("There is “the disk is full”: the disk is full."), say),
            QStringLiteral("Es gibt „the disk is full“: der Datenträger ist voll."));
    }

    void theMostExactTemplateWins()
    {
        const auto say =
            saying({{"%1 cannot be read", QStringLiteral("%1 unlesbar")},
                    {"The key “%1” cannot be read", QStringLiteral("Schlüssel „%1“ unlesbar")}});
        const auto book = madeOf({"%1 cannot be read", "The key “%1” cannot be read"});
        QCOMPARE(book.translated(QStringLiteral("The key “a” cannot be read"), say),
                 QStringLiteral("Schlüssel „a“ unlesbar"));
        QCOMPARE(book.translated(QStringLiteral("b cannot be read"), say),
                 QStringLiteral("b unlesbar"));
    }

    // Sentences follow each other, lines too; a value at the end does not swallow the next one.
    void sentencesFollowEachOther()
    {
        const auto say =
            saying({{"No answer came: %1.", QStringLiteral("Keine Antwort: %1.")},
                    {" It was no orderly end: %1.", QStringLiteral(" Kein Ende: %1.")},
                    {"the line “%1” is empty", QStringLiteral("die Zeile „%1“ ist leer")},
                    {"it is left out", QStringLiteral("sie entfällt")}});
        const auto book = madeOf({"No answer came: %1.", " It was no orderly end: %1.",
                                  "the line “%1” is empty", "it is left out"});
        QCOMPARE(
            book.translated(
                QStringLiteral("No answer came: reset. It was no orderly end: broken pipe."), say),
            QStringLiteral("Keine Antwort: reset. Kein Ende: broken pipe."));
        QCOMPARE(book.translated(
                     QStringLiteral("the line “a” is empty; it is left out.\nit is left out"), say),
                 QStringLiteral("die Zeile „a“ ist leer; sie entfällt.\nsie entfällt"));
        QCOMPARE(book.translated(QStringLiteral("Something else (it is left out)"), say),
                 QStringLiteral("Something else (sie entfällt)"));
    }

    // Two values side by side are cut where a part ends.
    void valuesSideBySide()
    {
        const auto say = saying({{"%1 %2, so it was closed", QStringLiteral("%1 %2, daher zu")},
                                 {"The server", QStringLiteral("Der Server")},
                                 {"broke a rule", QStringLiteral("brach eine Regel")}});
        const auto book = madeOf({"%1 %2, so it was closed", "The server", "broke a rule"});
        QCOMPARE(book.translated(QStringLiteral("The server broke a rule, so it was closed"), say),
                 QStringLiteral("Der Server brach eine Regel, daher zu"));
    }

    void noTextTakesLong()
    {
        const test::German german;
        QVERIFY(german.isThere());
        const QString piece = QStringLiteral("%1 closed the connection after “, (the server: ");
        for (const QString &text :
             {piece.repeated(90), QStringLiteral("a ").repeated(2000),
              QStringLiteral("“").repeated(4000), QStringLiteral("(x) ").repeated(1000),
              QStringLiteral("The ").repeated(1000) + u'.', piece.repeated(100'000)}) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!inWindowLanguage(text).isEmpty());
            QVERIFY2(
                timer.elapsed() < 400,
                qPrintable(QStringLiteral("%1 ms: %2").arg(timer.elapsed()).arg(text.first(50))));
        }
    }

    // Rows are painted often: what was said is not put together anew each time.
    void aSentenceIsPutTogetherOnce()
    {
        struct Counting : QTranslator {
            mutable int asked = 0;
            [[nodiscard]] bool isEmpty() const override { return false; }
            QString translate(const char *, const char *, const char *, int) const override
            {
                ++asked;
                return {};
            }
        };
        const test::German german;
        Counting counting;
        QVERIFY(QCoreApplication::installTranslator(&counting));
        const QString sentence = QStringLiteral("The field line “once” has no colon; it is left "
                                                "out.");
        const QString said = inWindowLanguage(sentence);
        QVERIFY(counting.asked > 1);
        counting.asked = 0;
        QCOMPARE(inWindowLanguage(sentence), said);
        QCOMPARE(counting.asked, 1); // which language it is
        QCoreApplication::removeTranslator(&counting);
    }

    void englishIsLeftAloneInAnEnglishWindow()
    {
        const QString sentence = QStringLiteral("The request was cancelled.");
        QCOMPARE(inWindowLanguage(sentence), sentence);
        const test::German german;
        QCOMPARE(inWindowLanguage(sentence), QStringLiteral("Die Anfrage wurde abgebrochen."));
    }

    void putTogetherAsTheEngineDoes_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *english, const char *expected) {
            QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(expected);
        };
        row("The field line “a b” has no colon; it is left out.",
            "Die Feldzeile „a b“ hat keinen Doppelpunkt; sie wird ausgelassen.");
        row("The message of the server has no :status (RFC 9113 section 8.3.2).",
            "Die Nachricht des Servers hat kein :status (RFC 9113 section 8.3.2).");
        row("The server closed the connection inside the head (announced by GOAWAY with NO_ERROR "
            "(0x0)).",
            "Der Server hat die Verbindung geschlossen, und zwar mitten im Kopf (mit GOAWAY "
            "angekündigt: "
            "NO_ERROR (0x0)).");
        row("The server broke flow control, so the connection had to be closed with "
            "FLOW_CONTROL_ERROR "
            "(0x3).",
            "Der Server hat die Flusskontrolle verletzt, sodass die Verbindung mit "
            "FLOW_CONTROL_ERROR "
            "(0x3) geschlossen werden musste.");
        row("The proxy localhost:8080 refused a tunnel to a.test:443: it answered 403 Forbidden.",
            "Der Proxy localhost:8080 hat einen Tunnel zu a.test:443 verweigert: Er antwortete 403 "
            "Forbidden.");
        row("a.test:443 closed the connection in the middle of the TLS handshake.",
            "a.test:443 hat die Verbindung beendet, mitten im TLS-Handshake.");
        row("The certificate for a.test expired on 2020-01-01 00:00:00 UTC (certificate 1 of 2, "
            "a).",
            "Das Zertifikat für a.test ist abgelaufen am 2020-01-01 00:00:00 UTC (Zertifikat 1 von "
            "2, a).");
        row("The certificate for a.test has a key that is too weak, RSA 512 (certificate 1 of 1, "
            "without a "
            "name).",
            "Das Zertifikat für a.test ist zu schwach: Schlüssel RSA 512 (Zertifikat 1 von 1, ohne "
            "Namen).");
        row("No connection to a.test within 5 ms: the time ran out while connecting.",
            "Keine Verbindung zu a.test in 5 ms: Die Zeit lief ab beim Verbinden.");
        row("No connection to a.test within 5 ms: the time ran out during the TLS handshake.",
            "Keine Verbindung zu a.test in 5 ms: Die Zeit lief ab beim TLS-Handshake.");
        row("The file of trusted certificates “/does not exist” does not exist.",
            "Die Datei „/does not exist“ mit vertrauten Zertifikaten gibt es nicht.");
        row("“a” cannot be sent to: its port “x” is no number from 1 to 65535.",
            "An „a“ lässt sich nicht senden: Ihr Port „x“ ist keine Zahl von 1 bis 65535.");
        row("Not sent here, because the redirect leads to another origin: Cookie, Authorization.",
            "Hier nicht gesendet, weil die Weiterleitung zu einem anderen Ursprung führt: Cookie, "
            "Authorization.");
        row("“a/b” has assertions or captures, which are not carried.",
            "„a/b“ hat Prüfungen oder Entnahmen, die nicht übernommen werden.");
        row("Cancelled after 3 s; until then status 200 and 5 of 9 octets of its content had "
            "arrived.",
            "Abgebrochen nach 3 s; bis dahin: Status 200 und 5 von 9 Oktetten des Inhalts waren "
            "da.");
        row("The variable “a” in the header “X the URL” has no value: define it in the file (@a = "
            "…) or "
            "choose an environment that has it.",
            "Die Variable „a“ (Header „X the URL“) hat keinen Wert: Legen Sie sie in der Datei "
            "fest (@a = "
            "…), oder wählen Sie eine Umgebung, die sie hat.");
        row("Sent again on a new connection, because the first try failed and cannot have been "
            "processed: "
            "The server closed the connection without answering the request.",
            "Auf einer neuen Verbindung noch einmal gesendet, weil der erste Versuch gescheitert "
            "ist und "
            "nicht verarbeitet sein kann: Der Server hat die Verbindung geschlossen, ohne die "
            "Anfrage zu "
            "beantworten.");
    }

    void putTogetherAsTheEngineDoes()
    {
        QFETCH(QString, english);
        QFETCH(QString, expected);
        const test::German german;
        QVERIFY(german.isThere());
        QCOMPARE(inWindowLanguage(english), expected);
        QCOMPARE(inWindowLanguage(expected), expected);
    }

    // Every sentence of the list is found again in itself, whatever its values are.
    void everySentenceIsFoundAgain()
    {
        const test::German german;
        QFile list(QStringLiteral(":/sonde/translations/sentences.txt"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        static const QRegularExpression place(QStringLiteral("%([1-9])"));
        QByteArray context;
        QStringList lost;
        int sentences = 0;
        QElapsedTimer timer;
        timer.start();
        for (const QByteArray &line : list.readAll().split('\n')) {
            if (line.startsWith("# ")) {
                context = line.mid(2);
                continue;
            }
            if (context != "sonde::Sentence" || !line.contains(' ') || line.startsWith(' ') ||
                line.endsWith(' '))
                continue;
            ++sentences;
            QString english = QString::fromUtf8(line);
            QString expected = german.of(context.constData(), line.constData());
            english.replace(place, QStringLiteral("q\\1q"));
            expected.replace(place, QStringLiteral("q\\1q"));
            if (inWindowLanguage(english) != expected)
                lost << english + QStringLiteral(" → ") + inWindowLanguage(english);
        }
        QVERIFY(sentences > 650);
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestSentence)
#include "tst_sentence.moc"
