// Real servers for the tests: nginx, Apache, Caddy and nghttpd on free ports of 127.0.0.1, each
// with its own folder, started by the test and ended by it.
#pragma once

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace sonde::live
{

// What all servers serve: small.txt, 20k.bin, page.html, data.json, empty, 1m.bin, big.bin (2 GiB,
// sparse).
class Site
{
public:
    Site();
    [[nodiscard]] QString root() const { return m_folder.path() + QStringLiteral("/www"); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    // A leaf for localhost, 127.0.0.1 and ::1, and the authority that signed it (PEM files).
    [[nodiscard]] QString certificate() const { return path(QStringLiteral("leaf.pem")); }
    [[nodiscard]] QString key() const { return path(QStringLiteral("leaf.key")); }
    [[nodiscard]] QString authority() const { return path(QStringLiteral("ca.pem")); }

    static constexpr qint64 bigOctets = qint64(2) << 30;

private:
    QTemporaryDir m_folder;
};

struct Ports {
    quint16 http = 0;  // HTTP/1.1; nghttpd: none
    quint16 h2c = 0;   // prior knowledge
    quint16 https = 0; // h2 and http/1.1 by ALPN
};

class Server
{
public:
    // Null with a skip-worthy `why` when the program is not installed, or when it did not start.
    static std::unique_ptr<Server> start(const QString &name, const Site &site, QString *why);
    ~Server();

    [[nodiscard]] const Ports &ports() const { return m_ports; }
    // "http://127.0.0.1:PORT", "https://localhost:PORT"
    [[nodiscard]] QString http() const;
    [[nodiscard]] QString h2c() const;
    [[nodiscard]] QString https() const;

private:
    Server() = default;
    bool run(const QString &program, const QStringList &arguments, QString *why);

    Ports m_ports;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    friend struct Recipes;
};

[[nodiscard]] quint16 freePort();

} // namespace sonde::live
