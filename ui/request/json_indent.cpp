#include "ui/request/json_indent.h"

namespace sonde::ui
{

namespace
{

class Indenter
{
public:
    explicit Indenter(const QString &text)
        : m_text(text)
    {
        m_out.reserve(text.size() * 2);
    }

    QString run()
    {
        for (; m_at < m_text.size(); ++m_at)
            step(m_text[m_at]);
        return m_out;
    }

private:
    void step(QChar c)
    {
        if (c == u'"') {
            copyString();
        } else if (c == u'{' && m_text.mid(m_at, 2) == QLatin1String("{{")) {
            copyVariable();
        } else if (c == u'{' || c == u'[') {
            open(c);
        } else if (c == u'}' || c == u']') {
            m_depth = std::max(m_depth - 1, 0);
            newLine();
            m_out += c;
        } else if (c == u',') {
            m_out += c;
            newLine();
        } else if (c == u':') {
            m_out += QLatin1String(": ");
        } else if (!c.isSpace()) {
            m_out += c;
        }
    }

    void copyString()
    {
        m_out += m_text[m_at];
        while (++m_at < m_text.size()) {
            m_out += m_text[m_at];
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                m_out += m_text[++m_at];
            else if (m_text[m_at] == u'"')
                return;
        }
    }

    void copyVariable()
    {
        const auto end = m_text.indexOf(QLatin1String("}}"), m_at);
        const auto stop = end < 0 ? m_text.size() : end + 2;
        m_out += QStringView(m_text).mid(m_at, stop - m_at);
        m_at = stop - 1;
    }

    void open(QChar c)
    {
        m_out += c;
        auto next = m_at + 1;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        const QChar close = c == u'{' ? u'}' : u']';
        if (next < m_text.size() && m_text[next] == close) {
            m_out += close;
            m_at = next;
            return;
        }
        ++m_depth;
        newLine();
    }

    void newLine()
    {
        m_out += u'\n';
        m_out += QString(m_depth * 2, u' ');
    }

    const QString &m_text;
    QString m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QString indentJson(const QString &text)
{
    return Indenter(text).run();
}

} // namespace sonde::ui
