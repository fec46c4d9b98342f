#include "ui/shell/export_dialog.h"

#include "ui/widgets/notice_bar.h"
#include "ui/widgets/worker.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using interop::CallForm;
using interop::ExportSecrets;

namespace
{

constexpr CallForm forms[] = {CallForm::Bundle, CallForm::Archive, CallForm::Capture,
                              CallForm::Keys};

QString nameOf(CallForm form)
{
    switch (form) {
    case CallForm::Bundle:
        return ExportDialog::tr("&Evidence bundle (.sonde)");
    case CallForm::Archive:
        return ExportDialog::tr("&HTTP archive (.har)");
    case CallForm::Capture:
        return ExportDialog::tr("&Packet capture (.pcapng)");
    case CallForm::Keys:
        return ExportDialog::tr("TLS session &keys (.keys)");
    }
    Q_UNREACHABLE();
}

QString explain(CallForm form)
{
    switch (form) {
    case CallForm::Bundle:
        return ExportDialog::tr("Everything that was recorded. Sonde opens it again, anywhere and "
                                "offline, with every view as it is here.");
    case CallForm::Archive:
        return ExportDialog::tr("Heads, bodies and times for browsers and other tools. It has no "
                                "place for frames, windows and octets.");
    case CallForm::Capture:
        return ExportDialog::tr("Every octet as packets for Wireshark. What went through TLS is in "
                                "the clear; the TCP around it is made up.");
    case CallForm::Keys:
        return ExportDialog::tr(
            "Decrypts what somebody captured of this call on the network. It is "
            "nothing but secrets.");
    }
    Q_UNREACHABLE();
}

QString endingOf(CallForm form)
{
    switch (form) {
    case CallForm::Bundle:
        return QStringLiteral(".sonde");
    case CallForm::Archive:
        return QStringLiteral(".har");
    case CallForm::Capture:
        return QStringLiteral(".pcapng");
    case CallForm::Keys:
        return QStringLiteral(".keys");
    }
    Q_UNREACHABLE();
}

// "example.org-get": what a person looks for in a folder, and no separator in it.
QString proposal(const client::Call &call)
{
    const trace::ExchangeState state = call.hops().front().exchange->state();
    QString name = QString::fromUtf8(state.request.target.origin.host + '-' +
                                     state.request.method.token().toLower());
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber() && letter != u'.' && letter != u'-')
            letter = u'_';
    }
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name = name.sliced(1);
    return name.isEmpty() ? QStringLiteral("call") : name.left(100);
}

} // namespace

ExportDialog::ExportDialog(std::shared_ptr<client::Call> call, CallForm form, const QString &folder,
                           QWidget *parent)
    : QDialog(parent)
    , m_call(std::move(call))
    , m_hasKeys(!interop::keyLogOf(m_call->hops()).isEmpty())
    , m_withSecrets(new QCheckBox(tr("With &secrets"), this))
    , m_secretsNote(new QLabel(this))
    , m_path(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
{
    setWindowTitle(tr("Export this call"));
    resize(660, 0);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_notice);
    for (const CallForm one : forms) {
        auto *button = new QRadioButton(nameOf(one), this);
        button->setAccessibleDescription(explain(one));
        auto *note = new QLabel(explain(one), this);
        note->setWordWrap(true);
        note->setForegroundRole(QPalette::PlaceholderText);
        note->setContentsMargins(24, 0, 0, 4);
        if (one == CallForm::Keys && !m_hasKeys) {
            button->setEnabled(false);
            note->setText(tr("There are none: this call did not go through TLS, or it was recorded "
                             "without them."));
            button->setAccessibleDescription(note->text());
        }
        column->addWidget(button);
        column->addWidget(note);
        m_forms.append(button);
        connect(button, &QRadioButton::toggled, this, [this](bool chosen) {
            if (chosen)
                followForm();
        });
    }
    column->addSpacing(4);
    column->addWidget(m_withSecrets);
    m_secretsNote->setWordWrap(true);
    m_secretsNote->setContentsMargins(24, 0, 0, 4);
    column->addWidget(m_secretsNote);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("To &file:"), this);
    label->setBuddy(m_path);
    auto *choose = new QPushButton(tr("&Choose…"), this);
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    column->addLayout(row);
    auto *buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    m_path->setText(QDir::toNativeSeparators(folder + u'/' + proposal(*m_call)));
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        refresh();
        warnOfReplacing();
    });
    connect(m_withSecrets, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setForm(form == CallForm::Keys && !m_hasKeys ? CallForm::Bundle : form);
}

CallForm ExportDialog::form() const
{
    for (const CallForm one : forms) {
        if (m_forms[int(one)]->isChecked())
            return one;
    }
    return CallForm::Bundle;
}

void ExportDialog::setForm(CallForm form)
{
    m_forms[int(form)]->setChecked(true);
    m_forms[int(form)]->setFocus();
}

ExportSecrets ExportDialog::secrets() const
{
    return m_withSecrets->isChecked() ? ExportSecrets::Shown : ExportSecrets::Masked;
}

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void ExportDialog::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

// The ending follows the form, unless somebody gave the file one of their own.
void ExportDialog::followForm()
{
    QString path = this->path();
    for (const CallForm one : forms) {
        if (path.endsWith(endingOf(one))) {
            path.chop(endingOf(one).size());
            break;
        }
    }
    setPath(path + endingOf(form()));
    refresh();
}

void ExportDialog::refresh()
{
    const bool shown = secrets() == ExportSecrets::Shown;
    const bool keys = form() == CallForm::Keys;
    m_secretsNote->setText(
        keys    ? shown ? tr("Keys cannot be masked. Whoever has them reads this traffic.")
                        : tr("Keys cannot be masked: tick this to export them. Whoever has them "
                                "reads this traffic.")
           : shown ? tr("Credentials, cookies and keys go into the file as they went over the wire. "
                           "Take care whom you give it to.")
                : tr("Credentials, cookies and what a name calls a key are masked."));
    m_secretsNote->setForegroundRole(shown || keys ? QPalette::WindowText
                                                   : QPalette::PlaceholderText);
    const bool named = !QFileInfo(path()).fileName().isEmpty();
    m_export->setEnabled(named && !m_writing && (!keys || shown));
    fit();
}

// Labels that wrap are as high as the width makes them, which a dialog does not ask by itself.
void ExportDialog::fit()
{
    const int wanted = layout()->totalHeightForWidth(width());
    if (wanted > height())
        resize(width(), wanted);
}

void ExportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
}

// Asks the disk on a worker: it may be far away.
void ExportDialog::warnOfReplacing()
{
    m_notice->dismiss();
    runOnWorker(
        this, [path = path()] { return QFileInfo(path).isFile(); },
        [this, path = path()](bool isThere) {
            if (isThere && path == this->path() && !m_writing)
                m_notice->say(NoticeBar::Kind::Warning,
                              tr("“%1” is there already and will be replaced.")
                                  .arg(QFileInfo(path).fileName()));
            fit();
        });
}

void ExportDialog::chooseFile()
{
    const QString filter = tr("Evidence bundles (*.sonde);;HTTP archives (*.har);;Packet captures "
                              "(*.pcapng);;Session keys (*.keys);;All files (*)");
    // The notice in the dialog warns of a file that is replaced.
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export to"), path(), filter,
                                                        nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        setPath(QFileInfo(chosen).suffix().isEmpty() ? chosen + endingOf(form()) : chosen);
}

void ExportDialog::write()
{
    if (!m_export->isEnabled())
        return;
    m_writing = true;
    m_export->setEnabled(false);
    runOnWorker(
        this,
        [path = path(), form = form(), hops = m_call->hops(), secrets = secrets()] {
            return interop::writeCall(path, form, hops, secrets);
        },
        [this, path = path()](const http::Result<void> &written) {
            m_writing = false;
            refresh();
            if (!written) {
                const http::Error &error = written.error();
                // The system says why in the language of the person, so that is how it begins.
                m_notice->say(NoticeBar::Kind::Danger,
                              error.detail.isEmpty()
                                  ? error.sentence
                                  //: %1 a path, %2 what the system says, without a full stop
                                  : tr("“%1” cannot be written: %2.").arg(path, error.detail));
                fit();
                return;
            }
            Q_EMIT exported(path);
            accept();
        });
}

} // namespace sonde::ui
