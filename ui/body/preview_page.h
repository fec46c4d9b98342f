// A body as what it is for: an image with its size and a zoom, moving ones too; the pages of a PDF
// where Qt's plug-in for them is installed; HTML as a page without scripts, styles from elsewhere
// or anything from the network; what a font or a recording says of itself, and a text written in
// the font. GUI thread; all but pages of HTML are read by a worker.
#pragma once

#include "body/byte_source.h"
#include "body/workers.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>

class QImageReader;
class QLabel;
class QMovie;
class QScrollArea;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace sonde::body
{
struct AudioFacts;
}

namespace sonde::ui
{

struct FontSample;

class PreviewPage : public QWidget
{
    Q_OBJECT
public:
    enum class Kind : quint8 { None, Image, Pages, Html, Font, Sound };
    // Memory a picture may take, in MiB: 64 million pixels.
    static constexpr int mostMebibytes = 256;
    static constexpr qint64 mostHtml = 4 << 20; // octets; the rest is left out

    explicit PreviewPage(QWidget *parent = nullptr);
    ~PreviewPage() override;

    // What a media type without parameters can be shown as.
    [[nodiscard]] static Kind kindOf(QByteArrayView mediaType);
    void setBody(std::shared_ptr<const body::ByteSource> source, QByteArrayView mediaType,
                 const QByteArray &charset);
    // The source is finished, or has grown: pictures are shown as far as they have come.
    void noteGrowth();

    [[nodiscard]] QString facts() const;
    [[nodiscard]] QImage image() const { return m_image; }
    [[nodiscard]] qreal zoom() const { return m_zoom; }
    enum class Step : qint8 { Out = -1, In = 1 };
    void zoomBy(Step step);
    void zoomToFit();
    void zoomToPixels();
    // Of a PDF, from 0.
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const { return m_pageCount; }
    void turnTo(int page);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Picture;
    void buildTools();
    QToolButton *addTool(const QString &text, const QString &name, QChar key = {});
    void readImage();
    void readPage();
    void read(std::function<Picture(QImageReader &)> how);
    void showPicture(const Picture &picture);
    void showHtml();
    void readFont();
    void readSound();
    void showFont(const FontSample &sample);
    void showSound(const std::optional<body::AudioFacts> &facts);
    void applyZoom();
    bool takeKey(int key);
    void bringUp(QWidget *page);
    void say(const QString &facts);
    [[nodiscard]] QString whyNot(const QString &problem) const;

    std::shared_ptr<const body::ByteSource> m_source;
    QByteArray m_charset;
    QByteArray m_mediaType;
    Kind m_kind = Kind::None;
    QWidget *m_tools;
    QLabel *m_facts;
    QStackedWidget *m_pages;
    QScrollArea *m_scroll;
    QLabel *m_picture;
    QLabel *m_told;                 // of what has no picture
    QTextBrowser *m_html = nullptr; // built when first needed
    std::unique_ptr<QMovie> m_movie;
    QImage m_image;
    QToolButton *m_before = nullptr;
    QToolButton *m_after = nullptr;
    int m_page = 0;
    int m_pageCount = 0;
    qreal m_zoom = 1;
    bool m_fits = true;
    body::StopMark m_stop = body::makeStopMark(); // of the newest reading
    bool m_busy = false;
    qint64 m_read = -1; // octets there were when it was read
};

} // namespace sonde::ui
