// What a page tells above its request: what another program did to its file, a locked environment,
// assertions and captures.
#include "collection/file_fidelity.h"
#include "http/method.h"
#include "ui/request/request_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/request_standing.h"
#include "ui/shell/variable_desk.h"
#include "ui/widgets/notice_bar.h"

#include <QFileInfo>

namespace sonde::ui
{

void DocumentPage::noteMoved(const QString &file, int index)
{
    m_origin.file = file;
    m_origin.index = index;
    Q_EMIT faceChanged();
    Q_EMIT draftChanged();
}

void DocumentPage::noteRenamed(const QString &title)
{
    const bool followed = document().title == m_origin.saved.title;
    m_origin.saved.title = title;
    if (followed && m_request) {
        collection::RequestDocument renamed = document();
        renamed.title = title;
        m_request->editDocument(renamed);
    } else if (followed) {
        m_origin.document.title = title;
    }
    // What counts as saved follows as the lines of the file did.
    if (auto lines = collection::withDocument(m_origin.savedText, m_origin.saved))
        m_origin.savedText = *std::move(lines);
    Q_EMIT faceChanged();
    Q_EMIT draftChanged();
}

void DocumentPage::noteStanding(const RequestStanding &standing)
{
    const QString name = QFileInfo(m_origin.file).fileName();
    const auto take = [this, standing] {
        m_origin.index = standing.index;
        m_origin.saved = standing.theirs;
        if (m_request)
            m_request->editDocument(standing.theirs); // which can be undone
        else
            m_origin.document = standing.theirs;
        forgetText();
        Q_EMIT faceChanged();
        Q_EMIT draftChanged();
    };
    if (standing.kind == RequestStanding::Kind::Same) {
        m_origin.index = standing.index;
        if (std::exchange(m_toldGone, false)) // it was brought back
            request()->hint()->dismiss();
        fetchStored(); // its comments may not be the same
        if (m_request && !m_request->text().isEmpty())
            fetchText();
        return;
    }
    if (standing.kind == RequestStanding::Kind::Unreadable)
        return; // the sidebar says so, and saving will
    // What was saved just before the end of a process: the file knows, the tab does not.
    const bool alike = document().title == standing.theirs.title && !isTextDirty() &&
                       collection::firstDifference(document(), standing.theirs).isEmpty();
    if (standing.kind == RequestStanding::Kind::Changed && alike) {
        m_origin.index = standing.index;
        m_origin.saved = document();
        Q_EMIT faceChanged();
        Q_EMIT draftChanged();
        return;
    }
    if (standing.kind == RequestStanding::Kind::Changed && !isDirty()) {
        take();
        Q_EMIT flashed(tr("%1 was changed by another program and is shown as it is now").arg(name));
        return;
    }
    NoticeBar *hint = request()->hint();
    const auto copy = [this, hint] {
        hint->dismiss();
        Q_EMIT copyWanted();
    };
    if (standing.kind == RequestStanding::Kind::Gone) {
        m_toldGone = true;
        hint->say(NoticeBar::Kind::Warning,
                  tr("This request is no longer in %1. What you see here is kept.").arg(name));
        hint->addButton(tr("Add it to the file again"), copy);
        return;
    }
    hint->say(NoticeBar::Kind::Warning,
              tr("Another program has changed this request in %1, and so have you. Nothing was "
                 "overwritten.")
                  .arg(name));
    hint->addButton(tr("Keep mine"), [this, hint, standing] {
        hint->dismiss();
        m_origin.index = standing.index;
        m_origin.saved = standing.theirs; // seen: saving may replace it now
        m_origin.savedText = {};
        Q_EMIT faceChanged();
        Q_EMIT draftChanged();
    });
    hint->addButton(tr("Take theirs"), [hint, take] {
        hint->dismiss();
        take();
    });
    hint->addButton(tr("Save mine as another request"), copy);
}

bool DocumentPage::holdsBack(std::function<void()> go)
{
    const QString environment = m_variables->chosen(m_origin.scope());
    const QString method = m_request->document().method.trimmed().toUpper();
    const auto known = http::Method::parse(method.toUtf8());
    const bool safe = known && known->isSafe();
    if (safe || environment.isEmpty() || !m_variables->isLocked(environment))
        return false;
    m_request->hint()->say(NoticeBar::Kind::Warning,
                           tr("The environment “%1” is locked, and %2 may change something there.")
                               .arg(environment, method));
    m_request->hint()->addButton(tr("Send anyway"), [this, go = std::move(go)] {
        const auto sure = go; // what is dismissed takes the button along
        m_request->hint()->dismiss();
        sure();
    });
    return true;
}

// What the assertions above the request say, and what is kept of its response.
void DocumentPage::showLearned(const Learned &learned)
{
    QStringList lines;
    int failed = 0;
    for (const lab::RunCheck &check : learned.checks) {
        if (check.result.holds)
            continue;
        ++failed;
        //: %1 an assertion such as "status == 200"; %2 and %3 values
        lines.append(
            tr("%1: expected %2, got %3").arg(check.text, check.result.expected, check.result.got));
    }
    if (failed > 0)
        lines.prepend(
            tr("%1 of %n assertion(s) failed.", nullptr, int(learned.checks.size())).arg(failed));
    if (!learned.problem.isEmpty())
        lines.append(learned.problem);
    if (!lines.isEmpty()) {
        m_request->hint()->say(NoticeBar::Kind::Danger, lines.join(u'\n'));
        return;
    }
    QStringList good;
    if (!learned.checks.empty())
        good.append(tr("%n assertion(s) passed", nullptr, int(learned.checks.size())));
    if (!learned.captured.isEmpty())
        //: %1 names of variables
        good.append(
            tr("kept %1 from the response").arg(learned.captured.join(QStringLiteral(", "))));
    if (!good.isEmpty())
        Q_EMIT flashed(good.join(QStringLiteral(" · ")));
}

} // namespace sonde::ui
