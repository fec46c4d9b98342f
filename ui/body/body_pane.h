// A body with its tools: pretty, tree, events, preview, raw or hex, content codings, find, filter,
// copy, save, open elsewhere, follow. Chooses what fits the content and remembers what the user
// chose instead. GUI thread.
#pragma once

#include "body/formatter.h"
#include "ui/widgets/body_view/body_view.h"

#include <QByteArrayList>
#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace sonde::body
{
class JqBody;
class JsonFilter;
struct JsonFault;
class JsonPath;
} // namespace sonde::body

namespace sonde::trace
{
class Exchange;
}

namespace sonde::ui
{

class ArrivalChart;
class CharsetButton;
class EventsPage;
class FindBar;
class GotoBar;
class HexInspector;
class JsonPathBar;
class TreePage;
class LayerButton;
class NoticeBar;
class PreviewPage;
class Replay;
class ReplayBar;
class ToolRows;

class BodyPane : public QWidget
{
    Q_OBJECT
public:
    enum class Look : quint8 { Pretty, Tree, Events, Preview, Text, Hex };
    // A stream is followed as it comes; a document is read from its beginning.
    enum class Nature : quint8 { Document, Stream };

    struct Content {
        std::shared_ptr<const body::ByteSource> store;
        QByteArray mediaType; // without parameters, may be empty
        QByteArray charset;   // as the peer says, may be empty or nonsense
        QString fileName;     // suggested when it is saved
        Nature nature = Nature::Document;
        std::shared_ptr<const trace::Exchange> exchange; // knows when it arrived; may be null
        // Content codings in the order they were applied, and the octets with all of them on. Null
        // or empty: none has been taken off `store`.
        QByteArrayList codings;
        std::shared_ptr<const body::ByteSource> received;
        QString title; // names it beside others
    };
    // What the first octets of a body tell.
    struct Found {
        body::CharsetChoice charset;
        bool isBinary = false;
    };
    [[nodiscard]] static Found foundIn(const Content &content);
    // Other bodies that this one may be compared with, newest first.
    using Others = std::function<std::vector<Content>()>;

    explicit BodyPane(QWidget *parent = nullptr);
    ~BodyPane() override;

    void showBody(Content content);
    void clear();
    // The store has grown or is finished.
    void noteGrowth();

    [[nodiscard]] Look look() const { return m_look; }
    void setLook(Look look);
    void find();
    void findNext();
    void findPrevious();
    // Asks for a row or an octet.
    void goTo();
    // JSON: the bar that takes a JSONPath expression.
    void filter();
    // Asks for a file and writes all of the body into it: as it is shown, or as it was received.
    void saveAll();
    void saveReceived();
    // With the program that the desktop has for it.
    void openWithProgram();
    void setOthers(Others others) { m_others = std::move(others); }
    // Asks with what, then shows what differs in a window of its own.
    void compare();
    void compareWith(const Content &other);
    // How many of the content codings are still on in what is shown.
    [[nodiscard]] qsizetype codingsOn() const;
    void showCodings(qsizetype on);
    [[nodiscard]] BodyView *view() const { return m_view; }
    // Null until they were first shown.
    [[nodiscard]] TreePage *tree() const { return m_tree; }
    [[nodiscard]] EventsPage *events() const { return m_events; }
    [[nodiscard]] PreviewPage *preview() const { return m_preview; }
    [[nodiscard]] ArrivalChart *chart() const { return m_chart; }
    [[nodiscard]] ReplayBar *replayBar() const { return m_replayBar; }
    [[nodiscard]] HexInspector *inspector() const { return m_inspector; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    // Says where JSON is none.
    [[nodiscard]] NoticeBar *fault() const { return m_fault; }
    // A stream that has ended may be connected to again, by whoever hears reconnectWanted().
    void setReconnectable();
    // Puts a sentence in place of the tools and the view while there is nothing to show.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void reconnectWanted(const QByteArray &lastEventId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *addLook(const QString &text, const QString &hint, Look look);
    QToolButton *addTool(const char *symbol, const QString &name, const QString &hint);
    void buildTools();
    void buildPages();
    void buildMore();
    void fillMore();
    void fillOthers();
    void compareWithFile();
    void apply();
    [[nodiscard]] bool hasBody();
    void dropDerived();
    void showContent(Content content);
    [[nodiscard]] bool isDecoded() const;
    [[nodiscard]] std::shared_ptr<const body::ByteSource> receivedOctets() const;
    [[nodiscard]] QString receivedName() const;
    void inspect();
    void buildReplayBar();
    bool beginReplay();
    void endReplay();
    // The body, or what a filter selects from it.
    [[nodiscard]] std::shared_ptr<const body::ByteSource> source() const;
    // The same in octets whose signs are those of ASCII: what is laid out, and opened as a tree.
    [[nodiscard]] std::shared_ptr<const body::ByteSource> textSource();
    [[nodiscard]] std::shared_ptr<const body::ByteSource> inUtf8();
    void applyPath(const std::optional<body::JsonPath> &path);
    void applyJq(const QByteArray &expression);
    void noteJq(const body::JqBody *of);
    void takeJq();
    void dropFilter();
    void checkJson();
    void dropCheck();
    void showFault(const body::JsonFault &fault);
    void showPretty();
    void showTree();
    void showEvents();
    void showPreview();
    void lookInto(const std::shared_ptr<const body::ByteSource> &store);
    void showChart(bool shown);
    void selectArrival(qint64 from, qint64 to);
    [[nodiscard]] bool suits(Look look) const;
    [[nodiscard]] bool readsText() const;
    void showRows();
    void keepPlace(Look from);
    void growContent();
    void growDerived();
    void growViews();
    [[nodiscard]] bool isJson() const;
    // What it can be laid out as.
    [[nodiscard]] std::optional<body::Language> language() const;
    [[nodiscard]] Look fittingLook() const;
    void showFacts();
    void judge();
    void readAs(const QByteArray &charset);
    void noteCharset();
    [[nodiscard]] QByteArray charset() const;
    [[nodiscard]] QByteArray charsetOf(const std::shared_ptr<const body::ByteSource> &store) const;
    void save(std::shared_ptr<const body::ByteSource> store, OctetRange range,
              const QString &name = {});
    void openFile();
    void offerSave(std::shared_ptr<const body::ByteSource> store, OctetRange range);

    BodyView *m_view;
    FindBar *m_find;
    GotoBar *m_goto;
    JsonPathBar *m_pathBar;
    QStackedWidget *m_pages;
    TreePage *m_tree = nullptr; // these are built when first shown
    EventsPage *m_events = nullptr;
    PreviewPage *m_preview = nullptr;
    ArrivalChart *m_chart = nullptr;
    ReplayBar *m_replayBar = nullptr; // below it
    NoticeBar *m_notice;
    NoticeBar *m_fault;
    ToolRows *m_tools;
    QLabel *m_facts;
    LayerButton *m_layers;
    CharsetButton *m_charset;
    QLabel *m_empty;
    QActionGroup *m_looks;
    QToolButton *m_follow = nullptr;
    QToolButton *m_filter = nullptr;
    QToolButton *m_arrivals = nullptr;
    QToolButton *m_inspect = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_more = nullptr;
    QMenu *m_otherMenu = nullptr;
    HexInspector *m_inspector = nullptr;
    Others m_others;
    Content m_whole;   // as it was given
    Content m_content; // or what is left of it when content codings are taken off
    std::optional<qsizetype> m_codingsOn;         // chosen by the user
    std::unique_ptr<body::DerivedBody> m_uncoded; // while a layer in between is shown
    std::unique_ptr<Replay> m_replay;             // while the body arrives once more
    std::optional<bool> m_inspecting;             // chosen by the user; else where there is room
    QPoint m_pressed;                             // on what a drag begins with
    std::unique_ptr<body::DerivedBody> m_recoded; // in UTF-8, once that is needed
    QByteArray m_recodedFrom;                     // the charset it was read as
    std::unique_ptr<body::DerivedBody> m_formatted;
    std::unique_ptr<body::DerivedBody> m_check;   // whether it is JSON, once that matters
    std::unique_ptr<body::JsonFilter> m_filtered; // while an expression is in force
    std::unique_ptr<body::JqBody> m_jq;           // or one of jq
    std::unique_ptr<body::JqBody> m_jqAsked;      // before it has made anything, or failed
    Look m_look = Look::Text;
    std::optional<Look> m_chosen; // by the user, for as long as the pane lives
    body::CharsetChoice m_found{"UTF-8"};
    QByteArray m_readAs; // the user's choice for this body; empty: as found
    bool m_reconnectable = false;
    bool m_looksBinary = false;
    qint64 m_judged = 0; // octets that were looked at
};

} // namespace sonde::ui
