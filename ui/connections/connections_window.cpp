#include "ui/connections/connections_window.h"

#include "ui/connections/connections_model.h"
#include "ui/connections/uses_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/window_size.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr int tickMilliseconds = 500;

void dress(QTableView *table, const QString &name)
{
    table->setAccessibleName(name);
    dressPlainTable(table, 8);
    table->setAlternatingRowColors(true);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

ConnectionsWindow::ConnectionsWindow(Source source, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_source(std::move(source))
    , m_model(new ConnectionsModel(this))
    , m_usesModel(new UsesModel(this))
    , m_states(new QStackedWidget)
    , m_table(new QTableView)
    , m_uses(new QTableView)
    , m_summary(new QLabel)
{
    setWindowTitle(tr("Connections – Sonde"));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    openNoLargerThanTheScreen(this, {980, 460});
    setMinimumSize(520, 300);
    auto *empty = new QLabel(tr("No connection is open. One is made when a request is sent, and is "
                                "kept for a while in case another goes the same way."));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(24);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_states->addWidget(empty);
    m_states->addWidget(makeTables());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_states, 1);
    column->addWidget(makeButtons());
    for (const QKeySequence &keys :
         {QKeySequence(Qt::CTRL | Qt::Key_W), QKeySequence(Qt::Key_Escape)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this,
            &ConnectionsWindow::look);
    showButtons();
}

QWidget *ConnectionsWindow::makeTables()
{
    m_table->setModel(m_model);
    dress(m_table, tr("Connections"));
    const int character = m_table->fontMetrics().averageCharWidth();
    const std::pair<int, int> widths[] = {
        {ConnectionsModel::Origin, 30},   {ConnectionsModel::Protocol, 17},
        {ConnectionsModel::State, 24},    {ConnectionsModel::Streams, 9},
        {ConnectionsModel::Served, 8},    {ConnectionsModel::Age, 12},
        {ConnectionsModel::OpenedBy, 32}, {ConnectionsModel::Remote, 20},
        {ConnectionsModel::Local, 20}};
    for (const auto &[column, characters] : widths)
        // Some languages need more for a title than for what stands below it.
        m_table->setColumnWidth(column,
                                std::max(characters * character + 16,
                                         m_table->horizontalHeader()->sectionSizeHint(column)));
    m_uses->setModel(m_usesModel);
    dress(m_uses, tr("Requests on this connection"));
    m_uses->setColumnWidth(UsesModel::Request, 56 * character);
    m_uses->setColumnWidth(UsesModel::Part, 32 * character);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(m_uses);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_table->installEventFilter(this);
    m_uses->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showUses();
        showButtons();
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &ConnectionsWindow::showMenu);
    connect(m_table, &QTableView::doubleClicked, this, [this] { activateUse(0); });
    connect(m_uses, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { activateUse(index.row()); });
    return splitter;
}

QWidget *ConnectionsWindow::makeButtons()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_summary, 1);
    auto *fresh = new QPushButton(icon("send"), tr("Send on a &new connection"));
    fresh->setToolTip(tr("Send the request in front on a connection that is made for it alone"));
    connect(fresh, &QPushButton::clicked, this, &ConnectionsWindow::freshSendWanted);
    m_forget = new QPushButton(tr("&Forget closed"));
    m_forget->setToolTip(tr("Take those that are closed off the list"));
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_model->forgetGone();
        look();
    });
    m_close = new QPushButton(icon("close"), tr("&Close"));
    m_close->setToolTip(tr("Close the selected connections; HTTP/2 says GOAWAY. Requests on them "
                           "are cancelled."));
    connect(m_close, &QPushButton::clicked, this, &ConnectionsWindow::closeSelected);
    m_closeAll = new QPushButton(tr("Close &all"));
    connect(m_closeAll, &QPushButton::clicked, this, [this] {
        m_source.closeAll();
        look();
    });
    for (QPushButton *button : {fresh, m_forget, m_close, m_closeAll})
        row->addWidget(button);
    return bar;
}

void ConnectionsWindow::look()
{
    m_source.ask(this, [this](std::vector<PooledConnection> pooled) { take(std::move(pooled)); });
}

void ConnectionsWindow::take(std::vector<PooledConnection> pooled)
{
    m_model->update(std::move(pooled), m_source.uses(), trace::now());
    const int open = m_model->openCount();
    m_states->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_summary->setText(open > 0 ? tr("%n open connection(s)", nullptr, open)
                                : tr("No open connection"));
    if (m_table->selectionModel()->selectedRows().isEmpty() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    showUses();
    showButtons();
}

std::vector<int> ConnectionsWindow::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

void ConnectionsWindow::showUses()
{
    const auto rows = selectedRows();
    if (rows.empty())
        m_usesModel->setUses({}, {});
    else
        m_usesModel->setUses(m_model->usesOf(rows.front()),
                             m_model->connection(rows.front()).openedBy);
}

void ConnectionsWindow::showButtons()
{
    const auto rows = selectedRows();
    m_close->setEnabled(
        std::ranges::any_of(rows, [this](int row) { return m_model->isOpen(row); }));
    m_closeAll->setEnabled(m_model->openCount() > 0);
    m_forget->setEnabled(m_model->goneCount() > 0);
}

void ConnectionsWindow::closeSelected()
{
    for (const int row : selectedRows()) {
        if (m_model->isOpen(row))
            m_source.close(m_model->connection(row).id);
    }
    look();
}

void ConnectionsWindow::activateUse(int row)
{
    if (size_t(row) < m_usesModel->rows().size())
        Q_EMIT exchangeWanted(m_usesModel->rows()[size_t(row)].exchange);
}

void ConnectionsWindow::copyRows() const
{
    const auto rows = selectedRows();
    if (!rows.empty())
        QApplication::clipboard()->setText(m_model->text(rows));
}

void ConnectionsWindow::showMenu(QPoint position)
{
    QMenu menu(this);
    QAction *go = menu.addAction(icon("arrow-right"), tr("Go to the request"), this,
                                 [this] { activateUse(0); });
    go->setEnabled(m_usesModel->rowCount() > 0);
    menu.addSeparator();
    QAction *copy = menu.addAction(icon("copy"), tr("Copy"), this, [this] { copyRows(); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!selectedRows().empty());
    menu.addAction(tr("Copy all"), this,
                   [this] { QApplication::clipboard()->setText(m_model->text()); });
    menu.addSeparator();
    QAction *close =
        menu.addAction(icon("close"), tr("Close"), this, &ConnectionsWindow::closeSelected);
    close->setShortcut(QKeySequence::Delete);
    close->setEnabled(m_close->isEnabled());
    menu.addAction(tr("Close all"), m_closeAll, &QPushButton::click)
        ->setEnabled(m_closeAll->isEnabled());
    menu.addAction(tr("Send on a new connection"), this, &ConnectionsWindow::freshSendWanted);
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

bool ConnectionsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_table && key->matches(QKeySequence::Copy)) {
        copyRows();
        return true;
    }
    if (watched == m_table && key->key() == Qt::Key_Delete) {
        closeSelected();
        return true;
    }
    if (enter && (watched == m_table || watched == m_uses)) {
        activateUse(watched == m_uses ? std::max(m_uses->currentIndex().row(), 0) : 0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ConnectionsWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start(tickMilliseconds, this);
    m_table->setFocus();
    look();
}

void ConnectionsWindow::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

void ConnectionsWindow::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId())
        look();
    else
        QWidget::timerEvent(event);
}

} // namespace sonde::ui
