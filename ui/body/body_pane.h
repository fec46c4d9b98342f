// A body with its tools: pretty, tree, events, preview, raw or hex, find, filter, copy, save,
// follow. Chooses what fits the content and remembers what the user chose instead. GUI thread.
#pragma once

#include "ui/widgets/body_view/body_view.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace sonde::body
{
class JsonFilter;
class JsonPath;
class PrettyBody;
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
class JsonPathBar;
class JsonTreePage;
class NoticeBar;
class PreviewPage;

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
    };

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
    // JSON: the bar that takes a JSONPath expression.
    void filter();
    // Asks for a file and writes all of the body into it.
    void saveAll();
    [[nodiscard]] BodyView *view() const { return m_view; }
    // Null until they were first shown.
    [[nodiscard]] JsonTreePage *tree() const { return m_tree; }
    [[nodiscard]] EventsPage *events() const { return m_events; }
    [[nodiscard]] PreviewPage *preview() const { return m_preview; }
    [[nodiscard]] ArrivalChart *chart() const { return m_chart; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    // Puts a sentence in place of the tools and the view while there is nothing to show.
    void setEmptyText(const QString &text);

private:
    QAction *addLook(const QString &text, const QString &hint, Look look);
    QToolButton *addTool(const char *symbol, const QString &name, const QString &hint);
    void buildTools();
    void buildPages();
    void apply();
    // The body, or what a filter selects from it.
    [[nodiscard]] std::shared_ptr<const body::ByteSource> source() const;
    void applyPath(const std::optional<body::JsonPath> &path);
    void showPretty();
    void showTree();
    void showEvents();
    void showPreview();
    void lookInto(const std::shared_ptr<const body::ByteSource> &store);
    void showChart(bool shown);
    void selectArrival(qint64 from, qint64 to);
    [[nodiscard]] bool suits(Look look) const;
    void showRows();
    void keepPlace(Look from);
    void growViews();
    [[nodiscard]] bool isJson() const;
    [[nodiscard]] Look fittingLook() const;
    void showFacts();
    void judge();
    void readAs(const QByteArray &charset);
    [[nodiscard]] QByteArray charset() const;
    void save(std::shared_ptr<const body::ByteSource> store, OctetRange range);
    void offerSave(std::shared_ptr<const body::ByteSource> store, OctetRange range);

    BodyView *m_view;
    FindBar *m_find;
    JsonPathBar *m_pathBar;
    QStackedWidget *m_pages;
    JsonTreePage *m_tree = nullptr; // these are built when first shown
    EventsPage *m_events = nullptr;
    PreviewPage *m_preview = nullptr;
    ArrivalChart *m_chart = nullptr;
    NoticeBar *m_notice;
    QWidget *m_tools;
    QLabel *m_facts;
    CharsetButton *m_charset;
    QLabel *m_empty;
    QActionGroup *m_looks;
    QToolButton *m_follow = nullptr;
    QToolButton *m_filter = nullptr;
    QToolButton *m_arrivals = nullptr;
    Content m_content;
    std::unique_ptr<body::PrettyBody> m_formatted;
    std::unique_ptr<body::JsonFilter> m_filtered; // while an expression is in force
    Look m_look = Look::Text;
    std::optional<Look> m_chosen; // by the user, for as long as the pane lives
    body::CharsetChoice m_found{"UTF-8"};
    QByteArray m_readAs; // the user's choice for this body; empty: as found
    bool m_looksBinary = false;
    qint64 m_judged = 0; // octets that were looked at
};

} // namespace sonde::ui
