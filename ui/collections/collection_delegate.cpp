#include "ui/collections/collection_delegate.h"

#include "ui/collections/collection_model.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_paint.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

namespace sonde::ui
{

namespace
{

constexpr int gap = 6;

QFont badgeFont(const QFont &font)
{
    return strongFont(smallFont(font));
}

int methodWidth(const QFont &font)
{
    return QFontMetrics(badgeFont(font)).horizontalAdvance(QStringLiteral("PATCH"));
}

} // namespace

void CollectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const Theme &theme = Theme::instance();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = row.state & QStyle::State_Selected;
    paintRowGround(painter, row);
    QRect rect = row.rect.adjusted(4, 0, -8, 0);
    rect.setLeft(rect.left() + paintLead(painter, rect, index, option.font));

    rect.setRight(rect.right() - paintMark(painter, rect, index, option.font));
    painter->setFont(option.font);
    const QString name =
        row.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    const auto at = m_marked.isEmpty() ? -1 : name.indexOf(m_marked, 0, Qt::CaseInsensitive);
    if (at >= 0) {
        const int from = row.fontMetrics.horizontalAdvance(name.left(at));
        const int length = row.fontMetrics.horizontalAdvance(name.mid(at, m_marked.size()));
        painter->fillRect(QRect(rect.left() + from,
                                rect.center().y() - row.fontMetrics.height() / 2, length,
                                row.fontMetrics.height()),
                          theme.color(Token::FindHit));
    }
    const bool broken = !index.data(CollectionModel::ProblemRole).toString().isEmpty();
    painter->setPen(theme.color(broken     ? Token::Muted
                                : selected ? Token::SelectionText
                                           : Token::Text));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, name);
    painter->restore();
}

int CollectionDelegate::paintLead(QPainter *painter, const QRect &rect, const QModelIndex &index,
                                  const QFont &font) const
{
    const auto kind = collection::Entry::Kind(index.data(CollectionModel::KindRole).toInt());
    if (kind == collection::Entry::Kind::Request) {
        const QString method = index.data(CollectionModel::MethodRole).toString();
        const QFont badge = badgeFont(font);
        const int width = methodWidth(font);
        painter->setFont(badge);
        painter->setPen(Theme::instance().color(methodToken(method.toLatin1())));
        painter->drawText(
            QRect(rect.left(), rect.top(), width, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(badge).elidedText(shortMethod(method), Qt::ElideRight, width));
        return width + gap;
    }
    const bool problem = !index.data(CollectionModel::ProblemRole).toString().isEmpty();
    const char *name = problem                                 ? "warning"
                       : kind == collection::Entry::Kind::File ? "file"
                                                               : "folder";
    const QRect box(rect.left(), rect.center().y() - 7, 16, 16);
    icon(name, problem ? Token::Warning : Token::Muted).paint(painter, box);
    return box.width() + gap;
}

// A letter at the end: M changed, N new, ! a conflict. Its tool tip says it in words.
int CollectionDelegate::paintMark(QPainter *painter, const QRect &rect, const QModelIndex &index,
                                  const QFont &font) const
{
    using collection::GitMark;
    const auto mark = GitMark(index.data(CollectionModel::MarkRole).toInt());
    if (mark == GitMark::None)
        return 0;
    const bool isFolder = collection::Entry::Kind(index.data(CollectionModel::KindRole).toInt()) ==
                          collection::Entry::Kind::Folder;
    const QString letter = mark == GitMark::New        ? QStringLiteral("N")
                           : mark == GitMark::Conflict ? QStringLiteral("!")
                           : isFolder                  ? QStringLiteral("•")
                                                       : QStringLiteral("M");
    const Token token = mark == GitMark::New        ? Token::Success
                        : mark == GitMark::Conflict ? Token::Danger
                                                    : Token::Warning;
    const QFont badge = badgeFont(font);
    const int width = QFontMetrics(badge).horizontalAdvance(QStringLiteral("M"));
    painter->setFont(badge);
    painter->setPen(Theme::instance().color(token));
    painter->drawText(QRect(rect.right() - width, rect.top(), width, rect.height()),
                      Qt::AlignCenter, letter);
    return width + gap;
}

QWidget *CollectionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                          const QModelIndex &) const
{
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(tr("Name"));
    edit->setFrame(true);
    return edit;
}

// The row is shown anew when its mark of git changes, and a new folder gets one at once: what is
// typed meanwhile, and the selection to be typed over, stay.
void CollectionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    const QString name = index.data(Qt::EditRole).toString();
    if (!edit->isModified() && edit->text() != name)
        edit->setText(name);
}

void CollectionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                              const QModelIndex &index) const
{
    const auto kind = collection::Entry::Kind(index.data(CollectionModel::KindRole).toInt());
    const int lead = kind == collection::Entry::Kind::Request ? methodWidth(option.font) : 16;
    editor->setGeometry(option.rect.adjusted(lead + gap, 0, -6, 0));
}

QSize CollectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, rowHeight(option.fontMetrics)};
}

} // namespace sonde::ui
