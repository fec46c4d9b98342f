// A path that can be typed, dropped or chosen. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace sonde::ui
{

class FileField : public QWidget
{
    Q_OBJECT
public:
    explicit FileField(QWidget *parent = nullptr);
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);

Q_SIGNALS:
    void pathEdited(const QString &path); // by the person

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void take(const QString &path);
    QLineEdit *m_edit;
};

} // namespace sonde::ui
