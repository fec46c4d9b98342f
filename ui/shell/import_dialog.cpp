#include "ui/shell/import_dialog.h"

#include "body/read_at_most.h"
#include "interop/importer.h"
#include "ui/request/remark_text.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/window_size.h"
#include "ui/widgets/worker.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sonde::ui
{

using interop::ImportPlan;

namespace
{

constexpr qsizetype shownFiles = 2000; // nobody reads further; all are written

http::Result<ImportPlan> planFor(const QString &source)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnreadable,
            .sentence = QStringLiteral("“%1” cannot be read; check its permissions.").arg(source),
            .detail = file.errorString()});
    // One octet past the limit is enough for the importer to refuse it.
    const QByteArray octets = body::readAtMost(file, interop::Importer::sizeLimit + 1);
    const auto imported = interop::readForeign(octets, QFileInfo(source).completeBaseName());
    if (!imported)
        return std::unexpected(imported.error());
    return interop::planImport(*imported);
}

QTreeWidget *makeTree(QWidget *parent, const QString &name, const QStringList &columns)
{
    auto *tree = new QTreeWidget(parent);
    tree->setAccessibleName(name);
    tree->setHeaderLabels(columns);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return tree;
}

} // namespace

ImportDialog::ImportDialog(QString source, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_notice(new NoticeBar(this))
    , m_summary(new QLabel(tr("Reading…"), this))
    , m_files(makeTree(this, tr("Files that will be written"), {tr("File"), tr("Requests")}))
    , m_notesTitle(new QLabel(this))
    , m_notes(makeTree(this, tr("What cannot be carried"), {tr("Where"), tr("What")}))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this))
{
    setWindowTitle(tr("Import %1").arg(QFileInfo(m_source).fileName()));
    openNoLargerThanTheScreen(this, {780, 560});
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_notice);
    column->addWidget(m_summary);
    column->addWidget(m_files, 3);
    column->addWidget(m_notesTitle);
    column->addWidget(m_notes, 2);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("Into &folder:"), this);
    label->setBuddy(m_folder);
    auto *choose = new QPushButton(tr("&Choose…"), this);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    column->addLayout(row);
    auto *buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_notes->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_summary->setTextFormat(Qt::PlainText);
    m_notesTitle->hide();
    m_notes->hide();
    m_import->setEnabled(false);
    connect(choose, &QPushButton::clicked, this, &ImportDialog::chooseFolder);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    runOnWorker(
        this, [source = m_source] { return planFor(source); },
        [this](http::Result<ImportPlan> plan) { take(std::move(plan)); });
}

void ImportDialog::take(http::Result<ImportPlan> plan)
{
    if (!plan) {
        m_summary->hide();
        m_notice->say(NoticeBar::Kind::Danger, plan.error().sentence);
        return;
    }
    m_plan = std::move(*plan);
    const QString requests = tr("%n request(s)", nullptr, int(m_plan.requests));
    //: %1 "12 requests", %2 "3 files", %3 a folder
    m_summary->setText(
        tr("%1 in %2 will be written, into a new folder “%3” unless the chosen one "
           "is empty. Nothing has been written yet.")
            .arg(requests, tr("%n file(s)", nullptr, int(m_plan.files.size())), m_plan.name));
    m_summary->setWordWrap(true);
    QList<QTreeWidgetItem *> items;
    for (const interop::PlannedFile &file : m_plan.files) {
        if (items.size() == shownFiles)
            break;
        const QString count = file.requests > 0 ? QString::number(file.requests) : QString();
        auto *item = new QTreeWidgetItem({file.path, file.isSecret ? tr("secrets") : count});
        item->setSizeHint(0, {0, rowHeight(fontMetrics())}); // of the column that stretches
        item->setToolTip(0, QString::fromUtf8(file.octets.left(2000)));
        if (file.isSecret)
            item->setToolTip(0, tr("Readable by you alone; keep it out of version control."));
        items.append(item);
    }
    m_files->addTopLevelItems(items);
    fillNotes();
    m_import->setEnabled(true);
    m_import->setDefault(true);
}

void ImportDialog::fillNotes()
{
    if (m_plan.notes.empty())
        return;
    m_notesTitle->setText(
        tr("%n thing(s) cannot be carried as they are:", nullptr, int(m_plan.notes.size())));
    for (const interop::ImportNote &note : m_plan.notes) {
        const QString what = remarkText(note.what);
        auto *item = new QTreeWidgetItem({remarkText(note.where), what});
        item->setSizeHint(1, {0, rowHeight(fontMetrics())}); // of the column that stretches
        item->setToolTip(1, what);
        m_notes->addTopLevelItem(item);
    }
    m_notesTitle->show();
    m_notes->show();
}

void ImportDialog::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Import into"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void ImportDialog::write()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (!QDir::isAbsolutePath(folder)) {
        m_notice->say(NoticeBar::Kind::Warning, tr("Choose a folder by its whole path."));
        return;
    }
    setEnabled(false);
    runOnWorker(
        this, [plan = m_plan, folder] { return interop::writeImport(plan, folder); },
        [this](const http::Result<QString> &written) {
            setEnabled(true);
            if (!written) {
                m_notice->say(NoticeBar::Kind::Danger, written.error().sentence);
                return;
            }
            Q_EMIT imported(*written);
            accept();
        });
}

} // namespace sonde::ui
