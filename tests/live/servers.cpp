#include "tests/live/servers.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <unistd.h>

namespace sonde::live
{
namespace
{

void write(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
        qFatal("cannot write %s", qPrintable(path));
}

void openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')),
               process.readAllStandardError().data());
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(200);
}

QString program(const QString &name)
{
    return QStandardPaths::findExecutable(name,
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"),
                                           QStringLiteral("/usr/local/bin")});
}

} // namespace

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

Site::Site()
{
    // Servers that drop root must be able to read it.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7055));
    QDir().mkpath(root());
    write(root() + QStringLiteral("/small.txt"), "Hello from a real server.\n");
    write(root() + QStringLiteral("/empty"), {});
    write(root() + QStringLiteral("/page.html"),
          "<!doctype html><title>x</title>" + QByteArray(20'000, 'p'));
    write(root() + QStringLiteral("/data.json"),
          "{\"numbers\":[" + QByteArray("1,").repeated(5000) + "1]}");
    write(root() + QStringLiteral("/20k.bin"), QByteArray(20'000, 'k'));
    QByteArray random(1 << 20, Qt::Uninitialized);
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(random.data()), random.size() / 4);
    write(root() + QStringLiteral("/1m.bin"), random);
    QFile big(root() + QStringLiteral("/big.bin"));
    if (!big.open(QIODevice::WriteOnly) || !big.resize(bigOctets))
        qFatal("cannot make the sparse file");
    const QString ec = QStringLiteral("ec_paramgen_curve:P-256");
    openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", ec, "-nodes", "-keyout", path("ca.key"),
             "-out", authority(), "-days", "2", "-subj", "/CN=Sonde test authority", "-addext",
             "basicConstraints=critical,CA:TRUE"});
    openssl({"req", "-newkey", "ec", "-pkeyopt", ec, "-nodes", "-keyout", key(), "-out",
             path("leaf.csr"), "-subj", "/CN=localhost"});
    write(path("leaf.ext"), "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n");
    openssl({"x509", "-req", "-in", path("leaf.csr"), "-CA", authority(), "-CAkey", path("ca.key"),
             "-CAcreateserial", "-days", "2", "-extfile", path("leaf.ext"), "-out", certificate()});
    QFile::setPermissions(key(), QFile::Permissions(0x6044));
}

// How each server is configured.
struct Recipes {
    static bool nginx(Server &server, const Site &site, QString *why);
    static bool apache(Server &server, const Site &site, QString *why);
    static bool caddy(Server &server, const Site &site, QString *why);
    static bool nghttpd(Server &server, const Site &site, QString *why);
};

bool Recipes::nginx(Server &server, const Site &site, QString *why)
{
    server.m_ports = {freePort(), freePort(), freePort()};
    const QString folder = server.m_folder.path();
    QByteArray conf = R"(daemon off; master_process off; pid FOLDER/pid; error_log FOLDER/error.log;
events { worker_connections 512; }
http {
  access_log off; default_type application/octet-stream;
  types { text/html html; text/plain txt; application/json json; }
  client_body_temp_path FOLDER/a; proxy_temp_path FOLDER/b; fastcgi_temp_path FOLDER/c;
  uwsgi_temp_path FOLDER/d; scgi_temp_path FOLDER/e;
  root WWW; keepalive_requests 1000000; sendfile on; client_max_body_size 0;
  gzip on; gzip_min_length 1000; gzip_types text/plain application/json;
  ssl_certificate LEAF; ssl_certificate_key KEY; ssl_protocols TLSv1.2 TLSv1.3;
  map $server_protocol $rate { "HTTP/2.0" 800k; default 0; }
  map $server_protocol $planted { "HTTP/2.0" yes; default ""; }
  server {
    listen 127.0.0.1:HTTP; listen [::1]:HTTP; listen 127.0.0.1:H2C http2;
    listen 127.0.0.1:TLS ssl http2; listen [::1]:TLS ssl http2;
    location = /loop { return 302 /loop; }
    location = /to-small { return 302 /small.txt; }
    location = /see-other { return 303 /small.txt; }
    location = /kept { return 308 /small.txt; }
    location = /gone { return 410 "gone for good\n"; }
    location = /broken { return 500 "broken\n"; }
    location = /nothing { return 204; }
    location = /planted {
      add_header X-Planted $planted; add_header X-Request-Id $request_id;
      return 200 "over $planted\nto $request_id\n";
    }
    location = /paced { limit_rate 350k; alias WWW/1m.bin; }
    location = /slow-h2 { limit_rate $rate; alias WWW/1m.bin; }
    location = /method { return 200 "$request_method $server_protocol\n"; }
    location = /fields { return 200 "$http_x_one|$http_x_two|$http_user_agent|$http_accept\n"; }
  }
})";
    conf.replace("FOLDER", folder.toUtf8())
        .replace("WWW", site.root().toUtf8())
        .replace("LEAF", site.certificate().toUtf8())
        .replace("KEY", site.key().toUtf8())
        .replace("HTTP;", QByteArray::number(server.m_ports.http) + ';')
        .replace("H2C ", QByteArray::number(server.m_ports.h2c) + ' ')
        .replace("TLS ", QByteArray::number(server.m_ports.https) + ' ');
    write(folder + QStringLiteral("/nginx.conf"), conf);
    return server.run(QStringLiteral("nginx"),
                      {"-p", folder, "-c", folder + QStringLiteral("/nginx.conf"), "-e",
                       folder + QStringLiteral("/error.log")},
                      why);
}

bool Recipes::apache(Server &server, const Site &site, QString *why)
{
    const quint16 clear = freePort();
    server.m_ports = {clear, clear, freePort()};
    const QString folder = server.m_folder.path();
    QFile::setPermissions(folder, QFile::Permissions(0x7055));
    QDir().mkpath(folder + QStringLiteral("/cgi"));
    const QString digest = folder + QStringLiteral("/cgi/digest");
    write(digest, "#!/bin/sh\nprintf 'Content-Type: text/plain\\r\\nX-Method: %s\\r\\n\\r\\n' "
                  "\"$REQUEST_METHOD\"\nsha256sum | cut -d' ' -f1\n");
    QFile::setPermissions(digest, QFile::Permissions(0x7055));
    QByteArray conf = R"(ServerRoot FOLDER
ServerName localhost
PidFile FOLDER/pid
ErrorLog FOLDER/error.log
Listen 127.0.0.1:CLEAR
Listen 127.0.0.1:TLS
)";
    for (const QByteArray name :
         {"mpm_event", "authz_core", "unixd", "http2", "ssl", "socache_shmcb", "cgid", "filter",
          "deflate", "brotli", "mime", "alias", "dir"}) {
        // What Debian compiled in (unixd, in some releases) has no file to load.
        const QByteArray file = "/usr/lib/apache2/modules/mod_" + name + ".so";
        if (QFile::exists(QString::fromLatin1(file)))
            conf += "LoadModule " + name + "_module " + file + '\n';
    }
    if (geteuid() == 0) // Apache gives up root for the user that it is told
        conf += "User www-data\nGroup www-data\n";
    conf += R"(TypesConfig /dev/null
AddType text/html html
AddType text/plain txt
AddType application/json json
ScriptSock FOLDER/cgid.sock
DocumentRoot WWW
ScriptAlias /cgi/ FOLDER/cgi/
<Location "/data.json">
  SetOutputFilter BROTLI_COMPRESS;DEFLATE
</Location>
<VirtualHost 127.0.0.1:CLEAR>
  Protocols h2c http/1.1
</VirtualHost>
<VirtualHost 127.0.0.1:TLS>
  Protocols h2 http/1.1
  SSLEngine on
  SSLCertificateFile LEAF
  SSLCertificateKeyFile KEY
</VirtualHost>
)";
    conf.replace("FOLDER", folder.toUtf8())
        .replace("WWW", site.root().toUtf8())
        .replace("LEAF", site.certificate().toUtf8())
        .replace("KEY", site.key().toUtf8())
        .replace(":CLEAR", ':' + QByteArray::number(clear))
        .replace(":TLS", ':' + QByteArray::number(server.m_ports.https));
    write(folder + QStringLiteral("/apache.conf"), conf);
    return server.run(QStringLiteral("apache2"),
                      {"-D", "FOREGROUND", "-f", folder + QStringLiteral("/apache.conf")}, why);
}

bool Recipes::caddy(Server &server, const Site &site, QString *why)
{
    const quint16 clear = freePort();
    server.m_ports = {clear, clear, freePort()};
    const QString folder = server.m_folder.path();
    QByteArray conf = R"({
  admin off
  auto_https disable_redirects
  skip_install_trust
  storage file_system FOLDER/data
  servers {
    protocols h1 h2 h2c
  }
}
http://localhost:CLEAR, http://127.0.0.1:CLEAR {
  bind 127.0.0.1
  root * WWW
  encode zstd gzip
  redir /to-small /small.txt 302
  file_server
}
https://localhost:TLS, https://127.0.0.1:TLS {
  bind 127.0.0.1
  tls LEAF KEY
  root * WWW
  encode zstd gzip
  redir /to-small /small.txt 302
  file_server
}
)";
    conf.replace("FOLDER", folder.toUtf8())
        .replace("WWW", site.root().toUtf8())
        .replace("LEAF", site.certificate().toUtf8())
        .replace("KEY", site.key().toUtf8())
        .replace(":CLEAR", ':' + QByteArray::number(clear))
        .replace(":TLS", ':' + QByteArray::number(server.m_ports.https));
    write(folder + QStringLiteral("/Caddyfile"), conf);
    return server.run(
        QStringLiteral("caddy"),
        {"run", "--adapter", "caddyfile", "--config", folder + QStringLiteral("/Caddyfile")}, why);
}

bool Recipes::nghttpd(Server &server, const Site &site, QString *why)
{
    server.m_ports = {0, freePort(), freePort()};
    const QStringList common{"--address=127.0.0.1", "-d", site.root(), "--echo-upload",
                             "--trailer=x-checked: yes"};
    const QString h2c = QString::number(server.m_ports.h2c);
    const QString tls = QString::number(server.m_ports.https);
    return server.run(QStringLiteral("nghttpd"), common + QStringList{"--no-tls", h2c}, why) &&
           server.run(QStringLiteral("nghttpd"),
                      common + QStringList{tls, site.key(), site.certificate()}, why);
}

std::unique_ptr<Server> Server::start(const QString &name, const Site &site, QString *why)
{
    static const QMap<QString, bool (*)(Server &, const Site &, QString *)> recipes = {
        {QStringLiteral("nginx"), Recipes::nginx},
        {QStringLiteral("apache"), Recipes::apache},
        {QStringLiteral("caddy"), Recipes::caddy},
        {QStringLiteral("nghttpd"), Recipes::nghttpd},
    };
    std::unique_ptr<Server> server(new Server);
    if (!recipes.value(name)(*server, site, why))
        return nullptr;
    for (const quint16 port : {server->m_ports.http, server->m_ports.h2c, server->m_ports.https}) {
        const QDeadlineTimer deadline(20'000);
        while (port && !answers(port)) {
            if (deadline.hasExpired()) {
                *why = name + QStringLiteral(" did not start: ") +
                       QString::fromUtf8(server->m_processes.back()->readAllStandardError());
                return nullptr;
            }
            QThread::msleep(20);
        }
    }
    return server;
}

bool Server::run(const QString &name, const QStringList &arguments, QString *why)
{
    const QString path = program(name);
    if (path.isEmpty()) {
        *why = name + QStringLiteral(" is not installed: tests/run installs it");
        return false;
    }
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_folder.path()); // Caddy keeps things there
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->setStandardOutputFile(m_folder.filePath(name + QStringLiteral(".out")));
    process->start(path, arguments);
    const bool started = process->waitForStarted(10'000);
    m_processes.push_back(std::move(process));
    if (!started)
        *why = name + QStringLiteral(" could not be started");
    return started;
}

Server::~Server()
{
    for (const auto &process : m_processes) {
        process->terminate();
        if (!process->waitForFinished(5'000)) {
            process->kill();
            process->waitForFinished(5'000);
        }
    }
}

QString Server::http() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_ports.http);
}

QString Server::h2c() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_ports.h2c);
}

QString Server::https() const
{
    return QStringLiteral("https://localhost:%1").arg(m_ports.https);
}

} // namespace sonde::live
