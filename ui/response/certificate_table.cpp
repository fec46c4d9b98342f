#include "ui/response/certificate_table.h"

#include "ui/widgets/icons.h"

#include <QHeaderView>
#include <QLocale>

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
        return CertificateTable::tr("Trusted: chain, dates and name are right");
    case trace::Verification::Failed:
        return CertificateTable::tr("Failed: %1").arg(report.problem);
    case trace::Verification::Ignored:
        return CertificateTable::tr("NOT VERIFIED, as asked: %1").arg(report.problem);
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
    addFact(item, tr("Names"), namesText(certificate.names));
    addFact(item, tr("Valid from"),
            locale.toString(certificate.notBefore.toLocalTime(), QLocale::ShortFormat));
    addFact(item, tr("Valid until"),
            locale.toString(certificate.notAfter.toLocalTime(), QLocale::ShortFormat));
    addFact(item, tr("Key"), certificate.key);
    addFact(item, tr("Signature"), certificate.signature);
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

QSize CertificateTable::sizeHint() const
{
    int height = header()->sizeHint().height() + 2 * frameWidth() + 2;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = topLevelItem(i);
        const int row = std::max(rowHeight(indexFromItem(item)), fontMetrics().height() + 2);
        height += row * (1 + (item->isExpanded() ? item->childCount() : 0));
    }
    return {400, height + 4};
}

QSize CertificateTable::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

} // namespace sonde::ui
