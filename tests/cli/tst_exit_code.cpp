// Exit codes: curl's number for each error, and every number explained in the manual's table.
#include "cli/exit_code.h"

#include <QTest>

#include <cerrno>

using namespace sonde;
using http::Code;
using http::Layer;

class TestExitCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<Layer>("layer");
        QTest::addColumn<int>("expected");
        const auto row = [](Code code, int expected, Layer layer = Layer::Client) {
            QTest::addRow("%s/%s", http::name(code).data(), http::name(layer).data())
                << code << layer << expected;
        };
        row(Code::UnsupportedScheme, 1);
        row(Code::ConflictingOptions, 2);
        row(Code::UnsupportedVersion, 2);
        row(Code::MalformedHeader, 2);
        row(Code::MalformedUrl, 3);
        row(Code::ProxyNotFound, 5);
        row(Code::HostNotFound, 6);
        row(Code::ConnectionRefused, 7);
        row(Code::MalformedResponse, 8, Layer::Http1);
        row(Code::ProtocolViolation, 16, Layer::Http2);
        row(Code::TruncatedResponse, 18);
        row(Code::FileUnwritable, 23);
        row(Code::DiskFull, 23);
        row(Code::FileMissing, 26);
        row(Code::ConnectTimeout, 28);
        row(Code::FirstByteTimeout, 28);
        row(Code::IdleTimeout, 28);
        row(Code::TotalTimeout, 28);
        row(Code::TlsHandshakeFailed, 35);
        row(Code::TooManyRedirects, 47);
        row(Code::ConnectionClosed, 52);
        row(Code::SendFailed, 55);
        row(Code::ReceiveFailed, 56);
        row(Code::ClientCertificateUnusable, 58);
        row(Code::CertificateUntrusted, 60);
        row(Code::CertificateExpired, 60);
        row(Code::CertificateNameMismatch, 60);
        row(Code::ContentDecodingFailed, 61);
        row(Code::CaFileUnusable, 77);
        row(Code::StreamReset, 92);
        row(Code::Cancelled, 130);
    }

    void numbers()
    {
        QFETCH(Code, code);
        QFETCH(Layer, layer);
        QFETCH(int, expected);
        QCOMPARE(cli::exitCode({.layer = layer, .code = code}), expected);
    }

    // As in curl: an orderly end has the number of what is missing, a reset that of the socket.
    void brokenOff_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<http::Phase>("phase");
        QTest::addColumn<int>("expected");
        QTest::newRow("before an answer") << Code::ConnectionClosed << http::Phase::Wait << 56;
        QTest::newRow("inside it") << Code::TruncatedResponse << http::Phase::ReceiveBody << 56;
        QTest::newRow("while sending") << Code::ConnectionClosed << http::Phase::Send << 55;
    }

    void brokenOff()
    {
        QFETCH(Code, code);
        QFETCH(http::Phase, phase);
        QFETCH(int, expected);
        QCOMPARE(cli::exitCode({.code = code, .phase = phase, .number = ECONNRESET}), expected);
    }

    void everyNumberIsExplained()
    {
        const auto rows = cli::exitCodes();
        QVERIFY(std::ranges::is_sorted(rows, {}, &cli::ExitCodeRow::number));
        // UnresolvedVariable and Internal are the last names; every code up to them has a row.
        for (int code = 0; code <= int(Code::Internal); ++code) {
            for (const Layer layer : {Layer::Http1, Layer::Http2}) {
                const int number = cli::exitCode({.layer = layer, .code = Code(code)});
                QVERIFY2(std::ranges::find(rows, number, &cli::ExitCodeRow::number) != rows.end(),
                         http::name(Code(code)).data());
                QVERIFY(number != 0);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestExitCode)
#include "tst_exit_code.moc"
