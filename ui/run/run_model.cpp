#include "ui/run/run_model.h"

#include "ui/widgets/format.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>

namespace sonde::ui
{

using lab::RunResult;

void RunModel::setPlan(std::shared_ptr<const lab::RunPlan> plan)
{
    beginResetModel(); // another run: none of the rows is the same
    m_plan = std::move(plan);
    m_results.assign(m_plan ? m_plan->requests.size() : 0, {});
    m_counts = {};
    endResetModel();
}

void RunModel::announce(size_t row)
{
    Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
}

void RunModel::noteStarted(size_t index)
{
    m_results[index].outcome = Outcome::Running;
    announce(index);
}

void RunModel::noteFinished(size_t index, const RunResult &result)
{
    m_results[index] = result;
    m_counts.passed += result.outcome == Outcome::Passed;
    m_counts.failed += result.outcome == Outcome::Failed || result.outcome == Outcome::Error;
    m_counts.skipped += result.outcome == Outcome::Skipped;
    m_counts.checks += result.checks.size();
    m_counts.failedChecks += size_t(std::ranges::count_if(
        result.checks, [](const lab::RunCheck &check) { return !check.result.holds; }));
    announce(index);
}

QString RunModel::outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return tr("Waiting");
    case Outcome::Running:
        return tr("Running");
    case Outcome::Passed:
        return tr("Passed");
    case Outcome::Failed:
        return tr("Failed");
    case Outcome::Error:
        return tr("Error");
    case Outcome::Skipped:
        return tr("Skipped");
    }
    return {};
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_results.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunModel::text(size_t row, int column) const
{
    const RunResult &result = m_results[row];
    switch (column) {
    case Request: {
        static const QString marks[] = {QStringLiteral("·"), QStringLiteral("…"),
                                        QStringLiteral("✓"), QStringLiteral("✗"),
                                        QStringLiteral("✗"), QStringLiteral("–")};
        const collection::HttpRequest &request = m_plan->requests[row].request();
        return marks[int(result.outcome)] + QStringLiteral("  ") + request.document.method +
               QStringLiteral("  ") +
               (request.document.title.isEmpty() ? request.document.url : request.document.title);
    }
    case Status:
        return result.status > 0
                   ? statusShape(result.status) + u' ' + QString::number(result.status)
                   : outcomeText(result.outcome);
    case Time:
        return result.time.count() > 0 ? durationText(result.time) : QString();
    case Checks: {
        const auto held = std::ranges::count_if(
            result.checks, [](const lab::RunCheck &check) { return check.result.holds; });
        return result.checks.empty() ? QString()
                                     : QStringLiteral("%1/%2").arg(held).arg(result.checks.size());
    }
    default:
        return {};
    }
}

QColor RunModel::color(size_t row, int column) const
{
    const RunResult &result = m_results[row];
    const Theme &theme = Theme::instance();
    const bool bad = result.outcome == Outcome::Failed || result.outcome == Outcome::Error;
    if (column == Status && result.status > 0)
        return theme.color(statusToken(result.status));
    if (bad && column != Time)
        return theme.color(Token::Danger);
    const bool quiet = result.outcome == Outcome::Waiting || result.outcome == Outcome::Skipped;
    return theme.color(quiet ? Token::Muted : Token::Text);
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = size_t(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ForegroundRole:
        return color(row, index.column());
    case Qt::ToolTipRole:
        return m_plan->requests[row].file->path;
    case Qt::AccessibleTextRole:
        return index.column() == Request
                   ? outcomeText(m_results[row].outcome) + QStringLiteral(": ") +
                         m_plan->requests[row].request().label()
                   : text(row, index.column());
    case OutcomeRole:
        return int(m_results[row].outcome);
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto heading = [&](const QString &title) {
        return headingData({title}, orientation, role);
    };
    switch (section) {
    case Request:
        return heading(tr("Request"));
    case Status:
        return heading(tr("Status"));
    case Time:
        return heading(tr("Time"));
    default:
        return heading(tr("Assertions"));
    }
}

} // namespace sonde::ui
