// Shell words: quoting, continuation, here-documents, what is kept as text, and the cmd.exe
// flavour.
#include "interop/shell_words.h"

#include <QTest>

using namespace sonde;
using namespace sonde::interop;

namespace
{

using Words = std::vector<QByteArray>;

Words firstWords(const http::Result<ShellScript> &script)
{
    return script && !script->commands.empty() ? script->commands.front().words : Words{};
}

} // namespace

Q_DECLARE_METATYPE(Words)

class TestShellWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Words>("expected");
        const auto row = [](const char *name, const QByteArray &text, const Words &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("blanks", "  a\t b  ", {"a", "b"});
        row("single quotes", R"('a b' 'c"d' 'e\f')", {"a b", "c\"d", "e\\f"});
        row("double quotes", R"("a b" "c\"d" "e\f" "\\" "\$x" "it's")",
            {"a b", "c\"d", "e\\f", "\\", "$x", "it's"});
        row("joined quotes", R"(a'b'"c"d)", {"abcd"});
        row("empty words", R"('' "" a)", {"", "", "a"});
        row("backslash", R"(a\ b \'c \")", {"a b", "'c", "\""});
        row("backslash at the end", "a\\", {"a\\"});
        row("line continuation", "a \\\n  b\\\nc", {"a", "bc"});
        row("line continuation with CRLF", "a \\\r\n  b \\\r\n c", {"a", "b", "c"});
        row("continuation inside double quotes", "\"a\\\nb\"", {"ab"});
        row("line break inside quotes", "'a\nb' \"c\nd\"", {"a\nb", "c\nd"});
        row("comment", "# no\na # b\nc", {"a"});
        row("hash inside a word", "a#b", {"a#b"});
        row("ANSI-C", R"($'a\nb\t\'\x41\u00e9\U0001F600\101\\')",
            {"a\nb\t'A\xc3\xa9\xf0\x9f\x98\x80"
             "A\\"});
        row("ANSI-C octets", R"($'\xff\0')", {QByteArray("\xff\0", 2)});
        row("ANSI-C control and unknown", R"($'\cA\q\e')", {"\x01\\q\x1b"});
        row("localised quotes", R"($"a b")", {"a b"});
        row("variable", R"($HOME "${X:-a b}" '$Y')", {"$HOME", "${X:-a b}", "$Y"});
        row("command substitution", "`date +%s` $(echo \"a b\")",
            {"`date +%s`", "$(echo \"a b\")"});
        row("lone dollar", "a$ \"b$\" $", {"a$", "b$", "$"});
        row("output redirection", "a >b 2>&1 c 2> d &> e", {"a", "c"});
        row("operators", "a && b", {"a"});
        row("pipe without blanks", "a|b", {"a"});
        row("ampersand in a URL", "a 'x?y&z'", {"a", "x?y&z"});
    }

    void words()
    {
        QFETCH(QByteArray, text);
        QFETCH(Words, expected);
        const auto script = splitShell(text);
        QVERIFY(script);
        QCOMPARE(firstWords(script), expected);
    }

    void commandsAndInput()
    {
        const auto script = splitShell("echo foo | a - < in.txt\n"
                                       "b <<EOF x\n"
                                       "one\n"
                                       "\ttwo\n"
                                       "EOF\n"
                                       "c <<-'END'\n"
                                       "\t\tthree\n"
                                       "\tEND\n"
                                       "d <<< \"four $X\" ; e\n");
        QVERIFY(script);
        const auto text = [](const QByteArray &value) {
            return std::optional(ShellInput{.kind = ShellInput::Kind::Text, .value = value});
        };
        const std::vector<ShellCommand> expected{
            {.words = {"echo", "foo"}},
            {.words = {"a", "-"}, .input = ShellInput{.value = "in.txt"}},
            {.words = {"b", "x"}, .input = text("one\n\ttwo\n")},
            {.words = {"c"}, .input = text("three\n")},
            {.words = {"d"}, .input = text("four $X\n")},
            {.words = {"e"}},
        };
        QCOMPARE(script->commands.size(), expected.size());
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(script->commands[i].words, expected[i].words);
            QVERIFY(script->commands[i].input == expected[i].input);
        }
        QCOMPARE(script->notes.size(), 1u);
        QVERIFY(script->notes.front().text().contains("$X"));
    }

    void openQuotes_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"a 'b", "a \"b", "a $'b", "a `b", "a $(b", "a ${b", "a \"$(b\""})
            QTest::newRow(text) << QByteArray(text);
    }

    void openQuotes()
    {
        QFETCH(QByteArray, text);
        const auto script = splitShell(text);
        QVERIFY(!script);
        QVERIFY(!script.error().sentence.isEmpty());
    }

    void tooLong()
    {
        QVERIFY(!splitShell(QByteArray(shellTextLimit + 1, 'a')));
        QVERIFY(!splitCmd(QByteArray(shellTextLimit + 1, 'a')));
    }

    void cmd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Words>("expected");
        const auto row = [](const char *name, const QByteArray &text, const Words &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("browser",
            "curl ^\"http://a.test/?x=1^&y=2^\" ^\n  -H ^\"accept: */*^\" ^\r\n"
            "  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"100^%^\\^\"^}^\"",
            {"curl", "http://a.test/?x=1&y=2", "-H", "accept: */*", "--data-raw",
             "{\"a\":\"100%\"}"});
        row("plain quotes", "curl \"a^b\" ^\n \"c\"", {"curl", "a^b", "c"});
        row("doubled quote", "curl ^\"a^\"^\"b^\"", {"curl", "a\"b"});
        row("backslashes", "curl ^\"C:\\dir\\\\^\" x\\y", {"curl", "C:\\dir\\", "x\\y"});
        row("line break in a body", "curl ^\"a^\n\nb^\"", {"curl", "a\nb"});
    }

    void cmd()
    {
        QFETCH(QByteArray, text);
        QFETCH(Words, expected);
        QVERIFY(looksLikeCmd(text));
        QCOMPARE(firstWords(splitCmd(text)), expected);
    }

    // No prefix of any text may crash or loop.
    void prefixes()
    {
        const QByteArray text(
            "a$'\\x4\\u12\\c' \"`b` ${c} $(d)\" <<E f\n1\nE\n<<<g 2>&1 ^\"h^\n\\");
        for (qsizetype length = 0; length <= text.size(); ++length) {
            (void)splitShell(text.first(length));
            (void)splitCmd(text.first(length));
        }
    }
};

QTEST_APPLESS_MAIN(TestShellWords)
#include "tst_shell_words.moc"
