#include "ui/body/preview_page.h"

#include "body/audio_facts.h"
#include "body/workers.h"
#include "ui/body/font_sample.h"
#include "ui/body/source_device.h"
#include "ui/widgets/body_view/text_decoder.h"
#include "ui/widgets/focus_hand.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMovie>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <functional>
#include <mutex>

namespace sonde::ui
{
namespace
{

constexpr qreal pageMargin = 8; // as far from the edge as everything else
constexpr qreal zoomStep = 1.25;
constexpr qreal mostZoom = 32;
constexpr qreal leastZoom = 0.02;
constexpr int mostSide = 16'000; // pixels a zoomed picture may be wide or high
constexpr int pageScale = 2;     // a page is measured in points, 72 to the inch

// A page that asks for nothing: what it refers to is not loaded, and links lead nowhere.
class StillPage : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }

protected:
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {}
};

} // namespace

struct PreviewPage::Picture {
    QImage image;
    QString format;
    QString problem;
    int frames = 0; // of a moving picture
    int pages = 0;  // of a PDF
};

PreviewPage::PreviewPage(QWidget *parent)
    : QWidget(parent)
    , m_tools(new QWidget(this))
    , m_facts(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_picture(new QLabel)
    , m_told(new QLabel(m_pages))
{
    QImageReader::setAllocationLimit(mostMebibytes);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setScaledContents(true);
    m_scroll->setWidget(m_picture);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Picture"));
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);
    m_pages->addWidget(m_scroll);
    m_told->setAlignment(Qt::AlignCenter);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_told->setAccessibleName(tr("Facts"));
    m_pages->addWidget(m_told);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    buildTools();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_pages, 1);
    FocusHand::set(this, m_scroll);
}

PreviewPage::~PreviewPage()
{
    *m_stop = true;
}

QToolButton *PreviewPage::addTool(const QString &text, const QString &name, QChar key)
{
    auto *button = new QToolButton(m_tools);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(key.isNull() ? name : QStringLiteral("%1 (%2)").arg(name, key));
    button->setAutoRaise(true);
    m_tools->layout()->addWidget(button);
    return button;
}

void PreviewPage::buildTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(8, 0, 8, 2);
    row->setSpacing(2);
    row->addWidget(m_facts, 1);
    m_before = addTool(QStringLiteral("‹"), tr("Page before"));
    m_after = addTool(QStringLiteral("›"), tr("Next page"));
    connect(m_before, &QToolButton::clicked, this, [this] { turnTo(m_page - 1); });
    connect(m_after, &QToolButton::clicked, this, [this] { turnTo(m_page + 1); });
    auto *out = addTool(QStringLiteral("−"), tr("Smaller"), u'-');
    auto *in = addTool(QStringLiteral("+"), tr("Larger"), u'+');
    connect(out, &QToolButton::clicked, this, [this] { zoomBy(Step::Out); });
    connect(in, &QToolButton::clicked, this, [this] { zoomBy(Step::In); });
    auto *pixels = addTool(QStringLiteral("1:1"), tr("One pixel to a pixel"), u'1');
    auto *fit = addTool(tr("Fit"), tr("As large as there is room"), u'0');
    connect(pixels, &QToolButton::clicked, this, &PreviewPage::zoomToPixels);
    connect(fit, &QToolButton::clicked, this, &PreviewPage::zoomToFit);
}

PreviewPage::Kind PreviewPage::kindOf(QByteArrayView mediaType)
{
    const QByteArray type = mediaType.toByteArray().toLower();
    if (type == "text/html" || type == "application/xhtml+xml")
        return Kind::Html;
    if (type.startsWith("image/"))
        return Kind::Image;
    if (type == "application/pdf")
        return Kind::Pages;
    if (type.startsWith("font/") || type.startsWith("application/font-") ||
        type.startsWith("application/x-font-") || type == "application/vnd.ms-opentype")
        return Kind::Font;
    if (type.startsWith("audio/") || type == "application/ogg")
        return Kind::Sound;
    return Kind::None;
}

void PreviewPage::setBody(std::shared_ptr<const body::ByteSource> source, QByteArrayView mediaType,
                          const QByteArray &charset)
{
    m_movie.reset();
    m_image = {};
    m_picture->clear();
    m_facts->clear();
    *m_stop = true;
    m_stop = body::makeStopMark();
    m_busy = false;
    m_read = -1;
    m_page = 0;
    m_pageCount = 0;
    m_fits = true;
    m_source = std::move(source);
    m_charset = charset;
    m_mediaType = mediaType.toByteArray().toLower();
    m_kind = m_source ? kindOf(mediaType) : Kind::None;
    for (auto *button : m_tools->findChildren<QToolButton *>())
        button->setVisible(m_kind == Kind::Image);
    m_before->hide();
    m_after->hide();
    // Of a page one wants to see where it ends.
    m_scroll->setBackgroundRole(m_kind == Kind::Pages ? QPalette::Mid : QPalette::Window);
    m_told->clear();
    if (m_kind == Kind::Sound)
        bringUp(m_told);
    else if (m_kind != Kind::Html)
        bringUp(m_scroll);
    noteGrowth();
}

void PreviewPage::bringUp(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    FocusHand::set(this, page); // whose keys scroll it
}

void PreviewPage::noteGrowth()
{
    if (!m_source || m_busy || m_read == m_source->size())
        return;
    if (m_kind == Kind::Image)
        readImage();
    else if (m_kind == Kind::Pages)
        readPage();
    else if (m_kind == Kind::Html)
        showHtml();
    else if (m_kind == Kind::Font)
        readFont();
    else if (m_kind == Kind::Sound)
        readSound();
}

void PreviewPage::say(const QString &facts)
{
    m_facts->setText(facts);
}

QString PreviewPage::facts() const
{
    return m_facts->text();
}

void PreviewPage::readImage()
{
    read([](QImageReader &reader) {
        Picture picture;
        reader.setAutoTransform(true);
        picture.format = QString::fromLatin1(reader.format()).toUpper();
        picture.frames = reader.supportsAnimation() ? reader.imageCount() : 0;
        picture.image = reader.read();
        return picture;
    });
}

// A reader of PDF needs the end of the file first.
void PreviewPage::readPage()
{
    if (!QImageReader::supportedImageFormats().contains("pdf")) {
        m_read = m_source->size();
        say(tr("PDF is shown where the package %1 is installed. Until then, open it with another "
               "program or save it.")
                .arg(QStringLiteral("qt6-image-formats-plugin-pdf")));
        return;
    }
    if (!m_source->isFinished()) {
        say(tr("The pages are shown when all of them have arrived."));
        return;
    }
    read([page = m_page](QImageReader &reader) {
        Picture picture;
        reader.setFormat("pdf");
        picture.format = QStringLiteral("PDF");
        picture.pages = std::max(reader.imageCount(), 0);
        reader.jumpToImage(page);
        const QSize points = reader.size();
        const QSize pixels = points * pageScale;
        if (pixels.isValid())
            reader.setScaledSize(pixels.boundedTo(QSize(mostSide, mostSide)));
        // As paper, in every theme.
        reader.setBackgroundColor(Theme::color(Token::Surface, Theme::Scheme::Light));
        picture.image = reader.read();
        return picture;
    });
}

void PreviewPage::turnTo(int page)
{
    if (m_kind != Kind::Pages || m_busy || page < 0 || page >= m_pageCount || page == m_page)
        return;
    m_page = page;
    m_read = -1;
    noteGrowth();
}

void PreviewPage::read(std::function<Picture(QImageReader &)> how)
{
    m_busy = true;
    m_read = m_source->size();
    const QPointer<PreviewPage> self(this);
    body::workers().start([self, source = m_source, stop = m_stop, how = std::move(how)] {
        // What reads PDF, whatever it is called, is not made for two threads, nor for a file whose
        // octets cease to come.
        const bool isPdf = source->read(0, 1024).value_or(QByteArray()).contains("%PDF-");
        static std::mutex pdf;
        std::unique_lock alone(pdf, std::defer_lock);
        if (isPdf)
            alone.lock();
        if (*stop)
            return;
        SourceDevice device(source, isPdf ? nullptr : stop);
        QImageReader reader(&device);
        Picture picture = how(reader);
        if (picture.image.isNull())
            picture.problem = reader.errorString();
        // Through the application, which outlives the worker.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, stop, picture] {
                if (!self || *stop)
                    return;
                self->m_busy = false;
                self->showPicture(picture);
                self->noteGrowth();
            },
            Qt::QueuedConnection);
    });
}

// That a plug-in of Qt is missing, or what it says of the picture.
QString PreviewPage::whyNot(const QString &problem) const
{
    for (const char *format : {"webp", "tiff"}) {
        if (m_mediaType == QByteArray("image/") + format &&
            !QImageReader::supportedImageFormats().contains(format))
            return tr("Such a picture is shown where the package %1 is installed. Until then, open "
                      "it with another program or save it.")
                .arg(QStringLiteral("qt6-image-formats-plugins"));
    }
    return tr("This cannot be shown as a picture: %1. Look at it as Hex, or save it.").arg(problem);
}

void PreviewPage::showPicture(const Picture &picture)
{
    if (picture.image.isNull()) {
        if (m_source->isFinished())
            say(whyNot(picture.problem));
        return;
    }
    m_image = picture.image;
    for (auto *button : m_tools->findChildren<QToolButton *>())
        button->show();
    m_pageCount = picture.pages;
    m_before->setVisible(m_pageCount > 1);
    m_after->setVisible(m_pageCount > 1);
    m_before->setEnabled(m_page > 0);
    m_after->setEnabled(m_page + 1 < m_pageCount);
    const QLocale locale;
    //: width × height of a picture, its format
    QString facts = tr("%1 × %2 pixels · %3")
                        .arg(locale.toString(m_image.width()), locale.toString(m_image.height()),
                             picture.format);
    if (m_pageCount > 0)
        //: of a PDF: its pages
        facts = tr("Page %1 of %2").arg(locale.toString(m_page + 1), locale.toString(m_pageCount)) +
                QStringLiteral(" · PDF");
    if (picture.frames > 1 && m_source->isFinished()) {
        auto *device = new SourceDevice(m_source);
        m_movie = std::make_unique<QMovie>(device);
        device->setParent(m_movie.get());
        m_movie->setCacheMode(QMovie::CacheNone);
        //: of a moving picture
        facts += QStringLiteral(" · ") + tr("%Ln frame(s)", nullptr, picture.frames);
        m_picture->setMovie(m_movie.get());
        m_movie->start();
        m_movie->setPaused(!isVisible());
    } else {
        m_picture->setPixmap(QPixmap::fromImage(m_image));
    }
    say(facts);
    applyZoom();
}

void PreviewPage::applyZoom()
{
    if (m_image.isNull())
        return;
    const QSize size = m_image.size();
    if (m_fits) {
        const QSize room = m_scroll->viewport()->size();
        m_zoom = std::min(
            {1.0, qreal(room.width()) / size.width(), qreal(room.height()) / size.height()});
    }
    const qreal most = qreal(mostSide) / std::max(size.width(), size.height());
    m_zoom = std::clamp(m_zoom, leastZoom, std::max(std::min(mostZoom, most), leastZoom));
    m_picture->resize((QSizeF(size) * m_zoom).toSize().expandedTo({1, 1}));
    m_picture->setToolTip(QLocale().toString(m_zoom * 100, 'f', 0) + QStringLiteral(" %"));
}

void PreviewPage::zoomBy(Step step)
{
    m_fits = false;
    m_zoom *= step == Step::In ? zoomStep : 1 / zoomStep;
    applyZoom();
}

void PreviewPage::zoomToFit()
{
    m_fits = true;
    applyZoom();
}

void PreviewPage::zoomToPixels()
{
    m_fits = false;
    m_zoom = 1;
    applyZoom();
}

void PreviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_fits)
        applyZoom();
}

void PreviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_movie)
        m_movie->setPaused(false);
}

void PreviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_movie)
        m_movie->setPaused(true);
}

// What the buttons above a picture do; and, at the end of a page, the next one.
bool PreviewPage::takeKey(int key)
{
    if (m_image.isNull() || (m_kind != Kind::Image && m_kind != Kind::Pages))
        return false;
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (key) {
    case Qt::Key_PageUp:
        turnTo(bar->value() == bar->minimum() ? m_page - 1 : m_page);
        return bar->value() == bar->minimum();
    case Qt::Key_PageDown:
        turnTo(bar->value() == bar->maximum() ? m_page + 1 : m_page);
        return bar->value() == bar->maximum();
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift, on many keyboards
        zoomBy(Step::In);
        return true;
    case Qt::Key_Minus:
        zoomBy(Step::Out);
        return true;
    case Qt::Key_1:
        zoomToPixels();
        return true;
    case Qt::Key_0:
        zoomToFit();
        return true;
    default:
        return false;
    }
}

bool PreviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        return (plain && takeKey(key->key())) || QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() & Qt::ControlModifier) {
            zoomBy(wheel->angleDelta().y() > 0 ? Step::In : Step::Out);
            return true;
        }
    }
    if (event->type() == QEvent::Resize && m_fits)
        applyZoom();
    return QWidget::eventFilter(watched, event);
}

void PreviewPage::showHtml()
{
    if (!m_html) {
        m_html = new StillPage(m_pages);
        m_html->setFrameShape(QFrame::NoFrame);
        m_html->setOpenLinks(false);
        m_html->document()->setDocumentMargin(pageMargin);
        m_html->setAccessibleName(tr("Page"));
        m_pages->addWidget(m_html);
    }
    bringUp(m_html);
    // Laid out once, when all of it is there.
    if (!m_source->isFinished()) {
        say(tr("The page is shown when all of it has arrived."));
        return;
    }
    m_read = m_source->size();
    const QByteArray octets =
        m_source->read(0, std::min(m_source->size(), mostHtml)).value_or(QByteArray());
    m_html->setHtml(TextDecoder(m_charset).plain(octets));
    QString facts = tr("The page without scripts; nothing it refers to was loaded.");
    if (m_source->size() > mostHtml)
        facts += QLatin1Char(' ') + tr("Only its first 4 MiB are shown.");
    say(facts);
}

} // namespace sonde::ui
