#include "ui/response/certificate_table.h"

#include "trace/certificate_checks.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sentence.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>

namespace sonde::ui
{
namespace
{

enum Column { Subject, Issuer, ValidUntil, Verdict, Columns };

constexpr qsizetype namesShown = 12; // of a certificate; the rest is counted

QString positionText(int depth, size_t count)
{
    if (depth == 0)
        return CertificateTable::tr("Server");
    if (size_t(depth) + 1 == count)
        return CertificateTable::tr("Last sent");
    return CertificateTable::tr("Intermediate");
}

QString namesText(const QStringList &names)
{
    QString text = names.first(std::min(names.size(), namesShown)).join(QStringLiteral(", "));
    if (names.size() > namesShown)
        text += CertificateTable::tr(" and %n more", nullptr, int(names.size() - namesShown));
    return text;
}

} // namespace

QString verificationText(const trace::TlsReport &report)
{
    switch (report.verification) {
    case trace::Verification::NotDone:
        return CertificateTable::tr("Not reached: the handshake ended before it");
    case trace::Verification::Trusted:
        return report.pinned
                   ? CertificateTable::tr("Trusted as the certificate that was chosen for "
                                          "this host; dates and name are right")
                   : CertificateTable::tr("Trusted: chain, dates and name are right");
    case trace::Verification::Failed:
        return CertificateTable::tr("Failed: %1").arg(inWindowLanguage(report.problem));
    case trace::Verification::Ignored:
        return CertificateTable::tr("NOT VERIFIED, as asked: %1")
            .arg(inWindowLanguage(report.problem));
    }
    Q_UNREACHABLE();
}

CertificateTable::CertificateTable(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Certificate chain"));
    setColumnCount(Columns);
    setHeaderLabels({tr("Certificate"), tr("Issued by"), tr("Valid until"), tr("Verdict")});
    setAlternatingRowColors(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemExpanded, this, &QWidget::updateGeometry);
    connect(this, &QTreeWidget::itemCollapsed, this, &QWidget::updateGeometry);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setReport(m_report); });
}

void CertificateTable::setReport(const trace::TlsReport &report)
{
    m_report = report;
    clear();
    for (int depth = 0; depth < int(report.chain.size()); ++depth)
        addCertificate(report, depth);
    for (int column = 0; column < Verdict; ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column) + 8, 260));
    }
    updateGeometry();
}

void CertificateTable::addCertificate(const trace::TlsReport &report, int depth)
{
    const trace::Certificate &certificate = report.chain[size_t(depth)];
    const QLocale locale;
    const bool checked = report.verification != trace::Verification::NotDone;
    const bool blamed = report.problemDepth == depth || !certificate.problems.isEmpty();
    QStringList problems = certificate.problems;
    if (report.problemDepth == depth && !report.problem.isEmpty() &&
        !problems.contains(report.problem))
        problems.prepend(report.problem);
    for (QString &problem : problems)
        problem = inWindowLanguage(problem);
    auto *item = new QTreeWidgetItem(this);
    item->setText(Subject, QStringLiteral("%1: %2").arg(positionText(depth, report.chain.size()),
                                                        certificate.subject));
    item->setText(Issuer, certificate.issuer);
    item->setText(ValidUntil,
                  locale.toString(certificate.notAfter.toLocalTime().date(), QLocale::ShortFormat));
    item->setText(Verdict, blamed    ? QStringLiteral("✕ ") + problems.join(QLatin1Char(' '))
                           : checked ? QStringLiteral("✓")
                                     : QString());
    const Token token = blamed ? Token::Danger : Token::Success;
    item->setForeground(Verdict, Theme::instance().color(token));
    item->setIcon(Subject, icon(blamed ? "error" : "lock", blamed ? Token::Danger : Token::Muted));
    for (int column = 0; column < Columns; ++column)
        item->setToolTip(column, item->text(column));
    addChecks(item, report, size_t(depth));
    addFact(item, tr("Names"), namesText(certificate.names));
    addFact(item, tr("Valid from"),
            locale.toString(certificate.notBefore.toLocalTime(), QLocale::ShortFormat));
    addFact(item, tr("Valid until"),
            locale.toString(certificate.notAfter.toLocalTime(), QLocale::ShortFormat));
    addFact(item, tr("Key"), certificate.key);
    addFact(item, tr("Signature"), certificate.signature);
    item->setExpanded(blamed); // the reason is what one looks for
}

// ✓, ✕ or – before each, so that colour says nothing that the text does not.
void CertificateTable::addChecks(QTreeWidgetItem *item, const trace::TlsReport &report,
                                 size_t place)
{
    using Verdict = trace::CertificateAnswer::Verdict;
    for (const auto &answer : trace::certificateAnswers(report, place)) {
        auto *row = new QTreeWidgetItem(item);
        const bool failed = answer.verdict == Verdict::Failed;
        const bool passed = answer.verdict == Verdict::Passed;
        QString text = passed   ? QStringLiteral("✓ ")
                       : failed ? QStringLiteral("✕ ")
                                : QStringLiteral("– ");
        text += checkText(answer.check);
        if (failed)
            text += QStringLiteral(": ") + inWindowLanguage(answer.problem);
        else if (answer.verdict == Verdict::Waived)
            text += QStringLiteral(" (") + tr("not needed: it was chosen for this host") + u')';
        else if (!passed)
            text += QStringLiteral(" (") + tr("not checked") + u')';
        row->setText(0, text);
        row->setToolTip(0, text);
        row->setFirstColumnSpanned(true);
        row->setForeground(0, Theme::instance().color(failed   ? Token::Danger
                                                      : passed ? Token::Success
                                                               : Token::Muted));
    }
}

void CertificateTable::addFact(QTreeWidgetItem *parent, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *item = new QTreeWidgetItem(parent);
    item->setText(0, QStringLiteral("%1: %2").arg(name, value));
    item->setToolTip(0, value);
    item->setFirstColumnSpanned(true);
}

std::optional<size_t> CertificateTable::selected() const
{
    const QTreeWidgetItem *item = selectedItems().value(0);
    if (!item)
        return std::nullopt;
    while (item->parent())
        item = item->parent();
    const int place = indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item));
    return size_t(place) < m_report.chain.size() ? std::optional(size_t(place)) : std::nullopt;
}

void CertificateTable::savePem(const QString &host)
{
    m_host = host;
    const auto one = selected();
    const QString name =
        QStringLiteral("%1%2.pem")
            .arg(host.isEmpty() ? QStringLiteral("certificate") : host,
                 one ? QStringLiteral("-%1").arg(*one + 1) : QStringLiteral("-chain"));
    QByteArray pem;
    for (size_t place = 0; place < m_report.chain.size(); ++place) {
        if (!one || *one == place)
            pem += trace::pemOf(m_report.chain[place]);
    }
    auto *dialog =
        new QFileDialog(this, one ? tr("Save the certificate") : tr("Save the certificate chain"),
                        {}, tr("Certificates (*.pem *.crt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, pem](const QString &path) { writePem(path, pem); });
    dialog->open();
}

void CertificateTable::writePem(const QString &path, const QByteArray &pem)
{
    QSaveFile file(path);
    if (file.open(QFile::WriteOnly) && file.write(pem) == pem.size() && file.commit())
        return;
    auto *trouble = new QMessageBox(QMessageBox::Warning, tr("Save the certificate"),
                                    tr("%1 could not be written: %2").arg(path, file.errorString()),
                                    QMessageBox::Ok, this);
    trouble->setAttribute(Qt::WA_DeleteOnClose);
    trouble->open();
}

void CertificateTable::copyPem() const
{
    QByteArray pem;
    const auto one = selected();
    for (size_t place = 0; place < m_report.chain.size(); ++place) {
        if (!one || *one == place)
            pem += trace::pemOf(m_report.chain[place]);
    }
    QApplication::clipboard()->setText(QString::fromLatin1(pem));
}

void CertificateTable::copyRow() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item)
        return;
    QStringList cells;
    for (int column = 0; column < Columns; ++column)
        cells << item->text(column);
    cells.removeAll(QString());
    QApplication::clipboard()->setText(cells.join(u'\t'));
}

QString CertificateTable::text() const
{
    QString text;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = topLevelItem(i);
        text += QStringLiteral("%1\n  %2: %3\n")
                    .arg(item->text(Subject), tr("Issued by"), item->text(Issuer));
        for (int child = 0; child < item->childCount(); ++child)
            text += QStringLiteral("  %1\n").arg(item->child(child)->text(0));
    }
    return text;
}

void CertificateTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRow();
        event->accept();
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void CertificateTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool one = selected().has_value();
    menu.addAction(icon("copy"), tr("Copy"), this, &CertificateTable::copyRow)
        ->setEnabled(currentItem());
    menu.addAction(one ? tr("Copy the certificate as PEM") : tr("Copy the chain as PEM"), this,
                   &CertificateTable::copyPem);
    menu.addAction(icon("save"),
                   one ? tr("Save the certificate as PEM…") : tr("Save the chain as PEM…"), this,
                   [this] { savePem(m_host); });
    const bool keys = event->reason() == QContextMenuEvent::Keyboard;
    const QRect row = visualRect(currentIndex());
    menu.exec(keys ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
    event->accept();
}

QString checkText(trace::CertificateCheck check)
{
    switch (check) {
    case trace::CertificateCheck::Dates:
        return CertificateTable::tr("It is within its dates");
    case trace::CertificateCheck::Name:
        return CertificateTable::tr("It names this host");
    case trace::CertificateCheck::Issuer:
        return CertificateTable::tr("Somebody trusted vouches for it");
    case trace::CertificateCheck::Key:
        return CertificateTable::tr("Its key is long enough");
    case trace::CertificateCheck::Signature:
        return CertificateTable::tr("Its signature cannot be forged");
    case trace::CertificateCheck::Other:
        return CertificateTable::tr("It is as it has to be otherwise");
    }
    Q_UNREACHABLE();
}

QSize CertificateTable::sizeHint() const
{
    int height = header()->sizeHint().height() + 2 * frameWidth() + 2;
    const auto add = [&](const QTreeWidgetItem *item) {
        height += std::max(rowHeight(indexFromItem(item)), fontMetrics().height() + 1);
    };
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = topLevelItem(i);
        add(item);
        for (int child = 0; item->isExpanded() && child < item->childCount(); ++child)
            add(item->child(child));
    }
    return {400, height + 4};
}

QSize CertificateTable::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

} // namespace sonde::ui
