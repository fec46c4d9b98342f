// A page and the lines of its request: read from the file when somebody looks, and again when the
// file changes.
#include "ui/request/request_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/request_standing.h"
#include "ui/widgets/worker.h"

namespace sonde::ui
{

using collection::RequestDocument;
using collection::RequestText;

struct DocumentPage::FetchedText {
    RequestDocument asked; // the document when it was asked for
    RequestText saved;     // as the file has them; empty: it has none
    RequestText text;      // with what was not saved yet
};

namespace
{

// A request that is nowhere yet, or cannot stand in a file as it is, still has a first line.
RequestText linesOf(const RequestDocument &document)
{
    if (auto text = collection::textOf(document); text && !document.url.isEmpty())
        return *text;
    const QString title = document.title.isEmpty() ? QString() : u' ' + document.title;
    RequestText lines{
        QStringLiteral("###%1\n%2 %3\n").arg(title, document.method, document.url).toUtf8(), true};
    return collection::withDocument(lines, document).value_or(lines);
}

} // namespace

void DocumentPage::fetchText()
{
    runOnWorker(
        this,
        [file = m_origin.file, index = m_origin.index, saved = m_origin.saved,
         document = document()] {
            FetchedText fetched{.asked = document, .saved = {}, .text = {}};
            const auto loaded = file.isEmpty() || index < 0 ? std::unexpected(http::Error{})
                                                            : collection::HttpFile::load(file);
            if (loaded) {
                const RequestStanding standing = standingIn(*loaded, index, saved);
                if (standing.kind == RequestStanding::Kind::Same)
                    fetched.saved = collection::textOf(*loaded, size_t(standing.index));
            }
            fetched.text = fetched.saved;
            if (!fetched.saved.isEmpty() && document != saved) {
                if (auto changed = collection::withDocument(fetched.saved, document))
                    fetched.text = std::move(*changed);
            }
            if (fetched.text.isEmpty())
                fetched.text = linesOf(document);
            return fetched;
        },
        [this](const FetchedText &fetched) { takeFetched(fetched); });
}

void DocumentPage::fetchStored()
{
    if (m_origin.file.isEmpty() || m_origin.index < 0)
        return;
    runOnWorker(
        this,
        [file = m_origin.file, index = m_origin.index, saved = m_origin.saved] {
            const auto loaded = collection::HttpFile::load(file);
            const RequestStanding standing =
                loaded ? standingIn(*loaded, index, saved) : RequestStanding();
            return loaded && standing.kind == RequestStanding::Kind::Same
                       ? collection::textOf(*loaded, size_t(standing.index))
                       : RequestText();
        },
        [this, file = m_origin.file, index = m_origin.index](const RequestText &stored) {
            if (m_request && m_origin.file == file && m_origin.index == index)
                m_request->setStored(stored);
        });
}

void DocumentPage::takeFetched(const FetchedText &fetched)
{
    if (!m_request)
        return;
    const RequestText mine = m_request->text();
    if (mine.isEmpty()) {
        m_origin.savedText = fetched.saved;
        RequestText text = fetched.text;
        if (document() != fetched.asked) { // edited meanwhile
            if (auto changed = collection::withDocument(text, document()))
                text = std::move(*changed);
        }
        m_request->setText(text);
    } else if (!fetched.saved.isEmpty() && mine == m_origin.savedText) {
        m_origin.savedText = fetched.saved;
        m_request->setText(fetched.saved);
    } // else saving will find what another program has changed
    Q_EMIT faceChanged();
    Q_EMIT draftChanged();
}

void DocumentPage::forgetText()
{
    m_origin.text = {};
    m_origin.savedText = {};
    if (!m_request)
        return;
    m_request->setText({});
    fetchStored();
    if (m_request->needsText())
        fetchText();
}

bool DocumentPage::isTextDirty() const
{
    const RequestText text = m_request ? m_request->text() : m_origin.text;
    return !text.isEmpty() && !m_origin.savedText.isEmpty() && text != m_origin.savedText;
}

} // namespace sonde::ui
