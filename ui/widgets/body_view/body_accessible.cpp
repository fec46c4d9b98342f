#include "ui/widgets/body_view/body_accessible.h"

#include "ui/widgets/body_view/body_view.h"

#include <QAccessibleTextInterface>
#include <QAccessibleWidget>
#include <QLocale>

namespace sonde::ui
{
namespace
{

class BodyAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit BodyAccessible(BodyView *view)
        : QAccessibleWidget(view, QAccessible::Document)
        , m_view(view)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        state.focusable = true;
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return place();
        if (kind == QAccessible::Value)
            return shown();
        return QAccessibleWidget::text(kind);
    }

    void selection(int index, int *start, int *end) const override
    {
        const OctetRange range = m_view->selection();
        *start = index == 0 ? unitOf(range.from) : 0;
        *end = index == 0 ? unitOf(range.to) : 0;
    }
    int selectionCount() const override { return m_view->selection().isEmpty() ? 0 : 1; }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override { m_view->select({m_view->caret(), m_view->caret()}); }
    void setSelection(int, int start, int end) override
    {
        m_view->select({octetOf(start), octetOf(end)});
    }
    int cursorPosition() const override { return unitOf(m_view->caret()); }
    void setCursorPosition(int position) override
    {
        const qint64 octet = octetOf(position);
        m_view->select({octet, octet});
        m_view->reveal(octet);
    }

    QString text(int start, int end) const override { return shown().mid(start, end - start); }
    int characterCount() const override { return int(shown().size()); }
    QRect characterRect(int offset) const override
    {
        for (const Line &line : lines()) {
            if (offset > line.start + line.row->shape->text().size())
                continue;
            const QRect row = m_view->rowRectangle(line.row->number);
            const int x =
                m_view->textLeft() + int(line.row->shape->xOf(std::max(offset - line.start, 0)));
            const QPoint origin = m_view->viewport()->mapToGlobal(row.topLeft());
            return {origin + QPoint(x, 0), QSize(2, row.height())};
        }
        return {};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return unitOf(m_view->octetAt(m_view->viewport()->mapFromGlobal(point)));
    }
    void scrollToSubstring(int start, int) override { m_view->reveal(octetOf(start)); }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    struct Line {
        ShapedRowPointer row;
        int start = 0; // of its text in the window
    };

    std::vector<Line> lines() const
    {
        std::vector<Line> result;
        int start = 0;
        for (auto &row : m_view->shownRows()) {
            const int size = int(row->shape->text().size());
            result.push_back({std::move(row), start});
            start += size + 1;
        }
        return result;
    }

    QString shown() const
    {
        QString text;
        for (const auto &row : m_view->shownRows())
            text += row->shape->text() + QLatin1Char('\n');
        return text;
    }

    int unitOf(qint64 octet) const
    {
        for (const Line &line : lines()) {
            if (octet < line.row->after || octet == m_view->store()->size())
                return line.start + line.row->shape->unitAt(line.row->xOf(octet));
        }
        return 0;
    }

    qint64 octetOf(int unit) const
    {
        qint64 last = 0;
        for (const Line &line : lines()) {
            if (unit <= line.start + line.row->shape->text().size())
                return line.row->octetNear(line.row->shape->xOf(std::max(unit - line.start, 0)));
            last = line.row->after;
        }
        return last;
    }

    QString place() const
    {
        const QLocale locale;
        const auto rows = m_view->shownRows();
        if (rows.empty())
            return m_view->filter() == BodyView::Filter::MatchingRows
                       ? BodyView::tr("No row matches")
                       : BodyView::tr("Empty");
        return BodyView::tr("Rows %1 to %2 of %3")
            .arg(locale.toString(rows.front()->number + 1),
                 locale.toString(rows.back()->number + 1), locale.toString(m_view->rowCount()));
    }

    BodyView *m_view;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<BodyView *>(object);
    return view ? new BodyAccessible(view) : nullptr;
}

} // namespace

void installBodyAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace sonde::ui
