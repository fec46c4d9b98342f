// BodyPane: JSON that is none, and from where on.
#include "body/json_checker.h"
#include "ui/body/body_pane.h"
#include "ui/widgets/notice_bar.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

struct FoundFault {
    std::mutex mutex;
    std::optional<body::JsonFault> fault;
};

// Makes nothing of the octets, and looks no further than the first fault.
class JsonCheck final : public body::Derivation
{
public:
    JsonCheck(body::JsonChecker::Documents documents, std::shared_ptr<FoundFault> found)
        : m_checker(documents)
        , m_found(std::move(found))
    {
    }

    http::Result<void> feed(QByteArrayView octets, const Sink &) override
    {
        m_checker.feed(octets);
        return report();
    }
    http::Result<void> finish(const Sink &) override
    {
        m_checker.finish();
        return report();
    }

private:
    http::Result<void> report()
    {
        if (!m_checker.fault())
            return {};
        const std::scoped_lock lock(m_found->mutex);
        m_found->fault = m_checker.fault();
        return std::unexpected(http::Error{.sentence = m_checker.fault()->sentence});
    }

    body::JsonChecker m_checker;
    const std::shared_ptr<FoundFault> m_found;
};

} // namespace

// Once for each body, when somebody wants to see it as JSON.
void BodyPane::checkJson()
{
    if (m_check) {
        m_check->noteGrowth();
        return;
    }
    // RFC 8259 section 8.1 asks for UTF-8; of wide signs no octet could be told to be at fault.
    if (!isJson() || body::unitSize(charset()) > 1)
        return;
    const QByteArray &type = m_content.mediaType;
    const bool many = type.contains("ndjson") || type.contains("jsonl") || type.contains("seq");
    const auto found = std::make_shared<FoundFault>();
    m_check = std::make_unique<body::DerivedBody>(
        m_content.store,
        std::make_unique<JsonCheck>(
            many ? body::JsonChecker::Documents::Many : body::JsonChecker::Documents::One, found));
    connect(m_check.get(), &body::DerivedBody::progressed, this, [this, found] {
        const std::scoped_lock lock(found->mutex);
        if (found->fault && m_fault->sentence().isEmpty())
            showFault(*found->fault);
    });
}

void BodyPane::dropCheck()
{
    m_check.reset();
    m_fault->dismiss();
}

void BodyPane::showFault(const body::JsonFault &fault)
{
    const QLocale locale;
    m_fault->say(
        NoticeBar::Kind::Warning,
        //: %1 counts octets, %2 rows; %3 is a sentence
        tr("This is not JSON from octet %1 on, in row %2: %3")
            .arg(locale.toString(fault.offset), locale.toString(fault.line + 1), fault.sentence));
    m_fault->addButton(tr("Show the place"), [this, at = fault.offset] {
        setLook(Look::Text);
        if (m_view->store() != m_content.store)
            return; // a filter is in force
        m_view->setFollow(BodyView::Follow::Off);
        m_view->select({at, std::min(at + 1, m_content.store->size())});
        m_view->reveal(at);
        m_view->setFocus();
    });
}

} // namespace sonde::ui
