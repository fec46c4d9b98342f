#include "ui/body/json_tree_page.h"

#include "body/json_formatter.h"
#include "body/json_text.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sonde::ui
{

JsonTreePage::JsonTreePage(QWidget *parent)
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
    copyPath->setToolTip(tr("Copy path (JSONPath)"));
    connect(copyPath, &QToolButton::clicked, this, &JsonTreePage::copyPath);
    auto *pathRow = new QHBoxLayout;
    pathRow->setContentsMargins(8, 2, 8, 2);
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(copyPath);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tree, 1);
    column->addLayout(pathRow);
    setFocusProxy(m_tree);
    buildActions();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JsonTreePage::showPath);
    connect(&m_model, &JsonTreeModel::revealed, this, [this](const QModelIndex &index) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JsonTreePage::showPath);
    // One document: what is in it is what one wants to see.
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first) {
                if (parent.isValid() || first != 0)
                    return;
                const QModelIndex root = m_model.index(0, 0, {});
                m_tree->expand(root);
                if (!m_tree->currentIndex().isValid())
                    m_tree->setCurrentIndex(root);
            });
    connect(&Theme::instance(), &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

void JsonTreePage::buildTree()
{
    m_tree->setModel(&m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Body as a tree"));
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(JsonTreeModel::Name, 260);
    m_tree->installEventFilter(this);
}

void JsonTreePage::buildActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys,
                            void (JsonTreePage::*act)()) {
        auto *action = new QAction(text, m_tree);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_tree->addAction(action);
    };
    add(tr("Copy value"), QKeySequence::Copy, &JsonTreePage::copyValue);
    add(tr("Copy laid out"), {}, &JsonTreePage::copyPretty);
    add(tr("Copy path"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, &JsonTreePage::copyPath);
}

bool JsonTreePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree)
        return QWidget::eventFilter(watched, event);
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    // Opening all that is below may be millions of rows.
    if (key && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Asterisk) {
        event->accept();
        return true;
    }
    if (key && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept(); // ours, though the window has a shortcut of that name
        if (event->type() == QEvent::KeyPress)
            copyValue();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString JsonTreePage::path() const
{
    return QString::fromUtf8(m_model.pathOf(m_tree->currentIndex()));
}

std::optional<qint64> JsonTreePage::currentOctet() const
{
    const auto child = m_model.childAt(m_tree->currentIndex());
    if (!child)
        return std::nullopt;
    return child->hasKey() ? child->keyFrom : child->from;
}

void JsonTreePage::showPath()
{
    m_path->setText(path());
    m_path->setCursorPosition(0);
}

void JsonTreePage::copyPath()
{
    QApplication::clipboard()->setText(path());
}

void JsonTreePage::copyValue()
{
    copy(Form::Plain);
}

void JsonTreePage::copyPretty()
{
    copy(Form::LaidOut);
}

void JsonTreePage::copy(Form form)
{
    const auto child = m_model.childAt(m_tree->currentIndex());
    if (!child)
        return;
    const QPointer<JsonTreePage> self(this);
    body::workers().start(
        [self, form, from = child->from, kind = child->kind, source = m_model.source()] {
            body::JsonInput input(source);
            const qint64 to = body::jsonEnd(input, from).value_or(source->size());
            QByteArray text;
            if (to - from <= copyLimit) {
                const QByteArray octets = source->read(from, to - from).value_or(QByteArray());
                if (form == Form::LaidOut)
                    body::JsonFormatter().feed(octets, text);
                else
                    text = kind == body::JsonKind::String ? body::unescapedJson(octets) : octets;
            }
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
