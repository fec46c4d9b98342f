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
    : QAbstractTableModel(parent)
{
}

// Findings come one by one while a response does; those that stand already stay.
void FindingTable::setFindings(std::vector<OverviewFinding> findings)
{
    if (findings == m_findings)
        return;
    const size_t common = std::min(findings.size(), m_findings.size());
    if (findings.size() < m_findings.size()) {
        beginRemoveRows({}, int(common), int(m_findings.size()) - 1);
        m_findings.resize(common);
        endRemoveRows();
    }
    for (size_t row = 0; row < common; ++row) {
        if (m_findings[row] == findings[row])
            continue;
        m_findings[row] = findings[row];
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), Columns - 1));
    }
    if (findings.size() > common) {
        beginInsertRows({}, int(common), int(findings.size()) - 1);
        m_findings = std::move(findings);
        endInsertRows();
    }
}

int FindingTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant FindingTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const OverviewFinding &finding = m_findings[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Severity:
            return severityText(finding.severity);
        case Sentence:
            return finding.sentence;
        case Section:
            return finding.section;
        default:
            return evidenceText(finding.evidence);
        }
    case Qt::DecorationRole:
        return index.column() == Severity
                   ? QVariant(icon(iconOf(finding.severity), tokenOf(finding.severity)))
                   : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Severity)
            return Theme::instance().color(tokenOf(finding.severity));
        if (index.column() == Section)
            return Theme::instance().color(Token::Muted);
        if (index.column() == Where)
            return Theme::instance().color(Token::Link);
        return {};
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == Section ? QVariant(finding.section) : QVariant();
    default:
        return {};
    }
}

QVariant FindingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Severity:
        return tr("Kind");
    case Sentence:
        return tr("What was noticed");
    case Section:
        return tr("Rule");
    default:
        return tr("Evidence");
    }
}

} // namespace sonde::ui
