#include "ui/request/file_field.h"

#include "ui/widgets/icons.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>

namespace sonde::ui
{

FileField::FileField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    auto *button = new QToolButton(this);
    button->setText(tr("Choose…"));
    button->setAccessibleName(tr("Choose a file"));
    row->addWidget(button);
    m_edit->setPlaceholderText(tr("Path of the file, or drop it here"));
    m_edit->setAccessibleName(tr("File path"));
    setFocusProxy(m_edit);
    setAcceptDrops(true);
    m_edit->setAcceptDrops(false);
    connect(button, &QToolButton::clicked, this, &FileField::choose);
    connect(m_edit, &QLineEdit::textEdited, this, &FileField::pathEdited);
}

QString FileField::path() const
{
    return m_edit->text();
}

void FileField::setPath(const QString &path)
{
    if (path != m_edit->text())
        m_edit->setText(path);
}

void FileField::take(const QString &path)
{
    m_edit->setText(path);
    Q_EMIT pathEdited(path);
}

void FileField::choose()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a file"), m_edit->text());
    if (!path.isEmpty())
        take(path);
}

void FileField::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void FileField::dropEvent(QDropEvent *event)
{
    take(event->mimeData()->urls().first().toLocalFile());
}

} // namespace sonde::ui
