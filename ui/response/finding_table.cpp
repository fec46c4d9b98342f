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

// The number of the document is the same in every language, the word within is not.
QString ruleText(const QString &section)
{
    static const QString word = QStringLiteral(" section ");
    const auto at = section.indexOf(word);
    if (at < 0)
        return section;
    //: %1 a document such as "RFC 9110", %2 the number of a section of it, such as "5.3"
    return FindingTable::tr("%1 section %2")
        .arg(section.first(at), section.sliced(at + word.size()));
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
        return ruleText(finding.section);
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
