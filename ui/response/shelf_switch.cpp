#include "ui/response/shelf_switch.h"

#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace sonde::ui
{

ShelfSwitch::ShelfSwitch(QWidget *parent)
    : QWidget(parent)
    , m_earlier(addStep("arrow-left", tr("Earlier response"), -1))
    , m_place(new QLabel(this))
    , m_later(addStep("arrow-right", tr("Later response"), 1))
{
    m_place->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    row->addWidget(m_earlier);
    row->addWidget(m_place);
    row->addWidget(m_later);
    hide();
}

QToolButton *ShelfSwitch::addStep(const char *symbol, const QString &name, int by)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(symbol));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(
        name, QKeySequence(Qt::ALT | (by < 0 ? Qt::Key_Left : Qt::Key_Right))
                  .toString(QKeySequence::NativeText)));
    connect(button, &QToolButton::clicked, this, [this, by] { Q_EMIT stepped(by); });
    return button;
}

void ShelfSwitch::showPlace(size_t place, size_t count)
{
    //: the second of three responses of this tab
    m_place->setText(tr("%1 of %2").arg(place + 1).arg(count));
    m_earlier->setEnabled(place > 0);
    m_later->setEnabled(place + 1 < count);
    setVisible(count > 1);
}

} // namespace sonde::ui
