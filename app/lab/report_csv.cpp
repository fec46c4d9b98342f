#include "lab/report_csv.h"

namespace sonde::lab
{
namespace
{

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('"', "\"\"") + '"';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 6);
}

} // namespace

QByteArray reportCsv(const Run &run)
{
    QByteArray text = "trial,block,discarded,arm,version,start,connections,control,item,item_ms,"
                      "status,makespan_ms,cpu_ms,connections_used,opened,sent,received,error\r\n";
    for (size_t i = 0; i < run.state.trials.size(); ++i) {
        const Trial &trial = *run.state.trials[i];
        const Arm &arm = run.setup.plan.arms[size_t(trial.slot.arm)];
        const QByteArray before =
            QByteArray::number(quint64(i) + 1) + ',' + QByteArray::number(trial.slot.block) + ',' +
            (trial.slot.block == 0 ? "1" : "0") + ',' + quoted(arm.label()) + ',' +
            http::policyName(arm.version).toByteArray() + ',' + name(arm.start).toByteArray() +
            ',' + QByteArray::number(arm.connections) + ',' + (trial.slot.control ? "1" : "0");
        const QByteArray after =
            number(trial.makespan) + ',' + number(trial.cpu) + ',' +
            QByteArray::number(trial.connections) + ',' + QByteArray::number(trial.opened) + ',' +
            QByteArray::number(trial.ledger.sent) + ',' + QByteArray::number(trial.ledger.received);
        for (size_t at = 0; at < trial.items.size(); ++at) {
            const Item &item = trial.items[at];
            text += before + ',' + QByteArray::number(quint64(at) + 1) + ',' +
                    number(item.milliseconds) + ',' + QByteArray::number(item.status) + ',' +
                    after + ',' +
                    (item.error ? quoted(item.error->sentence.toUtf8()) : QByteArray()) + "\r\n";
        }
    }
    return text;
}

} // namespace sonde::lab
