#include "ui/compare/compare_window.h"

#include "ui/compare/exchange_window.h"
#include "ui/compare/look_page.h"
#include "ui/widgets/flat_tab_bar.h"

#include <QFrame>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

CompareWindow::CompareWindow(CompareSubject subject, Send send, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_subject(std::move(subject))
    , m_tabs(new FlatTabBar(this))
    , m_sections(new QStackedWidget(this))
    , m_look(new LookPage(std::move(send), m_subject.requests.front(), m_subject.options))
{
    //: The title of a window: %1 is a request whose versions are compared.
    setWindowTitle(tr("Compare %1 – Sonde").arg(m_subject.title));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    resize(1024, 700);
    setMinimumSize(720, 460);
    const http::Request &request = m_subject.requests.front();
    auto *subjectLine =
        new QLabel(QString::fromUtf8(request.method.token() + ' ' + request.target.url()), this);
    subjectLine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    subjectLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    subjectLine->setContentsMargins(12, 8, 12, 2);
    subjectLine->setToolTip(subjectLine->text());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    subjectLine->setFont(bold);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    m_tabs->setAccessibleName(tr("Sections of the comparison"));
    m_tabs->addTab(tr("First look"));
    m_sections->addWidget(m_look);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(subjectLine);
    column->addWidget(m_tabs);
    column->addWidget(line);
    column->addWidget(m_sections, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_sections, &QStackedWidget::setCurrentIndex);
    connect(m_look, &LookPage::openWanted, this, &CompareWindow::openCall);
    makeShortcuts();
}

void CompareWindow::makeShortcuts()
{
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this), &QShortcut::activated, this,
            &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, m_look,
            &LookPage::look);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_1), this), &QShortcut::activated, this,
            [this] { showSection(Section::Look); });
}

void CompareWindow::begin()
{
    m_look->begin();
}

void CompareWindow::showSection(Section section)
{
    m_tabs->setCurrentIndex(int(section));
    m_sections->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void CompareWindow::openCall(const QString &title, const std::shared_ptr<client::Call> &call)
{
    auto *window =
        new ExchangeWindow(QStringLiteral("%1, %2").arg(title, m_subject.title), call, this);
    window->show();
}

} // namespace sonde::ui
