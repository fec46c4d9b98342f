#include "ui/response/finding_table.h"

#include "ui/widgets/icons.h"

namespace sonde::ui
{
namespace
{

Token tokenOf(trace::Severity severity)
{
    return severity == trace::Severity::Violation ? Token::Danger
           : severity == trace::Severity::Warning ? Token::Warning
                                                  : Token::Muted;
}

const char *iconOf(trace::Severity severity)
{
    return severity == trace::Severity::Violation ? "error"
           : severity == trace::Severity::Warning ? "warning"
                                                  : "info";
}

} // namespace

FindingTable::FindingTable(QObject *parent)
    : RowTable({{tr("Kind")}, {tr("What was noticed")}, {tr("Rule")}, {tr("Evidence")}}, parent)
{
}

QString FindingTable::cell(const OverviewFinding &finding, int column) const
{
    switch (column) {
    case Severity:
        return severityText(finding.severity);
    case Sentence:
        return finding.sentence;
    case Section:
        return finding.section;
    default:
        return evidenceText(finding.evidence);
    }
}

QVariant FindingTable::look(const OverviewFinding &finding, int column, int role) const
{
    if (role == Qt::DecorationRole && column == Severity)
        return icon(iconOf(finding.severity), tokenOf(finding.severity));
    if (role != Qt::ForegroundRole || column == Sentence)
        return {};
    return Theme::instance().color(column == Severity  ? tokenOf(finding.severity)
                                   : column == Section ? Token::Muted
                                                       : Token::Link);
}

} // namespace sonde::ui
