#include "ui/compare/exchange_window.h"

#include "ui/response/response_pane.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace sonde::ui
{

ExchangeWindow::ExchangeWindow(const QString &title, std::shared_ptr<client::Call> call,
                               QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_response(new ResponsePane(this))
{
    //: The title of a window that shows one response: %1 is which.
    setWindowTitle(tr("%1 – Sonde").arg(title));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    resize(900, 600);
    setMinimumSize(480, 320);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_response);
    m_response->showCall(std::move(call));
    for (const QKeySequence &keys :
         {QKeySequence(Qt::CTRL | Qt::Key_W), QKeySequence(Qt::Key_Escape)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    const std::pair<int, ResponsePane::Section> sections[] = {
        {Qt::Key_6, ResponsePane::Section::Body},
        {Qt::Key_7, ResponsePane::Section::Headers},
        {Qt::Key_8, ResponsePane::Section::Timing},
        {Qt::Key_9, ResponsePane::Section::Connection}};
    for (const auto &[key, section] : sections)
        connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this), &QShortcut::activated,
                this, [this, section = section] { m_response->showSection(section); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this), &QShortcut::activated,
            m_response, &ResponsePane::find);
}

} // namespace sonde::ui
