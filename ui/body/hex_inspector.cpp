#include "ui/body/hex_inspector.h"

#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plain_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace sonde::ui
{

void OctetReadingModel::setOctets(const QByteArray &octets)
{
    if (octets == m_octets)
        return;
    m_octets = octets;
    Q_EMIT dataChanged(index(0, Little), index(rowCount() - 1, Big));
}

int OctetReadingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(body::octetForms().size());
}

QString OctetReadingModel::nameOf(body::OctetForm form)
{
    using enum body::OctetForm;
    switch (form) {
    case Bits:
        return tr("Bits");
    case Unsigned8:
    case Unsigned16:
    case Unsigned32:
    case Unsigned64:
        return tr("Unsigned, %n bits", nullptr,
                  form == Unsigned8    ? 8
                  : form == Unsigned16 ? 16
                  : form == Unsigned32 ? 32
                                       : 64);
    case Signed8:
    case Signed16:
    case Signed32:
    case Signed64:
        return tr("Signed, %n bits", nullptr,
                  form == Signed8    ? 8
                  : form == Signed16 ? 16
                  : form == Signed32 ? 32
                                     : 64);
    case Float16:
    case Float32:
    case Float64:
        return tr("Float, %n bits", nullptr, form == Float16 ? 16 : form == Float32 ? 32 : 64);
    case Utf8:
        return QStringLiteral("UTF-8");
    case Utf16:
        return QStringLiteral("UTF-16");
    case Utf32:
        return QStringLiteral("UTF-32");
    }
    return {};
}

QVariant OctetReadingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const body::OctetForm form = body::octetForms()[size_t(index.row())];
    if (role == Qt::ForegroundRole && index.column() == Form)
        return Theme::instance().color(Token::Muted);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == Form)
        return nameOf(form);
    if (index.column() == Big && !body::hasOrder(form)) // what has no order stands once
        return {};
    return body::readOctets(m_octets, form,
                            index.column() == Little ? body::OctetOrder::Little
                                                     : body::OctetOrder::Big);
}

QVariant OctetReadingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Form     ? tr("Read as")
           : section == Little ? tr("Little-endian")
                               : tr("Big-endian");
}

HexInspector::HexInspector(BodyView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_place(new QLabel(this))
    , m_table(new QTableView(this))
{
    setAccessibleName(tr("Octets at the cursor"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_place->setContentsMargins(8, 4, 8, 4);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Octets at the cursor"));
    dressPlainTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems); // a reading is copied by itself
    QHeaderView *header = m_table->horizontalHeader();
    const int digit = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    fitNames();
    header->resizeSection(OctetReadingModel::Little, 16 * digit);
    setMinimumWidth(20 * digit); // a narrow pane hides it
    setMaximumWidth(55 * digit);
    m_table->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy value"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &HexInspector::copyValue);
    m_table->addAction(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_place);
    column->addWidget(m_table, 1);
    connect(m_view, &BodyView::selectionChanged, this, &HexInspector::refresh);
    refresh();
}

// Cut off they would be all the same: in some languages the number of bits stands last.
void HexInspector::fitNames()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const int margin =
        m_table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_table) + 4;
    int widest = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest =
            std::max(widest, metrics.horizontalAdvance(
                                 m_model.index(row, OctetReadingModel::Form).data().toString()));
    m_table->horizontalHeader()->resizeSection(OctetReadingModel::Form, widest + 2 * margin);
}

void HexInspector::refresh()
{
    if (!isVisibleTo(parentWidget()))
        return;
    const auto store = m_view->store();
    const OctetRange selected = m_view->selection();
    const qint64 at = selected.isEmpty() ? m_view->caret() : selected.from;
    m_model.setOctets(store ? store->read(at, body::mostReadOctets).value_or(QByteArray())
                            : QByteArray());
    const QLocale locale;
    const QString offset = locale.toString(at);
    const QString hex = QString::number(at, 16);
    //: %1 an offset, %2 the same in hexadecimal
    const QString here = tr("Octet %1 (0x%2)").arg(offset, hex);
    m_place->setText(selected.isEmpty()
                         ? here
                         //: %1 a place, %2 a size
                         : tr("%1, %2 selected").arg(here, exactOctetsText(selected.length())));
}

QString HexInspector::place() const
{
    return m_place->text();
}

void HexInspector::copyValue()
{
    QApplication::clipboard()->setText(m_table->currentIndex().data().toString());
}

bool HexInspector::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_table && key && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept(); // ours, though the window has a shortcut of that name
        if (event->type() == QEvent::KeyPress)
            copyValue();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui
