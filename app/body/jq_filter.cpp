#include "body/jq_filter.h"

#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sonde::body
{
namespace
{

constexpr rlim_t mostMemory = 8ULL << 30; // octets of address space: jq holds whole values
constexpr qint64 mostOutput = 4LL << 30;  // octets; an expression may write for ever
constexpr qsizetype mostSaid = 2000;      // octets of what it says went wrong
constexpr int turnMilliseconds = 20;      // between two looks at whether it is still wanted
constexpr qsizetype pieceOctets = 64 << 10;
constexpr int notCompiled = 3; // what jq ends with where an expression is none

http::Error failure(const QString &sentence, http::Code code = http::Code::ContentDecodingFailed)
{
    return {.layer = http::Layer::Content,
            .code = code,
            .phase = http::Phase::Store,
            .sentence = sentence};
}

// A socket, since a write to a reader that has gone then raises no signal.
class Pipe
{
public:
    Pipe() = default;
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe()
    {
        close(ours);
        close(theirs);
    }

    bool open()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return false;
        ours = ends[0];
        theirs = ends[1];
        return ::fcntl(ours, F_SETFL, O_NONBLOCK) == 0;
    }

    static void close(int &descriptor)
    {
        if (descriptor >= 0)
            ::close(std::exchange(descriptor, -1));
    }

    int ours = -1;
    int theirs = -1;
};

// Without the count of errors, the hint at shells, and its name on every line.
QString complaintOf(const QByteArray &said)
{
    QStringList lines;
    for (const QByteArray &line : said.split('\n')) {
        QString text = QString::fromUtf8(line).trimmed();
        for (const char *front : {"jq: ", "error: "}) {
            if (text.startsWith(QLatin1String(front)))
                text = text.sliced(qsizetype(std::strlen(front)));
        }
        text.remove(QStringLiteral(" (Unix shell quoting issues?)"));
        const bool isCount = text.endsWith(QStringLiteral(" compile error")) ||
                             text.endsWith(QStringLiteral(" compile errors"));
        if (!text.isEmpty() && !isCount)
            lines << text;
    }
    return lines.isEmpty() ? QString() : QStringLiteral("jq: ") + lines.join(QLatin1Char(' '));
}

class JqFilter final : public Derivation
{
public:
    JqFilter(const QByteArray &expression, JqShows shows, std::shared_ptr<JqWatch> watch)
        : m_expression(expression)
        , m_shows(shows)
        , m_watch(std::move(watch))
    {
    }

    ~JqFilter() override
    {
        if (m_child <= 0)
            return;
        ::kill(m_child, SIGKILL);
        // Its memory takes a while to be given back, and this may be the main thread.
        workers().start([child = m_child] { ::waitpid(child, nullptr, 0); });
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        if (const auto started = start(); !started)
            return started;
        const bool few = octets.size() < pieceOctets;
        while (!octets.isEmpty() && m_in.ours >= 0) {
            if (const auto turned = turn(&octets, sink); !turned)
                return turned;
        }
        // Of a stream, what it makes of an event is wanted before the next one; and that it will
        // make nothing, before the body ends.
        if ((few || m_in.ours < 0) && isOpen()) {
            if (const auto turned = turn(nullptr, sink); !turned)
                return turned;
        }
        return isOpen() ? http::Result<void>() : outcome();
    }

    http::Result<void> finish(const Sink &sink) override
    {
        if (const auto started = start(); !started)
            return started;
        Pipe::close(m_in.ours);
        while (isOpen()) {
            if (const auto turned = turn(nullptr, sink); !turned)
                return turned;
        }
        return outcome();
    }

private:
    [[nodiscard]] bool isOpen() const { return m_out.ours >= 0 || m_errors.ours >= 0; }

    // What it ended with; once.
    http::Result<void> outcome()
    {
        if (m_child <= 0)
            return {};
        int status = 0;
        while (::waitpid(m_child, &status, 0) < 0 && errno == EINTR) {
        }
        m_child = 0;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            return {};
        if (const QString said = complaintOf(m_said); !said.isEmpty())
            return std::unexpected(
                failure(said, WIFEXITED(status) && WEXITSTATUS(status) == notCompiled
                                  ? http::Code::ConflictingOptions
                                  : http::Code::ContentDecodingFailed));
        return std::unexpected(
            failure(WIFSIGNALED(status)
                        ? QStringLiteral("jq was ended by the signal %1 before it was done.")
                              .arg(WTERMSIG(status))
                        : QStringLiteral("jq ended with the code %1 and gave no reason.")
                              .arg(WEXITSTATUS(status))));
    }

    http::Result<void> start()
    {
        if (std::exchange(m_started, true))
            return {};
        const QByteArray program = jqProgram();
        if (program.isEmpty())
            return std::unexpected(jqMissing());
        if (!m_in.open() || !m_out.open() || !m_errors.open())
            return std::unexpected(cannotStart(errno));
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, m_in.theirs, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, m_out.theirs, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, m_errors.theirs, STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
        const int failed = spawn(program, actions);
        posix_spawn_file_actions_destroy(&actions);
        for (Pipe *pipe : {&m_in, &m_out, &m_errors})
            Pipe::close(pipe->theirs);
        if (failed != 0)
            return std::unexpected(cannotStart(failed));
        const rlimit memory{mostMemory, mostMemory};
        ::prlimit(m_child, RLIMIT_AS, &memory, nullptr);
        const rlimit none{0, 0};
        ::prlimit(m_child, RLIMIT_CORE, &none, nullptr);
        return {};
    }

    int spawn(const QByteArray &program, const posix_spawn_file_actions_t &actions)
    {
        // The blank in front keeps an expression that begins with a minus from being an option.
        QByteArrayList words{"jq", m_shows == JqShows::Lines ? "-cM" : "-M", "--unbuffered",
                             ' ' + m_expression};
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        // Nothing of the person's environment, which an expression could read.
        QByteArray locale = "LC_ALL=C.UTF-8";
        char *const environment[] = {locale.data(), nullptr};
        pid_t child = 0;
        const int failed = ::posix_spawn(&child, program.constData(), &actions, nullptr,
                                         arguments.data(), environment);
        if (failed == 0)
            m_child = child;
        return failed;
    }

    static http::Error cannotStart(int number)
    {
        http::Error error = failure(QStringLiteral("jq cannot be started."));
        error.detail = QString::fromLocal8Bit(std::strerror(number));
        error.number = number;
        return error;
    }

    // Waits for what can go on, writes some of `octets`, takes what there is.
    http::Result<void> turn(QByteArrayView *octets, const Sink &sink)
    {
        if (m_watch->stop || (m_watch->isStopped && m_watch->isStopped()))
            return std::unexpected(
                failure(QStringLiteral("jq was stopped."), http::Code::Cancelled));
        pollfd waits[] = {{octets ? m_in.ours : -1, POLLOUT, 0},
                          {m_out.ours, POLLIN, 0},
                          {m_errors.ours, POLLIN, 0}};
        if (::poll(waits, std::size(waits), turnMilliseconds) < 0)
            return {}; // interrupted
        if (waits[0].revents != 0) {
            const ssize_t sent =
                ::send(m_in.ours, octets->data(), size_t(octets->size()), MSG_NOSIGNAL);
            if (sent > 0)
                *octets = octets->sliced(sent);
            else if (errno != EAGAIN && errno != EINTR)
                Pipe::close(m_in.ours); // it wants no more
        }
        if (waits[2].revents != 0)
            keepSaid();
        return waits[1].revents != 0 ? take(sink) : http::Result<void>();
    }

    void keepSaid()
    {
        const QByteArray piece = readFrom(m_errors.ours);
        m_said += piece.first(std::min(piece.size(), mostSaid - m_said.size()));
    }

    http::Result<void> take(const Sink &sink)
    {
        const QByteArray piece = readFrom(m_out.ours);
        m_written += piece.size();
        m_watch->rows += piece.count('\n');
        if (m_written > mostOutput)
            return std::unexpected(failure(QStringLiteral("jq wrote more than 4 GiB and was "
                                                          "stopped."),
                                           http::Code::LimitExceeded));
        return piece.isEmpty() ? http::Result<void>() : sink(piece);
    }

    // What is there; at the end it closes the descriptor.
    static QByteArray readFrom(int &descriptor)
    {
        QByteArray piece(pieceOctets, Qt::Uninitialized);
        const ssize_t count = ::read(descriptor, piece.data(), size_t(piece.size()));
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
            Pipe::close(descriptor);
        piece.truncate(std::max<ssize_t>(count, 0));
        return piece;
    }

    const QByteArray m_expression;
    const JqShows m_shows;
    const std::shared_ptr<JqWatch> m_watch;
    Pipe m_in;
    Pipe m_out;
    Pipe m_errors;
    pid_t m_child = 0; // 0: none, or it has ended
    QByteArray m_said;
    qint64 m_written = 0;
    bool m_started = false;
};

} // namespace

QByteArray jqProgram()
{
    return QFile::encodeName(QStandardPaths::findExecutable(QStringLiteral("jq")));
}

http::Error jqMissing()
{
    return failure(QStringLiteral("jq is not installed: install the package jq, or filter with a "
                                  "JSONPath expression."),
                   http::Code::FileMissing);
}

std::unique_ptr<Derivation> jqFilter(const QByteArray &expression, JqShows shows,
                                     std::shared_ptr<JqWatch> watch)
{
    return std::make_unique<JqFilter>(expression, shows, std::move(watch));
}

JqBody::JqBody(const QByteArray &expression, std::shared_ptr<const ByteSource> source)
    : JqBody(expression, std::move(source), std::make_shared<JqWatch>())
{
}

JqBody::JqBody(const QByteArray &expression, std::shared_ptr<const ByteSource> source,
               const std::shared_ptr<JqWatch> &watch)
    : DerivedBody(std::move(source), jqFilter(expression, JqShows::Lines, watch))
    , m_watch(watch)
{
}

} // namespace sonde::body
