#include "ui/response/response_pane.h"

namespace sonde::ui
{

struct ResponsePane::Parts {
    std::shared_ptr<client::Call> call;
    Section section = Section::Body;
};

ResponsePane::ResponsePane(QWidget *parent)
    : QWidget(parent)
    , m(std::make_unique<Parts>())
{
    setAccessibleName(tr("Response"));
}

ResponsePane::~ResponsePane() = default;

void ResponsePane::showCall(std::shared_ptr<client::Call> call)
{
    m->call = std::move(call);
}

void ResponsePane::clear()
{
    m->call.reset();
}

std::shared_ptr<client::Call> ResponsePane::call() const
{
    return m->call;
}

void ResponsePane::showSection(Section section)
{
    m->section = section;
}

ResponsePane::Section ResponsePane::section() const
{
    return m->section;
}

void ResponsePane::find() {}
void ResponsePane::findNext() {}
void ResponsePane::findPrevious() {}

} // namespace sonde::ui
