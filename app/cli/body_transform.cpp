#include "cli/body_transform.h"

#include "body/byte_store.h"
#include "body/jq_filter.h"
#include "body/json_checker.h"
#include "body/json_compact.h"
#include "body/json_formatter.h"
#include "body/json_path_run.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "wire/event_reader.h"

#include <QTime>

#include <chrono>

namespace sonde::cli
{
namespace
{

constexpr qint64 portion = 256 << 10; // octets

QString faultRemark(const std::optional<body::JsonFault> &fault)
{
    if (!fault)
        return {};
    return QStringLiteral("The body is not JSON from its octet %1 on, in line %2: %3")
        .arg(fault->offset)
        .arg(fault->line + 1)
        .arg(fault->sentence);
}

class Pretty final : public BodyTransform
{
public:
    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        m_checker.feed(octets);
        QByteArray text;
        m_formatter.feed(octets, text);
        m_any = m_any || !text.isEmpty();
        return sink(text);
    }

    http::Result<void> finish(const Sink &sink) override
    {
        m_checker.finish();
        return m_any ? sink("\n") : http::Result<void>();
    }

    QString remark() const override { return faultRemark(m_checker.fault()); }

private:
    body::JsonFormatter m_formatter;
    body::JsonChecker m_checker{body::JsonChecker::Documents::Many};
    bool m_any = false;
};

// Keeps the body in a store of its own, since a match may reach back to its beginning.
class Filter final : public BodyTransform
{
public:
    Filter(body::JsonPath path, FilterShows shows)
        : m_shows(shows)
        , m_run(std::move(path), m_store)
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        m_checker.feed(octets);
        const auto stored = m_store->append(octets);
        return stored ? matches(sink) : stored;
    }

    http::Result<void> finish(const Sink &sink) override
    {
        m_checker.finish();
        m_store->finish();
        return matches(sink);
    }

    QString remark() const override { return faultRemark(m_checker.fault()); }
    qint64 results() const override { return m_results; }

private:
    http::Result<void> matches(const Sink &sink)
    {
        body::JsonMatch match;
        while (true) {
            switch (m_run.next(match)) {
            case body::JsonPathRun::Step::Match:
                break;
            case body::JsonPathRun::Step::Failed:
                return std::unexpected(http::Error{.layer = http::Layer::Content,
                                                   .code = http::Code::LimitExceeded,
                                                   .sentence = m_run.problem()});
            default:
                return {};
            }
            ++m_results;
            const auto printed =
                m_shows == FilterShows::Paths ? sink(match.path + '\n') : value(match, sink);
            if (!printed)
                return printed;
        }
    }

    http::Result<void> value(const body::JsonMatch &match, const Sink &sink)
    {
        body::JsonFormatter formatter;
        body::JsonCompact compact;
        for (qint64 at = match.from; at < match.to; at += portion) {
            const auto octets = m_store->read(at, std::min(portion, match.to - at));
            if (!octets)
                return std::unexpected(octets.error());
            QByteArray text;
            if (m_shows == FilterShows::LaidOut)
                formatter.feed(*octets, text);
            else
                compact.feed(*octets, text);
            if (at + portion >= match.to)
                text += '\n';
            if (const auto printed = sink(text); !printed)
                return printed;
        }
        return {};
    }

    const FilterShows m_shows;
    std::shared_ptr<body::ByteStore> m_store = std::make_shared<body::ByteStore>();
    body::JsonPathRun m_run;
    body::JsonChecker m_checker{body::JsonChecker::Documents::Many};
    qint64 m_results = 0;
};

// What another room derives from the octets as they stream by.
class Derived final : public BodyTransform
{
public:
    Derived(std::unique_ptr<body::Derivation> derivation, std::function<qint64()> results)
        : m_derivation(std::move(derivation))
        , m_results(std::move(results))
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        return m_derivation->feed(octets, sink);
    }
    http::Result<void> finish(const Sink &sink) override { return m_derivation->finish(sink); }
    qint64 results() const override { return m_results(); }

private:
    std::unique_ptr<body::Derivation> m_derivation;
    std::function<qint64()> m_results;
};

// 12:34:56.789 +0.250 s  message 7  data
class Events final : public BodyTransform
{
public:
    explicit Events(wire::EventReader::Form form)
        : m_form(form)
        , m_reader(wire::EventReader::make(form))
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &sink) override
    {
        m_reader->feed(octets);
        return print(sink);
    }

    http::Result<void> finish(const Sink &sink) override
    {
        m_unfinished = m_reader->pending();
        m_reader->finish();
        const qint64 before = m_count;
        auto printed = print(sink);
        if (m_count > before)
            m_unfinished = 0;
        return printed;
    }

    QString remark() const override
    {
        if (m_unfinished == 0)
            return {};
        return QStringLiteral("The stream ends with %1 octets that belong to no finished event.")
            .arg(m_unfinished);
    }
    qint64 results() const override { return m_count; }
    std::optional<StreamPlace> place() const override
    {
        if (m_form != wire::EventReader::Form::ServerSent)
            return std::nullopt;
        return StreamPlace{.lastEventId = m_reader->lastEventId(), .wait = m_reader->retry()};
    }

private:
    http::Result<void> print(const Sink &sink)
    {
        const auto now = std::chrono::steady_clock::now();
        while (const auto event = m_reader->next()) {
            const std::chrono::duration<double> gap = m_count++ > 0 ? now - m_last : now - now;
            m_last = now;
            const QByteArray head =
                QTime::currentTime().toString(QStringLiteral("HH:mm:ss.zzz")).toLatin1() + " +" +
                QByteArray::number(gap.count(), 'f', 3) + "  ";
            const QByteArray name = harmless(event->type) +
                                    (event->id.isEmpty() ? "" : " " + harmless(event->id)) + "  ";
            QByteArray line = head + (event->type.isEmpty() ? QByteArray() : name);
            for (bool first = true; const QByteArray &row : event->data.split('\n')) {
                line +=
                    (std::exchange(first, false) ? QByteArray() : QByteArray(head.size(), ' ')) +
                    harmless(row) + '\n';
            }
            if (event->isCut)
                line += QByteArray(head.size(), ' ') + "(longer; the rest is left out)\n";
            if (const auto printed = sink(line); !printed)
                return printed;
        }
        return {};
    }

    const wire::EventReader::Form m_form;
    std::unique_ptr<wire::EventReader> m_reader;
    std::chrono::steady_clock::time_point m_last;
    qint64 m_count = 0;
    qint64 m_unfinished = 0;
};

} // namespace

std::unique_ptr<BodyTransform> prettyTransform(body::Language language)
{
    if (language == body::Language::Json)
        return std::make_unique<Pretty>();
    return std::make_unique<Derived>(body::layoutOf(language), [] { return 1; });
}

http::Result<std::unique_ptr<BodyTransform>> filterTransform(QByteArrayView jsonPath,
                                                             FilterShows shows)
{
    auto path = body::JsonPath::parse(jsonPath);
    if (!path)
        return std::unexpected(http::Error{
            .layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = QStringLiteral("The JSONPath expression cannot be used; at its octet %1: "
                                       "%2")
                            .arg(path.error().offset)
                            .arg(path.error().sentence)});
    return std::make_unique<Filter>(*std::move(path), shows);
}

http::Result<std::unique_ptr<BodyTransform>> jqTransform(const QByteArray &expression,
                                                         FilterShows shows)
{
    if (body::jqProgram().isEmpty())
        return std::unexpected(body::jqMissing());
    auto watch = std::make_shared<body::JqWatch>();
    watch->isStopped = [] { return Interrupt::signal() != 0; };
    const auto form = shows == FilterShows::LaidOut ? body::JqShows::LaidOut : body::JqShows::Lines;
    return std::make_unique<Derived>(body::jqFilter(expression, form, watch),
                                     [watch] { return watch->rows.load(); });
}

std::unique_ptr<BodyTransform> eventsTransform(QByteArrayView mediaType)
{
    const auto form = wire::EventReader::formOf(mediaType);
    return form ? std::make_unique<Events>(*form) : nullptr;
}

} // namespace sonde::cli
