#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are dropped by the linker unless somebody asks for them; the macro
// has to stand outside every namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(sonde_icons);
}

namespace sonde::ui
{
namespace
{

class PaletteIconEngine : public QIconEngine
{
public:
    PaletteIconEngine(QByteArray name, std::optional<Token> token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QByteArray color = colorFor(mode).name().toLatin1();
        const QString key = QStringLiteral("sonde/%1/%2/%3x%4")
                                .arg(QString::fromLatin1(m_name), QString::fromLatin1(color))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QSvgRenderer renderer(source().replace("currentColor", color));
            renderer.setAspectRatioMode(Qt::KeepAspectRatio);
            QPainter painter(&pixmap);
            renderer.render(&painter);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new PaletteIconEngine(*this); }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const Theme &theme = Theme::instance();
        if (mode == QIcon::Disabled)
            return theme.color(Token::Disabled);
        return theme.color(m_token.value_or(Token::Text));
    }

    QByteArray source() const
    {
        QFile file(QLatin1String(":/sonde/icons/") + QLatin1String(m_name) + QLatin1String(".svg"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray m_name;
    std::optional<Token> m_token;
};

QIcon make(const char *name, std::optional<Token> token)
{
    registerIcons();
    const QString path =
        QLatin1String(":/sonde/icons/") + QLatin1String(name) + QLatin1String(".svg");
    Q_ASSERT_X(QFile::exists(path), "sonde::ui::icon", name);
    if (!QFile::exists(path))
        return {};
    return QIcon(new PaletteIconEngine(name, token));
}

} // namespace

QIcon icon(const char *name)
{
    return make(name, std::nullopt);
}

QIcon icon(const char *name, Token token)
{
    return make(name, token);
}

QIcon applicationIcon()
{
    registerIcons();
    // Not by its file name: that would load every plugin for pictures before the first paint.
    return QIcon(new PaletteIconEngine("sonde", std::nullopt));
}

} // namespace sonde::ui
