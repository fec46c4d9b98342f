#include "ui/body/goto_bar.h"

#include "ui/widgets/bar_parts.h"
#include "ui/widgets/body_view/body_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int unitOfRows = 0; // rows of the box
constexpr int unitOfOctets = 1;

} // namespace

GotoBar::GotoBar(BodyView *view)
    : m_view(view)
    , m_unit(new QComboBox(this))
    , m_field(new QLineEdit(this))
    , m_problem(new ProblemLabel(this))
{
    setAccessibleName(tr("Go to a row or an octet"));
    m_unit->addItems({tr("Row"), tr("Octet")});
    m_unit->setAccessibleName(tr("What the number counts"));
    m_field->setAccessibleName(tr("Number to go to"));
    m_field->setPlaceholderText(tr("Number, or 0x and hexadecimal"));
    m_field->installEventFilter(this);
    m_unit->installEventFilter(this);
    auto *close = closeButton(
        this, tr("Close"),
        tr("Close (%1)").arg(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(partsApart); // the column's would be none
    row->addWidget(m_unit);
    row->addWidget(m_field, 1);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(close, &QToolButton::clicked, this, &GotoBar::close);
    connect(m_field, &QLineEdit::returnPressed, this, &GotoBar::go);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_problem->say({}); });
    hide();
}

void GotoBar::open()
{
    // In hex, rows are what nobody counts.
    const bool hex = m_view->mode() == BodyView::Mode::Hex;
    m_unit->setCurrentIndex(hex ? unitOfOctets : unitOfRows);
    m_problem->say({});
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void GotoBar::close()
{
    hide();
    m_view->setFocus();
}

QString GotoBar::problem() const
{
    return m_problem->text();
}

void GotoBar::go()
{
    QString text = m_field->text();
    text.remove(QLocale().groupSeparator()).remove(QLatin1Char(' '));
    bool isNumber = false;
    const bool hexadecimal = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    const qint64 number = text.toLongLong(&isNumber, hexadecimal ? 16 : 10);
    if (!m_view->store() || !isNumber || number < 0) {
        m_problem->say(tr("Write a number such as 1200 or 0x4B0."));
        return;
    }
    const QLocale locale;
    std::optional<qint64> octet;
    if (m_unit->currentIndex() == unitOfRows) {
        octet = m_view->octetOfLine(number - 1);
        if (!octet) {
            m_problem->say(tr("There is no row %1 here.").arg(locale.toString(number)));
            return;
        }
    } else if (number <= m_view->store()->size()) {
        octet = number;
    } else {
        m_problem->say(
            tr("There are %1 octets here.").arg(locale.toString(m_view->store()->size())));
        return;
    }
    m_view->setFollow(BodyView::Follow::Off);
    m_view->select({*octet, *octet});
    m_view->reveal(*octet);
    close();
}

bool GotoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sonde::ui
