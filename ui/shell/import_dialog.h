// The preview of an import: which files would be written where, and what cannot be carried; nothing
// is written before the person says so. Reads, plans and writes on a worker. GUI thread.
#pragma once

#include "interop/import_plan.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace sonde::ui
{

class NoticeBar;

class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    // `folder` is where it goes unless the person says otherwise.
    ImportDialog(QString source, const QString &folder, QWidget *parent = nullptr);

Q_SIGNALS:
    void imported(const QString &folder);

private:
    void take(http::Result<interop::ImportPlan> plan);
    void fillNotes();
    void chooseFolder();
    void write();

    QString m_source;
    interop::ImportPlan m_plan;
    NoticeBar *m_notice;
    QLabel *m_summary;
    QTreeWidget *m_files;
    QLabel *m_notesTitle;
    QTreeWidget *m_notes;
    QLineEdit *m_folder;
    QPushButton *m_import;
};

} // namespace sonde::ui
