// The filter box of the history, which offers the words there are while one types. GUI thread.
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace sonde::ui
{

class HistoryFilterEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit HistoryFilterEdit(QWidget *parent = nullptr);

    // What could stand in place of the word before `position`.
    [[nodiscard]] static QStringList offersFor(const QString &text, qsizetype position);
    [[nodiscard]] bool isOffering() const;

private:
    void offer();
    void put(const QString &word);

    QCompleter *m_completer;
    QStringListModel *m_offers;
};

} // namespace sonde::ui
