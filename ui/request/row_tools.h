// The buttons of a row table: add, delete, up, down, and edit as text if the owner offers that.
#pragma once

#include <QWidget>

class QToolButton;

namespace sonde::ui
{

class RowTable;

class RowTools : public QWidget
{
    Q_OBJECT
public:
    enum class Bulk : quint8 { No, Yes };
    RowTools(RowTable *table, Bulk bulk, QWidget *parent = nullptr);

Q_SIGNALS:
    void asTextToggled(bool asText);

private:
    [[nodiscard]] QToolButton *add(const char *iconName, const QString &text, const QString &keys);
    void refresh();

    RowTable *m_table;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_asText = nullptr;
};

} // namespace sonde::ui
