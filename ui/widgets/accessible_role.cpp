#include "ui/widgets/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>

namespace sonde::ui
{
namespace
{

constexpr auto property = "sonde.accessibleRole";

QAccessibleInterface *make(const QString &, QObject *object)
{
    const QVariant role = object->property(property);
    if (!role.isValid() || !object->isWidgetType())
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Role(role.toInt()));
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
    widget->setProperty(property, int(role));
}

} // namespace sonde::ui
