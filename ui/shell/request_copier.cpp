#include "ui/shell/request_copier.h"

#include "interop/code_export.h"
#include "ui/request/request_pane.h"
#include "ui/request/variable_view.h"
#include "ui/shell/backend.h"
#include "ui/shell/document_page.h"
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
    if (secrets == interop::ExportSecrets::Shown) {
        hint->say(NoticeBar::Kind::Warning,
                  Text::tr("Copied as %1, with credentials and tokens in the clear.").arg(name));
        return;
    }
    const auto open = made(interop::ExportSecrets::Shown);
    if (!open || interop::codeFor(language, *open) == code) {
        hint->say(NoticeBar::Kind::Note, Text::tr("Copied as %1.").arg(name));
        return;
    }
    hint->say(
        NoticeBar::Kind::Note,
        Text::tr("Copied as %1. Credentials, tokens and cookies stand there as ***.").arg(name));
    hint->addButton(Text::tr("Copy with secrets"),
                    [at = QPointer(&page), from = QPointer(&backend), id = language.toByteArray()] {
                        if (at && from)
                            copyRequest(*at, *from, id, interop::ExportSecrets::Shown);
                    });
}

} // namespace sonde::ui
