#include "ui/request/version_box.h"

#include <QCoreApplication>

namespace sonde::ui
{

using http::VersionPolicy;

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("sonde::ui::VersionBox", text);
}

} // namespace

const QList<VersionPolicy> &offeredVersions()
{
    static const QList<VersionPolicy> versions{VersionPolicy::Auto, VersionPolicy::Http2,
                                               VersionPolicy::Http11, VersionPolicy::H2c,
                                               VersionPolicy::Http10};
    return versions;
}

QString versionLabel(VersionPolicy policy)
{
    switch (policy) {
    case VersionPolicy::Auto:
        //: The HTTP version is agreed with the server.
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox", "Auto"));
    case VersionPolicy::Http10:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox", "HTTP/1.0"));
    case VersionPolicy::Http11:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox", "HTTP/1.1"));
    case VersionPolicy::Http2:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox", "HTTP/2"));
    case VersionPolicy::H2c:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox", "h2c"));
    }
    return {};
}

QString explainVersion(VersionPolicy policy)
{
    switch (policy) {
    case VersionPolicy::Auto:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox",
                                     "With https the server picks HTTP/2 or HTTP/1.1 while the "
                                     "connection is secured; with http it is HTTP/1.1."));
    case VersionPolicy::Http10:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox",
                                     "HTTP/1.0, for old servers: a connection for every request, "
                                     "and no chunked transfer."));
    case VersionPolicy::Http11:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox",
                                     "HTTP/1.1 and nothing else: one request after the other on "
                                     "each connection."));
    case VersionPolicy::Http2:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox",
                                     "HTTP/2 over https and nothing else. The request fails if the "
                                     "server does not agree to it."));
    case VersionPolicy::H2c:
        return say(QT_TRANSLATE_NOOP("sonde::ui::VersionBox",
                                     "HTTP/2 without encryption, spoken from the first octet. The "
                                     "server must be known to understand it."));
    }
    return {};
}

VersionBox::VersionBox(QWidget *parent)
    : QComboBox(parent)
{
    for (const VersionPolicy policy : offeredVersions()) {
        addItem(versionLabel(policy), int(policy));
        setItemData(count() - 1, explainVersion(policy), Qt::ToolTipRole);
    }
    setAccessibleName(tr("HTTP version"));
    explain();
    connect(this, &QComboBox::activated, this, [this] {
        explain();
        Q_EMIT versionChosen(version());
    });
}

VersionPolicy VersionBox::version() const
{
    return VersionPolicy(currentData().toInt());
}

void VersionBox::setVersion(VersionPolicy version)
{
    setCurrentIndex(findData(int(version)));
    explain();
}

void VersionBox::explain()
{
    setToolTip(explainVersion(version()));
    setAccessibleDescription(explainVersion(version()));
}

} // namespace sonde::ui
