// A body with its tools: pretty, raw or hex, find, copy, save, follow. Chooses what fits the
// content and remembers what the user chose instead. GUI thread.
#pragma once

#include "ui/widgets/body_view/body_view.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QToolButton;

namespace sonde::body
{
class PrettyBody;
}

namespace sonde::ui
{

class CharsetButton;
class FindBar;
class NoticeBar;

class BodyPane : public QWidget
{
    Q_OBJECT
public:
    enum class Look : quint8 { Pretty, Text, Hex };
    // A stream is followed as it comes; a document is read from its beginning.
    enum class Nature : quint8 { Document, Stream };

    struct Content {
        std::shared_ptr<const body::ByteSource> store;
        QByteArray mediaType; // without parameters, may be empty
        QByteArray charset;   // as the peer says, may be empty or nonsense
        QString fileName;     // suggested when it is saved
        Nature nature = Nature::Document;
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
    // Asks for a file and writes all of the body into it.
    void saveAll();
    [[nodiscard]] BodyView *view() const { return m_view; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    // Puts a sentence in place of the tools and the view while there is nothing to show.
    void setEmptyText(const QString &text);

private:
    QAction *addLook(const QString &text, const QString &hint, Look look);
    QToolButton *addTool(const char *symbol, const QString &name, const QString &hint);
    void buildTools();
    void apply();
    [[nodiscard]] bool isJson() const;
    [[nodiscard]] Look fittingLook() const;
    void showFacts();
    void judge();
    void readAs(const QByteArray &charset);
    [[nodiscard]] QByteArray charset() const;
    void save(OctetRange range);
    void offerSave(qint64 octets);

    BodyView *m_view;
    FindBar *m_find;
    NoticeBar *m_notice;
    QWidget *m_tools;
    QLabel *m_facts;
    CharsetButton *m_charset;
    QLabel *m_empty;
    QActionGroup *m_looks;
    QAction *m_pretty = nullptr;
    QToolButton *m_follow = nullptr;
    Content m_content;
    std::unique_ptr<body::PrettyBody> m_formatted;
    Look m_look = Look::Text;
    std::optional<Look> m_chosen; // by the user, for as long as the pane lives
    body::CharsetChoice m_found{"UTF-8"};
    QByteArray m_readAs; // the user's choice for this body; empty: as found
    bool m_looksBinary = false;
    qint64 m_judged = 0; // octets that were looked at
};

} // namespace sonde::ui
