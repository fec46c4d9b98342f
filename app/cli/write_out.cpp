#include "cli/write_out.h"

#include "cli/json_writer.h"
#include "cli/terminal.h"
#include "cli/transfer_values.h"

namespace sonde::cli
{
namespace
{

class Formatter
{
public:
    Formatter(QByteArrayView format, const Report &report)
        : m_format(format)
        , m_values(transferValues(report))
        , m_report(report)
    {
    }

    WrittenOut format()
    {
        while (m_at < m_format.size()) {
            const char c = m_format[m_at++];
            if (c == '\\')
                escape();
            else if (c == '%')
                percent();
            else
                *m_into += c;
        }
        return std::move(m_result);
    }

private:
    void escape()
    {
        const char c = m_at < m_format.size() ? m_format[m_at++] : '\\';
        switch (c) {
        case 'n':
            *m_into += '\n';
            break;
        case 'r':
            *m_into += '\r';
            break;
        case 't':
            *m_into += '\t';
            break;
        case '\\':
            *m_into += '\\';
            break;
        default:
            *m_into += '\\';
            *m_into += c;
        }
    }

    // %%, %{name}, %header{name}; a lone % stays.
    void percent()
    {
        const QByteArrayView rest = m_format.sliced(m_at);
        if (rest.startsWith('%')) {
            *m_into += '%';
            ++m_at;
            return;
        }
        const bool isHeader = rest.startsWith("header{");
        const qsizetype open = isHeader ? 6 : 0;
        const qsizetype close = rest.indexOf('}');
        if ((!isHeader && !rest.startsWith('{')) || close < 0) {
            *m_into += '%';
            return;
        }
        m_at += close + 1;
        const QByteArrayView name = rest.sliced(open + 1, close - open - 1);
        if (isHeader)
            header(name);
        else
            value(name);
    }

    void header(QByteArrayView name)
    {
        if (const trace::ExchangeState *last = m_report.last(); last && last->response)
            *m_into += last->response->headers.value(name).value_or(QByteArrayView()).toByteArray();
    }

    void value(QByteArrayView name)
    {
        if (name == "stdout")
            m_into = &m_result.out;
        else if (name == "stderr")
            m_into = &m_result.error;
        else if (name == "json")
            *m_into += json();
        else if (name == "header_json")
            *m_into += headerJson();
        else if (name == "onerror")
            m_at = m_report.exitCode == 0 ? m_format.size() : m_at;
        else if (const TransferValue *found = find(name))
            *m_into += found->text;
        else
            m_result.error += errorText(
                QStringLiteral("--write-out knows no value “%1”; man sonde lists them.")
                    .arg(QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 80)))),
                {}, Colour::Off);
    }

    const TransferValue *find(QByteArrayView name) const
    {
        const auto found = std::ranges::find(m_values, name, &TransferValue::name);
        return found != m_values.end() ? &*found : nullptr;
    }

    QByteArray json() const
    {
        QByteArray text;
        {
            JsonWriter writer([&text](QByteArrayView piece) { text.append(piece); });
            writer.beginObject();
            for (const TransferValue &value : m_values) {
                writer.key(value.name);
                if (value.kind == TransferValue::Kind::Text)
                    value.text.isEmpty() ? writer.null() : writer.string(value.text);
                else // "000" for no status is no JSON number
                    writer.plain(value.text == "000" ? QByteArray("0") : value.text);
            }
            writer.endObject();
        }
        return text.trimmed();
    }

    QByteArray headerJson() const
    {
        QByteArray text;
        {
            JsonWriter writer([&text](QByteArrayView piece) { text.append(piece); });
            writer.beginObject();
            if (const trace::ExchangeState *last = m_report.last(); last && last->response) {
                const http::Headers &headers = last->response->headers;
                QList<QByteArray> done;
                for (const http::Field &field : headers) {
                    const QByteArray name = field.name.toLower();
                    if (done.contains(name))
                        continue;
                    done.append(name);
                    writer.key(name);
                    writer.beginArray(JsonWriter::Lines::One);
                    for (const QByteArrayView value : headers.values(name))
                        writer.string(value);
                    writer.endArray();
                }
            }
            writer.endObject();
        }
        return text.trimmed();
    }

    QByteArrayView m_format;
    qsizetype m_at = 0;
    const std::vector<TransferValue> m_values;
    const Report &m_report;
    WrittenOut m_result;
    QByteArray *m_into = &m_result.out;
};

} // namespace

WrittenOut writeOut(QByteArrayView format, const Report &report)
{
    return Formatter(format, report).format();
}

QList<QByteArray> writeOutNames()
{
    QList<QByteArray> names;
    for (const TransferValue &value : transferValues({}))
        names.append(value.name.toByteArray());
    names += {"header_json", "json", "onerror", "stderr", "stdout"};
    std::ranges::sort(names);
    return names;
}

} // namespace sonde::cli
