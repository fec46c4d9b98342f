// A body as what it is for: an image with its size and a zoom, moving ones too; HTML as a page
// without scripts, styles from elsewhere or anything from the network. GUI thread; images are read
// by a worker.
#pragma once

#include "body/byte_source.h"

#include <QImage>
#include <QWidget>

#include <memory>

class QLabel;
class QMovie;
class QScrollArea;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace sonde::ui
{

class PreviewPage : public QWidget
{
    Q_OBJECT
public:
    enum class Kind : quint8 { None, Image, Html };
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

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Picture;
    void buildTools();
    QToolButton *addTool(const QString &text, const QString &name);
    void readImage();
    void showPicture(const Picture &picture);
    void showHtml();
    void applyZoom();
    void say(const QString &facts);

    std::shared_ptr<const body::ByteSource> m_source;
    QByteArray m_charset;
    Kind m_kind = Kind::None;
    QWidget *m_tools;
    QLabel *m_facts;
    QStackedWidget *m_pages;
    QScrollArea *m_scroll;
    QLabel *m_picture;
    QTextBrowser *m_html = nullptr; // built when first needed
    std::unique_ptr<QMovie> m_movie;
    QImage m_image;
    qreal m_zoom = 1;
    bool m_fits = true;
    quint64 m_reading = 0; // of the newest reading
    bool m_busy = false;
    qint64 m_read = -1; // octets there were when it was read
};

} // namespace sonde::ui
