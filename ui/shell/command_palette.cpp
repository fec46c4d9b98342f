#include "ui/shell/command_palette.h"

#include "ui/shell/fuzzy.h"
#include "ui/shell/palette_delegate.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>
#include <tuple>

namespace sonde::ui
{

namespace
{

constexpr int shownLimit = 200; // rows; nobody reads further

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_none(new QLabel(this))
    , m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(9, 9, 9, 9);
    column->setSpacing(6);
    column->addWidget(m_edit);
    column->addWidget(m_none);
    column->addWidget(m_list);
    m_edit->setMinimumHeight(m_edit->fontMetrics().height() + 14);
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Matches"));
    m_none->setText(tr("Nothing of that name."));
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setContentsMargins(6, 6, 6, 6);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 6);
    setGraphicsEffect(shadow);
    setAutoFillBackground(false);
    connect(m_edit, &QLineEdit::textEdited, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries, const QString &prompt)
{
    m_entries = std::move(entries);
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_edit->clear();
    m_edit->setPlaceholderText(prompt);
    m_edit->setAccessibleName(prompt);
    setAccessibleName(prompt);
    filter({});
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

int CommandPalette::shownCount() const
{
    return m_model->rowCount();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(window->width() - 40, fontMetrics().averageCharWidth() * 86);
    // As high as what was found, so that a short list looks like one.
    const int rows = std::max(m_model->rowCount(), 1);
    const int rowHeight = fontMetrics().height() + 12;
    const int wanted = m_edit->minimumHeight() + rows * rowHeight + 28;
    const int height = std::min({wanted, window->height() - 80, 420});
    setGeometry((window->width() - width) / 2, 48, width, height);
}

void CommandPalette::filter(const QString &pattern)
{
    struct Found {
        size_t entry;
        FuzzyMatch match;
    };
    std::vector<Found> found;
    for (size_t at = 0; at < m_entries.size(); ++at) {
        if (FuzzyMatch match = fuzzyMatch(pattern, m_entries[at].text, m_entries[at].detail))
            found.push_back({at, std::move(match)});
    }
    // The order of the table decides between equals; std::stable_sort draws in what is deprecated.
    std::ranges::sort(found, [&](const Found &a, const Found &b) {
        const auto key = [&](const Found &one) {
            const PaletteEntry &entry = m_entries[one.entry];
            // What cannot be used is shown, after what can.
            return std::tuple(!entry.whyNot.isEmpty(), pattern.isEmpty() ? 0 : -one.match.score,
                              -entry.rank, one.entry);
        };
        return key(a) < key(b);
    });
    m_model->clear();
    for (const Found &one : found | std::views::take(shownLimit)) {
        const PaletteEntry &entry = m_entries[one.entry];
        auto *item = new QStandardItem(entry.text);
        item->setEditable(false);
        item->setData(int(one.entry), PaletteDelegate::EntryRole);
        item->setData(entry.whyNot.isEmpty() ? entry.detail : entry.whyNot,
                      PaletteDelegate::DetailRole);
        item->setData(entry.method, PaletteDelegate::MethodRole);
        item->setData(QVariant::fromValue(one.match.positions), PaletteDelegate::PositionsRole);
        item->setData(!entry.whyNot.isEmpty(), PaletteDelegate::BlockedRole);
        item->setData(entry.text + QStringLiteral(", ") +
                          (entry.whyNot.isEmpty() ? entry.detail : entry.whyNot),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_none->setVisible(found.empty());
    m_list->setVisible(!found.empty());
    place();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_edit)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        QMetaObject::invokeMethod(this, &QWidget::hide, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid() || index.data(PaletteDelegate::BlockedRole).toBool())
        return;
    const auto run = m_entries[size_t(index.data(PaletteDelegate::EntryRole).toInt())].run;
    dismiss();
    run();
}

void CommandPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::Border));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace sonde::ui
