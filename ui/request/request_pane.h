// The request half of a document: address row, sections, and the document they edit. Knows nothing
// of sending; the shell listens. GUI thread.
#pragma once

#include "client/options.h"
#include "collection/scripts.h"
#include "ui/request/document_history.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace sonde::ui
{

class AuthPage;
class BodyPage;
class FlatTabBar;
class NoticeBar;
class MethodBox;
class OptionsPage;
class PortabilityStrip;
class RowEditor;
class ScriptPage;
class SendButton;
class TextFace;
class UrlEdit;
class VariableView;
class VersionBox;

class RequestPane : public QWidget
{
    Q_OBJECT
public:
    enum class Section : quint8 { Params, Headers, Body, Auth, Options, Script };
    enum class Sending : quint8 { Idle, Running };
    enum class Face : quint8 { Form, Text };

    explicit RequestPane(QWidget *parent = nullptr);
    ~RequestPane() override;

    [[nodiscard]] const collection::RequestDocument &document() const { return m_document; }
    // A document that was opened: nothing to undo yet.
    void setDocument(const collection::RequestDocument &document);
    // An edit made elsewhere, such as a retry with another setting: can be undone.
    void editDocument(const collection::RequestDocument &document);
    // Fills everything from a curl command, and says what it could not carry over. False if it is
    // none.
    bool takeCurl(const QString &command);
    // From outside the window: a curl command, or a URL.
    void takeText(const QString &text);

    // The same request as the lines of its file, to be edited in either face from now on. Answers
    // textWanted().
    void setText(const collection::RequestText &text);
    // Empty until somebody looked at it, and when the form holds what it cannot say.
    [[nodiscard]] collection::RequestText text() const;
    // Its lines as they stand in its file: what the form does not show is known before somebody
    // looks at the text.
    void setStored(const collection::RequestText &stored);
    void showFace(Face face);
    [[nodiscard]] Face face() const;
    // Whether what is shown needs the lines of the request.
    [[nodiscard]] bool needsText() const;
    [[nodiscard]] TextFace *textFace() const { return m_textFace; } // null until it was shown

    // What its author wrote above the request, shown below the address; empty: nothing.
    void setDescription(const QString &text);
    // Shows the section; showSection() also gives it the focus.
    void selectSection(Section section);
    void showSection(Section section);
    [[nodiscard]] Section section() const;
    void setSending(Sending sending);
    void focusUrl();
    void focusMethod();
    // What the variables in it stand for.
    [[nodiscard]] VariableView *variables() const { return m_variables; }
    [[nodiscard]] NoticeBar *hint() const { return m_hint; }

    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }

Q_SIGNALS:
    void documentChanged();
    void textWanted();
    void faceChanged();
    void sendRequested();
    void cancelRequested();
    // A curl command filled the document; `options` also has what a document does not keep.
    void curlTaken(const sonde::client::Options &options);
    void curlUndone(); // and with it those options

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeAddressRow();
    void makeSections();
    void connectParts();
    // A section's page is made when it is first shown: most are never looked at.
    void makePage(Section section);
    void makeParams();
    void makeHeaders();
    void makeBody();
    void makeAuth();
    void makeOptions();
    void makeScript();
    void showScripts();
    void takeScript(collection::Script::When when, const QString &code);
    void addPage(Section section, QWidget *page, QWidget *tools);
    // Every edit of a person goes through here.
    template <typename Change>
    void edit(Change change);
    void noteEdit(const DocumentFaces &before);
    void makeFaceSwitch();
    void makeTextFace();
    void followWithText();
    void takeLines(const QByteArray &octets);
    void showText();
    void makePortability();
    void lookAtPortability();
    void goToLine(size_t line);
    void tellKept();
    void fill(const collection::RequestDocument &document);
    void fillPage(Section section);
    void fillParams();
    void beginRowStep(const RowEditor *editor);
    void takeParams();
    void takeUrl(const QString &url);
    void showBadges();
    void showDescription();
    void travel(const std::optional<DocumentFaces> &there);

    collection::RequestDocument m_document;
    collection::RequestText m_text;   // empty until somebody looked at it
    collection::RequestText m_stored; // empty: of no file, or not known yet
    QString m_textProblem;            // why it does not say what the form says
    DocumentHistory m_history;
    // The last curl command, so that what it brought beside the document goes and comes with it.
    struct Taken {
        collection::RequestDocument before;
        collection::RequestDocument after;
        client::Options options;
    };
    std::optional<Taken> m_taken;
    bool m_filling = false;

    VariableView *m_variables;
    MethodBox *m_method;
    UrlEdit *m_url;
    VersionBox *m_version;
    SendButton *m_send;
    QLabel *m_description;
    QString m_describes;
    NoticeBar *m_hint;
    FlatTabBar *m_tabs;
    QStackedWidget *m_pages;
    QHBoxLayout *m_tabRow;
    QToolButton *m_faceSwitch = nullptr;
    TextFace *m_textFace = nullptr;
    PortabilityStrip *m_portability = nullptr; // made after the first paint
    std::optional<size_t> m_wantedLine;        // once the text is there
    QList<QWidget *> m_tools; // of each section; null where there are none or not yet
    RowEditor *m_params = nullptr;
    RowEditor *m_headers = nullptr;
    BodyPage *m_body = nullptr;
    AuthPage *m_auth = nullptr;
    OptionsPage *m_options = nullptr;
    ScriptPage *m_script = nullptr;
};

template <typename Change>
void RequestPane::edit(Change change)
{
    if (m_filling)
        return;
    const DocumentFaces before{m_document, m_text};
    change(m_document);
    if (m_document != before.document)
        noteEdit(before);
}

} // namespace sonde::ui
