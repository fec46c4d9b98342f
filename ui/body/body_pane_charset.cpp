// BodyPane: the charset a body is read as, by itself or as the user says, and the body in UTF-8 for
// what reads nothing else.
#include "body/jq_filter.h"
#include "body/json_filter.h"
#include "body/recoding.h"
#include "ui/body/body_pane.h"
#include "ui/body/charset_button.h"
#include "ui/body/json_path_bar.h"

namespace sonde::ui
{
namespace
{

// Enough to tell a picture or an archive from text, and one charset from another.
constexpr qint64 judgedOctets = 64 << 10;

} // namespace

BodyPane::Found BodyPane::foundIn(const Content &content)
{
    const QByteArray begin = content.store->read(0, judgedOctets).value_or(QByteArray());
    const body::CharsetChoice charset = body::chooseCharset(begin, content.charset);
    // NUL is no character of any text, save in the wide charsets.
    return {charset, body::unitSize(charset.name) == 1 && begin.contains('\0')};
}

// What the first octets tell; again as long as they are few.
void BodyPane::judge()
{
    const qint64 size = std::min(m_content.store->size(), judgedOctets);
    if (size <= m_judged)
        return;
    const bool first = m_judged == 0;
    m_judged = size;
    const auto [found, binary] = foundIn(m_content);
    m_charset->showChoice(found);
    const bool changed = found.name != m_found.name || binary != m_looksBinary;
    m_found = found;
    m_looksBinary = binary;
    if (changed && (first || m_readAs.isEmpty())) {
        noteCharset();
        apply();
    }
}

QByteArray BodyPane::charset() const
{
    return m_readAs.isEmpty() ? m_found.name : m_readAs;
}

void BodyPane::readAs(const QByteArray &charset)
{
    m_readAs = charset;
    m_charset->showChosen(charset);
    noteCharset();
    setLook(m_look);
}

// What was made of the body by another charset is made anew.
void BodyPane::noteCharset()
{
    const bool recoded = m_recoded && m_recodedFrom != charset();
    if (recoded)
        m_recoded.reset();
    const bool wide = body::unitSize(charset()) > 1;
    if (recoded || (!m_recoded && wide))
        m_formatted.reset();
    if (wide)
        dropCheck(); // it looked at octets that are no signs
    if (m_filtered || m_jq || m_jqAsked)
        m_pathBar->read();
}

QByteArray BodyPane::charsetOf(const std::shared_ptr<const body::ByteSource> &store) const
{
    return store == m_content.store ? charset() : QByteArrayLiteral("UTF-8");
}

std::shared_ptr<const body::ByteSource> BodyPane::inUtf8()
{
    if (charset() == "UTF-8" || !m_content.store)
        return m_content.store;
    if (!m_recoded) {
        m_recodedFrom = charset();
        m_recoded =
            std::make_unique<body::DerivedBody>(m_content.store, body::toUtf8(m_recodedFrom));
        connect(m_recoded.get(), &body::DerivedBody::progressed, this, &BodyPane::growDerived);
    }
    return m_recoded->result();
}

std::shared_ptr<const body::ByteSource> BodyPane::textSource()
{
    const bool wide = source() == m_content.store && body::unitSize(charset()) > 1;
    return wide ? inUtf8() : source();
}

} // namespace sonde::ui
