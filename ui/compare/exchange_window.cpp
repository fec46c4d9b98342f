#include "ui/compare/exchange_window.h"

#include "ui/response/response_pane.h"
#include "ui/widgets/window_size.h"

#include <QComboBox>
#include <QShortcut>
#include <QVBoxLayout>

namespace sonde::ui
{

ExchangeWindow::ExchangeWindow(const QString &title, std::vector<NamedCall> calls, size_t first,
                               QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_calls(std::move(calls))
    , m_response(new ResponsePane(this))
{
    //: The title of a window that shows one response: %1 is which.
    setWindowTitle(tr("%1 – Sonde").arg(title));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    openNoLargerThanTheScreen(this, {900, 600});
    setMinimumSize(480, 320);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_calls.size() > 1)
        makeChoice(first);
    column->addWidget(m_response, 1);
    m_response->showCall(m_calls[std::min(first, m_calls.size() - 1)].second);
    makeShortcuts();
}

void ExchangeWindow::makeChoice(size_t first)
{
    m_choice = new QComboBox(this);
    m_choice->setAccessibleName(tr("Request of the batch"));
    for (const NamedCall &call : m_calls)
        m_choice->addItem(call.first);
    m_choice->setCurrentIndex(int(first));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 0);
    row->addWidget(m_choice);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_response->clear(); // one after the other, not one since the other
        m_response->showCall(m_calls[size_t(index)].second);
    });
}

void ExchangeWindow::makeShortcuts()
{
    const auto bind = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    for (const QKeySequence &keys :
         {QKeySequence(Qt::CTRL | Qt::Key_W), QKeySequence(Qt::Key_Escape)})
        bind(keys, [this] { close(); });
    const std::pair<Qt::Key, ResponsePane::Section> sections[] = {
        {Qt::Key_6, ResponsePane::Section::Body},
        {Qt::Key_7, ResponsePane::Section::Headers},
        {Qt::Key_8, ResponsePane::Section::Timing},
        {Qt::Key_9, ResponsePane::Section::Connection}};
    for (const auto &[key, section] : sections)
        bind(QKeySequence(Qt::CTRL | key),
             [this, section = section] { m_response->showSection(section); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_response->find(); });
}

} // namespace sonde::ui
