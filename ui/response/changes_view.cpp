#include "ui/response/changes_view.h"

#include "ui/widgets/focus_hand.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFont>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace sonde::ui
{

ChangesModel::ChangesModel(QObject *parent)
    : RowTable({{tr("What")}, {tr("Response before")}, {tr("This response")}, {tr("Difference")}},
               parent)
{
}

QString ChangesModel::cell(const Change &change, int column) const
{
    const QString *const cells[] = {&change.what, &change.before, &change.now, &change.difference};
    return *cells[column];
}

QVariant ChangesModel::look(const Change &change, int column, int role) const
{
    const bool differs = change.kind == Change::Kind::Differs;
    switch (role) {
    case Qt::FontRole: {
        QFont font;
        font.setBold(change.kind == Change::Kind::Heading || (differs && column == Now));
        return font;
    }
    case Qt::ForegroundRole:
        return Theme::instance().color(change.kind == Change::Kind::Same ? Token::Muted
                                                                         : Token::Text);
    case Qt::AccessibleTextRole:
        //: %1 is what is compared, read aloud
        return column == What && differs ? tr("%1, differs").arg(change.what) : QVariant();
    default:
        return {};
    }
}

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ChangesModel(this))
    , m_table(new QTableView(this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Changes since the response before"));
    dressPlainTable(m_table);
    auto *advice = new QLabel(
        tr("A look at one sending each: times differ from one to the next by chance alone."), this);
    advice->setForegroundRole(QPalette::PlaceholderText);
    advice->setWordWrap(true);
    auto *copy = new QToolButton(this);
    copy->setIcon(icon("copy"));
    copy->setText(tr("Copy as text"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(changesText(m_model->rows())); });
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 2, 0, 2);
    foot->addWidget(advice, 1);
    foot->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    FocusHand::set(this, m_table);
}

void ChangesView::showChanges(std::vector<Change> changes)
{
    m_table->clearSpans();
    m_model->resetRows(std::move(changes));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rows()[size_t(row)].kind == Change::Kind::Heading)
            m_table->setSpan(row, 0, 1, ChangesModel::Columns);
    }
}

void ChangesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sizeColumns();
}

// Before and now get the same room, so that the eye can go across.
void ChangesView::sizeColumns()
{
    const int character = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int what = std::min(character * 26, width() / 4);
    const int difference = character * 16;
    const int each = std::clamp((width() - what - difference) / 2, character * 12, character * 60);
    m_table->setColumnWidth(ChangesModel::What, what);
    m_table->setColumnWidth(ChangesModel::Before, each);
    m_table->setColumnWidth(ChangesModel::Now, each);
}

} // namespace sonde::ui
