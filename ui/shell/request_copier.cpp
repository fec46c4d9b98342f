#include "ui/shell/request_copier.h"

#include "interop/code_export.h"
#include "ui/request/remark_text.h"
#include "ui/request/request_pane.h"
#include "ui/request/variable_view.h"
#include "ui/shell/backend.h"
#include "ui/shell/document_page.h"
#include "ui/shell/trusted_hosts.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace sonde::ui
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::RequestCopier)
};

QString nameOf(QByteArrayView language)
{
    const auto all = interop::codeLanguages();
    const auto found = std::ranges::find(all, language, &interop::CodeLanguage::id);
    return found == all.end() ? QString() : QString::fromUtf8(found->name);
}

// With what its folder adds when it is sent.
collection::RequestDocument asSent(const RequestPane &pane)
{
    const auto scope = pane.variables()->scope();
    return scope ? collection::withInherited(pane.document(), scope->inherited) : pane.document();
}

// A trust that whoever runs the code does not have.
bool isTrustedHereAlone(const Backend &backend, const interop::OutgoingRequest &request)
{
    const auto target = http::Target::parse(request.url);
    if (!target || !target->origin.isTls() || !request.settings.verifyTls)
        return false;
    return !TrustedHosts::instance().certificate(target->origin).isEmpty() ||
           !backend.completed(target->origin, {}).tls.pinnedDer.isEmpty();
}

// What was done, and below it where the code does something else.
void say(NoticeBar &hint, const QString &done, const QStringList &remarks, NoticeBar::Kind kind)
{
    hint.say(remarks.isEmpty() ? kind : NoticeBar::Kind::Warning,
             (QStringList(done) + remarks).join(u'\n'));
}

} // namespace

void copyRequest(DocumentPage &page, const Backend &backend, QByteArrayView language,
                 interop::ExportSecrets secrets)
{
    NoticeBar *hint = page.request()->hint();
    const auto made = [&](interop::ExportSecrets show) {
        return interop::outgoingRequest(
            page.title(), asSent(*page.request()),
            {.variables = backend.variables(page.state().scope()), .secrets = {}, .show = show});
    };
    const auto request = made(secrets);
    if (!request) {
        hint->say(NoticeBar::Kind::Danger, request.error().sentence);
        return;
    }
    const QString code = interop::codeFor(language, *request);
    QApplication::clipboard()->setText(code);
    const QString name = nameOf(language);
    QStringList remarks;
    for (const interop::Remark &remark : interop::remarksOnCode(language, *request))
        remarks << remarkText(remark);
    if (isTrustedHereAlone(backend, *request))
        remarks << Text::tr("The certificate of this server is trusted in Sonde alone; elsewhere "
                            "it has to be trusted first.");
    if (secrets == interop::ExportSecrets::Shown) {
        say(*hint, Text::tr("Copied as %1, with credentials and tokens in the clear.").arg(name),
            remarks, NoticeBar::Kind::Warning);
        return;
    }
    const auto open = made(interop::ExportSecrets::Shown);
    if (!open || interop::codeFor(language, *open) == code) {
        say(*hint, Text::tr("Copied as %1.").arg(name), remarks, NoticeBar::Kind::Note);
        return;
    }
    say(*hint,
        Text::tr("Copied as %1. Credentials, tokens and cookies stand there as ***.").arg(name),
        remarks, NoticeBar::Kind::Note);
    hint->addButton(Text::tr("Copy with secrets"),
                    [at = QPointer(&page), from = QPointer(&backend), id = language.toByteArray()] {
                        if (at && from)
                            copyRequest(*at, *from, id, interop::ExportSecrets::Shown);
                    });
}

} // namespace sonde::ui
