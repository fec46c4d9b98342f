#include "ui/run/run_details.h"

#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"

namespace sonde::ui
{

namespace
{

QString colored(const QString &text, Token token)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(Theme::instance().color(token).name(), text.toHtmlEscaped());
}

QString cell(const QString &content)
{
    return QStringLiteral("<td style=\"padding:3px 14px 3px 0\">%1</td>").arg(content);
}

} // namespace

QString RunDetails::text(const lab::PlannedRequest &request, const lab::RunResult &result)
{
    const auto clean = [&](QString shown) {
        for (const QString &secret : request.file->secrets) {
            if (secret.size() >= 3)
                shown.replace(secret, QStringLiteral("••••••"));
        }
        return shown;
    };
    QString html = QStringLiteral("<p><b>%1</b><br>%2 %3</p>")
                       .arg(request.request().label().toHtmlEscaped(),
                            QString::fromUtf8(result.method).toHtmlEscaped(),
                            clean(QString::fromUtf8(result.url)).toHtmlEscaped());
    if (result.status > 0)
        html += QStringLiteral("<p>%1 · %2 · %3</p>")
                    .arg(colored(statusShape(result.status) + u' ' + QString::number(result.status),
                                 statusToken(result.status)),
                         durationText(result.time), octetsText(result.bodySize));
    if (result.error)
        html += QStringLiteral("<p>%1</p>")
                    .arg(colored(clean(inWindowLanguage(result.error->sentence)), Token::Danger));
    if (!result.reason.isEmpty())
        html +=
            QStringLiteral("<p>%1</p>").arg(colored(inWindowLanguage(result.reason), Token::Muted));
    if (!result.checks.empty()) {
        html += QStringLiteral("<table><tr>%1%2%3</tr>")
                    .arg(cell(colored(tr("Assertion"), Token::Muted)),
                         cell(colored(tr("Expected"), Token::Muted)),
                         cell(colored(tr("Got"), Token::Muted)));
        for (const lab::RunCheck &check : result.checks) {
            const bool holds = check.result.holds;
            // A sentence when there is no value; what is one is data and stays.
            const QString &got = check.result.got;
            const QString shown = got.endsWith(u'.') ? inWindowLanguage(got) : got;
            const QString mark = holds ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
            html += QStringLiteral("<tr>%1%2%3</tr>")
                        .arg(cell(colored(mark + clean(check.text),
                                          holds ? Token::Success : Token::Danger)),
                             cell(clean(check.result.expected).toHtmlEscaped()),
                             cell(clean(shown).toHtmlEscaped()));
        }
        html += QStringLiteral("</table>");
    }
    if (!result.captured.isEmpty())
        //: %1 names of variables
        html += QStringLiteral("<p>%1</p>")
                    .arg(tr("Kept from the response: %1")
                             .arg(result.captured.join(QStringLiteral(", ")))
                             .toHtmlEscaped());
    return html;
}

} // namespace sonde::ui
