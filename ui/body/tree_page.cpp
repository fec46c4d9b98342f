#include "ui/body/tree_page.h"

#include "ui/widgets/body_view/text_decoder.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr QKeyCombination pathKeys = Qt::CTRL | Qt::SHIFT | Qt::Key_C;

// The ring round the current row takes room that the letters' descenders stand in.
class AiryRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, ringRoom);
    }

private:
    static constexpr int ringRoom = 5;
};

} // namespace

TreePage::TreePage(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeView(this))
    , m_path(new QLineEdit(this))
{
    buildTree();
    m_path->setReadOnly(true);
    m_path->setFrame(false);
    m_path->setPlaceholderText(tr("Path of the selected value"));
    m_path->setAccessibleName(tr("Path of the selected value"));
    auto *copyPath = new QToolButton(this);
    copyPath->setIcon(icon("copy"));
    copyPath->setAutoRaise(true);
    copyPath->setAccessibleName(tr("Copy path"));
    copyPath->setToolTip(tr("Copy path (JSONPath or XPath)"));
    connect(copyPath, &QToolButton::clicked, this, &TreePage::copyPath);
    auto *pathRow = new QHBoxLayout;
    pathRow->setContentsMargins(8, 2, 8, 2);
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(copyPath);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tree, 1);
    column->addLayout(pathRow);
    FocusHand::set(this, m_tree);
    buildActions();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TreePage::showPath);
    connect(&m_model, &TreeModel::revealed, this, [this](const QModelIndex &index) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_opened = false;
        *m_copying = true;
        showPath();
    });
    // One document: what is in it is what one wants to see.
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                for (int row = first; !parent.isValid() && !m_opened && row <= last; ++row) {
                    const QModelIndex root = m_model.index(row, 0, {});
                    m_opened = m_model.hasChildren(root);
                    if (m_opened)
                        m_tree->expand(root);
                    if (!m_tree->currentIndex().isValid() || m_opened)
                        m_tree->setCurrentIndex(root);
                }
            });
    connect(&Theme::instance(), &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

TreePage::~TreePage()
{
    *m_copying = true;
}

void TreePage::buildTree()
{
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new AiryRows(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Body as a tree"));
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(TreeModel::Name, 260);
    m_tree->installEventFilter(this);
}

void TreePage::buildActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys,
                            void (TreePage::*act)()) {
        auto *action = new QAction(text, m_tree);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_tree->addAction(action);
    };
    add(tr("Copy value"), QKeySequence::Copy, &TreePage::copyValue);
    add(tr("Copy laid out"), {}, &TreePage::copyPretty);
    add(tr("Copy path"), pathKeys, &TreePage::copyPath);
}

bool TreePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree)
        return QWidget::eventFilter(watched, event);
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    // Opening all that is below may be millions of rows.
    if (key && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Asterisk) {
        event->accept();
        return true;
    }
    if (!key)
        return QWidget::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const bool path = pressed->keyCombination() == pathKeys;
    // Ours, though the window has shortcuts of these names: of two that claim a key none gets it.
    if (path || pressed->matches(QKeySequence::Copy)) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            path ? copyPath() : copyValue();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString TreePage::path() const
{
    return QString::fromUtf8(m_model.pathOf(m_tree->currentIndex()));
}

std::optional<qint64> TreePage::currentOctet() const
{
    const auto child = m_model.childAt(m_tree->currentIndex());
    if (!child)
        return std::nullopt;
    return child->begin();
}

void TreePage::showPath()
{
    m_path->setText(path());
    m_path->setCursorPosition(0);
}

void TreePage::copyPath()
{
    QApplication::clipboard()->setText(path());
}

void TreePage::copyValue()
{
    copy(body::TreeForm::CopyAs::Plain);
}

void TreePage::copyPretty()
{
    copy(body::TreeForm::CopyAs::LaidOut);
}

void TreePage::copy(body::TreeForm::CopyAs as)
{
    const auto child = m_model.childAt(m_tree->currentIndex());
    if (!child)
        return;
    *m_copying = true; // what was asked for before
    m_copying = body::makeStopMark();
    const QPointer<TreePage> self(this);
    body::workers().start([self, stop = m_copying, as, child = *child, form = &m_model.form(),
                           source = m_model.source(), charset = m_model.charset()] {
        body::JsonInput input(source, stop);
        const qint64 from = child.from;
        const qint64 to = form->end(input, child).value_or(source->size());
        if (*stop)
            return;
        QByteArray text;
        if (to - from <= copyLimit)
            text = form->copied(child,
                                TextDecoder(charset)
                                    .plain(source->read(from, to - from).value_or(QByteArray()))
                                    .toUtf8(),
                                as);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, from, to, text] {
                if (to - from <= copyLimit)
                    QApplication::clipboard()->setText(QString::fromUtf8(text));
                else if (self)
                    Q_EMIT self->copyRefused(from, to);
            },
            Qt::QueuedConnection);
    });
}

} // namespace sonde::ui
