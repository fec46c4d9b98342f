#include "collection/block_writer.h"

#include "collection/body_text.h"
#include "collection/file_fidelity.h"
#include "collection/line_classifier.h"
#include "collection/row_alignment.h"

#include <array>

namespace sonde::collection
{
namespace
{

using Edit = HttpText::Edit;

QByteArray versionToken(http::VersionPolicy policy)
{
    switch (policy) {
    case http::VersionPolicy::Auto:
        return {};
    case http::VersionPolicy::Http10:
        return "HTTP/1.0";
    case http::VersionPolicy::Http11:
        return "HTTP/1.1";
    case http::VersionPolicy::Http2:
        return "HTTP/2";
    case http::VersionPolicy::H2c:
        return "HTTP/2 (Prior Knowledge)";
    }
    Q_UNREACHABLE();
}

QByteArray durationText(std::chrono::milliseconds duration)
{
    if (duration.count() % 1000 == 0)
        return QByteArray::number(duration.count() / 1000) + " s";
    return QByteArray::number(duration.count()) + " ms";
}

class BlockWriter
{
public:
    BlockWriter(const HttpText &text, const Block &block, const ReadBlock &before,
                const RequestDocument &after)
        : m_text(text)
        , m_block(block)
        , m_places(before.places)
        , m_before(before.request.document)
        , m_after(after)
    {
    }

    std::vector<Edit> run()
    {
        title();
        tags();
        requestLine();
        disabledQuery();
        headers();
        contentType();
        body();
        return std::move(m_edits);
    }

private:
    void insert(size_t line, QByteArray text) { m_edits.push_back({line, 0, {std::move(text)}}); }
    void replace(size_t line, QByteArray text) { m_edits.push_back({line, 1, {std::move(text)}}); }
    void remove(size_t line) { m_edits.push_back({line, 1, {}}); }

    void title();
    void tags();
    void tag(std::optional<size_t> place, const QByteArray &before, const QByteArray &after);
    void switchedOff();
    void requestLine();
    std::vector<QByteArray> urlLines() const;
    void disabledQuery();
    void headers();
    template <typename Spell>
    void rows(const std::vector<Row> &before, const std::vector<size_t> &lines,
              const std::vector<Row> &after, size_t at, Spell spell);
    void contentType();
    std::optional<QByteArray> wantedContentType() const;
    void body();
    [[nodiscard]] QStringList oldBodyLines() const;
    [[nodiscard]] QString oldBoundary() const;
    [[nodiscard]] QString boundary() const;

    const HttpText &m_text;
    const Block &m_block;
    const BlockPlaces &m_places;
    const RequestDocument &m_before;
    const RequestDocument &m_after;
    std::vector<Edit> m_edits;
};

void BlockWriter::title()
{
    if (m_after.title == m_before.title)
        return;
    const QByteArray title = oneLine(m_after.title);
    if (m_block.hasSeparator) {
        const QByteArrayView line = m_text.text(m_block.first);
        const auto end = std::ranges::find_if(line, [](char c) { return c != '#'; });
        const QByteArray hashes = line.first(end - line.begin()).toByteArray();
        return replace(m_block.first, title.isEmpty() ? hashes : hashes + ' ' + title);
    }
    if (title.isEmpty())
        return;
    // Once one ### stands in a file, every request needs its own.
    if (!m_text.hasSeparators()) {
        for (const Block &other : m_text.blocks()) {
            if (other.first > 0 && other.first != m_block.first)
                insert(other.first, "###");
        }
    }
    size_t line = m_places.requestLine;
    const auto belongs = [&](LineKind kind) {
        return kind == LineKind::Comment || kind == LineKind::Tag || kind == LineKind::Annotation;
    };
    while (line > m_block.first && belongs(m_text.lines()[line - 1].kind))
        --line;
    insert(m_block.first > 0 ? m_block.first : line, "### " + title);
}

void BlockWriter::tag(std::optional<size_t> place, const QByteArray &before,
                      const QByteArray &after)
{
    if (before == after)
        return;
    if (place && after.isEmpty())
        remove(*place);
    else if (place)
        replace(*place, after);
    else
        insert(m_places.requestLine, after);
}

void BlockWriter::tags()
{
    const auto spelled = [](const Settings &settings) {
        const auto time = [](const char *key, std::chrono::milliseconds value) {
            return value.count() > 0 ? QByteArray(key) + durationText(value) : QByteArray();
        };
        return std::array<QByteArray, 5>{
            settings.followRedirects ? "" : "# @no-redirect", time("# @timeout ", settings.timeout),
            time("# @connection-timeout ", settings.connectTimeout),
            settings.verifyTls ? "" : "# [verify] off",
            settings.auth.isEmpty() ? QByteArray() : "# [auth] " + oneLine(settings.auth)};
    };
    const auto before = spelled(m_before.settings);
    const auto after = spelled(m_after.settings);
    tag(m_places.noRedirect, before[0], after[0]);
    tag(m_places.timeout, before[1], after[1]);
    tag(m_places.connectTimeout, before[2], after[2]);
    tag(m_places.verify, before[3], after[3]);
    tag(m_places.auth, before[4], after[4]);
    switchedOff();
}

// Rows of the body that are off stand above the request: inside a body, other programs would send
// them.
void BlockWriter::switchedOff()
{
    const auto spelled = [](const Body &body) {
        std::vector<QByteArray> lines;
        for (const Row &row : body.form) {
            if (!row.enabled)
                lines.push_back("# [form] " + writeOffRow(row).toUtf8());
        }
        for (const Part &part : body.parts) {
            if (!part.enabled)
                lines.push_back("# [part] " + writeOffPart(part).toUtf8());
        }
        return lines;
    };
    auto after = spelled(m_after.body);
    if (after == spelled(m_before.body))
        return;
    for (const size_t line : m_places.switchedOff)
        remove(line);
    for (QByteArray &line : after)
        insert(m_places.requestLine, std::move(line));
}

// One line for the URL, or, where parameters stand on lines of their own, one for each.
std::vector<QByteArray> BlockWriter::urlLines() const
{
    const QByteArray url = oneLine(m_after.url);
    const bool perParameter = !m_places.continuations.empty() &&
                              std::ranges::all_of(m_places.continuations, [&](size_t line) {
                                  const QByteArrayView text = http::trimmed(m_text.text(line));
                                  return text.startsWith('?') || text.startsWith('&');
                              });
    if (!perParameter)
        return {url};
    const auto rows = queryRows(m_after.url);
    const QByteArray base = oneLine(withQueryRows(m_after.url, {}));
    // A fragment ends the URL: it cannot stand above the parameters.
    if (rows.empty() || base.contains('#'))
        return {url};
    const QByteArrayView parts = QByteArrayView(url).sliced(base.size() + 1);
    std::vector<QByteArray> lines{base};
    for (qsizetype i = 0; const Row &row : rows) {
        const QByteArray part = withQueryRows(QString(), {row}).toUtf8().sliced(1);
        if (!parts.sliced(i).startsWith(
                part)) // spelled in a way that rows do not tell: leave it whole
            return {url};
        lines.push_back((lines.size() == 1 ? "?" : "&") + part);
        i += part.size() + 1;
        if (i > parts.size())
            break;
    }
    return lines;
}

void BlockWriter::requestLine()
{
    const QByteArray line = m_text.text(m_places.requestLine).toByteArray();
    const auto parts = *parseRequestLine(line);
    const QByteArray method = oneLine(m_after.method);
    const bool sameVersion = m_after.settings.version == m_before.settings.version;
    const bool sameUrl = m_after.url == m_before.url;
    if (m_after.method == m_before.method && sameUrl && sameVersion)
        return;
    const QByteArray lead = line.first(
        (parts.method.isEmpty() ? parts.target : parts.method).data() - line.constData());
    QByteArray text = lead;
    if (m_after.method != m_before.method)
        text += method + ' ';
    else if (!parts.method.isEmpty())
        text += line.sliced(lead.size(), parts.target.data() - line.constData() - lead.size());
    const auto url = sameUrl ? std::vector<QByteArray>{parts.target.toByteArray()} : urlLines();
    text += url.front();
    const QByteArray version =
        sameVersion ? parts.version.toByteArray() : versionToken(m_after.settings.version);
    if (!version.isEmpty())
        text += ' ' + version;
    replace(m_places.requestLine, text);
    if (sameUrl || m_places.continuations.empty())
        return;
    const QByteArrayView model = m_text.text(m_places.continuations.front());
    const QByteArray indent =
        model
            .first(std::ranges::find_if(model, [](char c) { return c != ' ' && c != '\t'; }) -
                   model.begin())
            .toByteArray();
    Edit edit{m_places.continuations.front(),
              m_places.continuations.back() + 1 - m_places.continuations.front(),
              {}};
    for (size_t i = 1; i < url.size(); ++i)
        edit.texts.push_back(indent + url[i]);
    m_edits.push_back(std::move(edit));
}

// Rows that stand on lines of their own: equal ones keep their line, a changed one changes it.
template <typename Spell>
void BlockWriter::rows(const std::vector<Row> &before, const std::vector<size_t> &lines,
                       const std::vector<Row> &after, size_t at, Spell spell)
{
    const auto origins = originsOfRows(before, after);
    std::vector<bool> kept(before.size(), false);
    for (size_t i = 0; i < after.size(); ++i) {
        const auto source = origins[i].same ? origins[i].same : origins[i].replaces;
        if (!source) {
            insert(at, spell(after[i], nullptr, QByteArrayView()));
            continue;
        }
        kept[*source] = true;
        if (!origins[i].same)
            replace(lines[*source], spell(after[i], &before[*source], m_text.text(lines[*source])));
        at = lines[*source] + 1;
    }
    for (size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i])
            remove(lines[i]);
    }
}

void BlockWriter::disabledQuery()
{
    std::vector<Row> after;
    std::ranges::copy_if(m_after.disabledParams, std::back_inserter(after), [](const Row &row) {
        return !row.name.isEmpty() || !row.value.isEmpty();
    });
    const size_t at = m_places.continuations.empty() ? m_places.requestLine + 1
                                                     : m_places.continuations.back() + 1;
    rows(m_before.disabledParams, m_places.disabledQuery, after, at,
         [](Row row, const Row *, QByteArrayView) {
             row.enabled = true;
             return "# &" + oneLine(withQueryRows(QString(), {row}).sliced(1));
         });
}

void BlockWriter::headers()
{
    std::vector<Row> after;
    std::ranges::copy_if(m_after.headers, std::back_inserter(after),
                         [](const Row &row) { return !row.name.trimmed().isEmpty(); });
    size_t at = m_places.requestLine + 1;
    for (const auto *above : {&m_places.continuations, &m_places.disabledQuery})
        at = above->empty() ? at : std::max(at, above->back() + 1);
    rows(m_before.headers, m_places.headers, after, at,
         [](const Row &row, const Row *old, QByteArrayView line) {
             QByteArray gap = ": ";
             if (const qsizetype colon = old ? line.indexOf(':') : -1; colon >= 0) {
                 qsizetype end = colon + 1;
                 while (end < line.size() && (line[end] == ' ' || line[end] == '\t'))
                     ++end;
                 // "Name:value" stays so; an empty value has no gap to keep.
                 gap = old->value.isEmpty() ? gap : line.sliced(colon, end - colon).toByteArray();
             }
             const QByteArray value = oneLine(row.value);
             return (row.enabled ? "" : "# ") + oneLine(row.name) +
                    (value.isEmpty() ? ":" : gap + value);
         });
}

std::optional<QByteArray> BlockWriter::wantedContentType() const
{
    if (std::ranges::any_of(m_after.headers, isContentType))
        return std::nullopt;
    switch (m_after.body.mode) {
    case BodyMode::None:
        return std::nullopt;
    case BodyMode::Json:
        return "application/json";
    case BodyMode::Form:
        return "application/x-www-form-urlencoded";
    case BodyMode::Multipart:
        return "multipart/form-data; boundary=" + boundary().toUtf8();
    case BodyMode::Text:
    case BodyMode::File:
        break;
    }
    const QByteArray type = oneLine(m_after.body.mediaType);
    return type.isEmpty() ? std::nullopt : std::optional(type);
}

void BlockWriter::contentType()
{
    const auto wanted = wantedContentType();
    if (!m_places.contentType) {
        if (wanted)
            insert(m_places.headEnd, "Content-Type: " + *wanted);
        return;
    }
    const QByteArrayView line = m_text.text(*m_places.contentType);
    const QByteArrayView value = parseHeaderLine(line)->value;
    if (!wanted)
        return remove(*m_places.contentType);
    const bool sameMode = m_after.body.mode == m_before.body.mode;
    const bool quotedBoundary =
        sameMode && m_after.body.mode == BodyMode::Multipart && boundary() == oldBoundary();
    if (value != *wanted && !quotedBoundary && !(sameMode && http::sameName(value, *wanted)))
        replace(*m_places.contentType,
                line.first(value.data() - line.data()).toByteArray() + *wanted);
}

QStringList BlockWriter::oldBodyLines() const
{
    QStringList lines;
    for (size_t i = 0; i < m_places.bodyCount; ++i)
        lines.append(QString::fromUtf8(m_text.text(m_places.bodyFirst + i)));
    return lines;
}

QString BlockWriter::oldBoundary() const
{
    if (m_before.body.mode != BodyMode::Multipart || !m_places.contentType)
        return {};
    return boundaryOf(
        QString::fromUtf8(parseHeaderLine(m_text.text(*m_places.contentType))->value));
}

QString BlockWriter::boundary() const
{
    const QString old = oldBoundary();
    const bool taken = std::ranges::any_of(m_after.body.parts, [&](const Part &part) {
        return part.value.contains(QStringLiteral("--") + old);
    });
    return old.isEmpty() || taken ? freeBoundary(m_after.body.parts) : old;
}

void BlockWriter::body()
{
    const QStringList old = oldBodyLines();
    const bool sameMode = m_after.body.mode == m_before.body.mode;
    const bool bothText =
        m_after.body.text == m_before.body.text &&
        (m_after.body.mode == BodyMode::Json || m_after.body.mode == BodyMode::Text) && sameMode;
    const bool bothParts = sameMode && m_after.body.mode == BodyMode::Multipart &&
                           m_after.body.parts == m_before.body.parts;
    if (bothText || bothParts)
        return;
    const QStringList wanted =
        bodyLines(m_after.body, sameMode ? old : QStringList(),
                  m_after.body.mode == BodyMode::Multipart ? boundary() : QString());
    if (wanted == old)
        return;
    Edit edit{m_places.bodyFirst, m_places.bodyCount, {}};
    for (const QString &line : wanted)
        edit.texts.push_back(line.toUtf8());
    if (m_places.bodyCount == 0) {
        const auto isTail = [](LineKind kind) {
            return kind == LineKind::Blank || kind == LineKind::Handler ||
                   kind == LineKind::ResponseRedirect || kind == LineKind::ResponseReference;
        };
        const size_t end = m_block.first + m_block.count;
        size_t at = m_places.headEnd;
        while (at < end && !isTail(m_text.lines()[at].kind))
            ++at;
        const bool hasBlank = at < end && m_text.lines()[at].kind == LineKind::Blank;
        edit.first = hasBlank ? at + 1 : at;
        if (!hasBlank)
            edit.texts.insert(edit.texts.begin(), QByteArray());
        if (edit.first < m_text.lines().size() && !isBlank(m_text.text(edit.first)))
            edit.texts.emplace_back();
    }
    m_edits.push_back(std::move(edit));
}

} // namespace

std::vector<Edit> editsFor(const HttpText &text, const Block &block, const ReadBlock &before,
                           const RequestDocument &after)
{
    return BlockWriter(text, block, before, after).run();
}

} // namespace sonde::collection
