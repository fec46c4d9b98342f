#include "ui/compare/compare_window.h"

#include "ui/compare/look_page.h"
#include "ui/compare/measure_page.h"
#include "ui/compare/plan_form.h"
#include "ui/compare/result_page.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/window_size.h"

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
{
    //: The title of a window: %1 is a request whose versions are compared.
    setWindowTitle(tr("Compare %1 – Sonde").arg(m_subject.title));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    openNoLargerThanTheScreen(this, {1024, 700});
    setMinimumSize(720, 460);
    const http::Request &request = m_subject.requests.front();
    auto *subjectLine =
        new QLabel(QString::fromUtf8(request.method.token() + ' ' + request.target.url()), this);
    if (m_subject.requests.size() > 1)
        //: %1 is the first of them
        subjectLine->setText(
            tr("%n request(s), the first %1", nullptr, int(m_subject.requests.size()))
                .arg(subjectLine->text()));
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
    makePages(std::move(send));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(subjectLine);
    column->addWidget(m_tabs);
    column->addWidget(line);
    column->addWidget(m_sections, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_sections, &QStackedWidget::setCurrentIndex);
    makeShortcuts();
}

void CompareWindow::makePages(Send send)
{
    const http::Request &first = m_subject.requests.front();
    m_look = new LookPage(std::move(send), first, m_subject.options);
    m_measure = new MeasurePage(m_subject.requests, m_subject.options);
    m_result = new ResultPage;
    const auto add = [this](const QString &name, QWidget *page) {
        m_tabs->addTab(name);
        m_sections->addWidget(page);
    };
    add(tr("First look"), m_look);
    add(tr("Measure"), m_measure);
    add(tr("Result"), m_result);
    m_tabs->setTabVisible(int(Section::Result), false);
    connect(m_look, &LookPage::openWanted, this,
            [this](const QString &title, const std::shared_ptr<client::Call> &call) {
                openCalls(title, {{QString(), call}}, 0);
            });
    connect(m_look, &LookPage::measureWanted, this, [this] { showSection(Section::Measure); });
    connect(m_result, &ResultPage::openWanted, this, &CompareWindow::openCalls);
    connect(m_measure, &MeasurePage::measured, this, &CompareWindow::showRun);
    connect(m_result, &ResultPage::againWanted, this, [this] {
        if (!m_tabs->isTabVisible(int(Section::Measure)))
            return;
        const lab::Plan plan = m_result->run()->setup.plan;
        m_measure->form()->setPlan(plan);
        showSection(Section::Measure);
        m_measure->repeat(plan);
    });
}

void CompareWindow::makeShortcuts()
{
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this), &QShortcut::activated, this,
            &QWidget::close);
    const auto bind = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    for (const QKeySequence &keys :
         {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_Return),
          QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        bind(keys, [this] { runMainAction(); });
    bind(QKeySequence(Qt::SHIFT | Qt::Key_Escape), [this] { m_measure->stop(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { showSection(Section::Look); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_2), [this] { showSection(Section::Measure); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_3), [this] { showSection(Section::Result); });
}

// What the section in front is for.
void CompareWindow::runMainAction()
{
    if (section() == Section::Look)
        m_look->look();
    else if (section() == Section::Measure)
        m_measure->start();
}

void CompareWindow::showRun(const std::shared_ptr<const lab::Run> &run)
{
    m_result->showRun(run);
    m_tabs->setTabVisible(int(Section::Result), true);
    showSection(Section::Result);
    m_measure->form()->setPlan(run->setup.plan);
    if (run->redacted.isEmpty())
        return;
    m_tabs->setTabVisible(int(Section::Look), false);
    m_tabs->setTabVisible(int(Section::Measure), false);
    m_result->notice()->say(NoticeBar::Kind::Note,
                            tr("Credentials were left out when this run was saved (%1): it can be "
                               "read, not repeated.")
                                .arg(run->redacted.mid(0, 5).join(QStringLiteral(", "))));
}

void CompareWindow::begin()
{
    m_look->begin();
}

CompareWindow::Section CompareWindow::section() const
{
    return Section(m_tabs->currentIndex());
}

void CompareWindow::showSection(Section section)
{
    if (!m_tabs->isTabVisible(int(section)))
        return;
    m_tabs->setCurrentIndex(int(section));
    m_sections->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void CompareWindow::openCalls(const QString &title, const std::vector<NamedCall> &calls,
                              size_t first)
{
    auto *window = new ExchangeWindow(QStringLiteral("%1, %2").arg(title, m_subject.title), calls,
                                      first, this);
    window->show();
}

} // namespace sonde::ui
