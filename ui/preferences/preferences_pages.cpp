// The pages of the preferences: each field shows one member of the choices and changes it.
#include "ui/preferences/preferences_dialog.h"
#include "ui/preferences/settings_page.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

namespace sonde::ui
{

namespace
{

constexpr qint64 megabyte = 1'000'000;
constexpr int mostSeconds = 86'400;

} // namespace

SettingsPage *PreferencesDialog::makeGeneral(const QStringList &languages)
{
    auto *page = new SettingsPage;
    QComboBox *language = page->addChoice(
        tr("&Language:"), tr("From the next start on. Numbers and dates follow it, too."));
    language->addItem(tr("As the desktop"), QString());
    language->addItem(QLocale(QLocale::English).nativeLanguageName(), QStringLiteral("en"));
    for (const QString &name : languages) {
        if (QLocale(name).language() != QLocale::English)
            language->addItem(QLocale(name).nativeLanguageName(), name);
    }
    language->setCurrentIndex(std::max(0, language->findData(m_choices.language)));
    connect(language, &QComboBox::activated, this, [this, language] {
        m_choices.language = language->currentData().toString();
        say();
    });
    return page;
}

SettingsPage *PreferencesDialog::makeAppearance()
{
    auto *page = new SettingsPage;
    QComboBox *theme = page->addChoice(tr("&Theme:"), {});
    theme->addItem(tr("As the desktop"), int(Theme::Scheme::System));
    theme->addItem(tr("Light"), int(Theme::Scheme::Light));
    theme->addItem(tr("Dark"), int(Theme::Scheme::Dark));
    theme->setCurrentIndex(std::max(0, theme->findData(m_choices.scheme)));
    connect(theme, &QComboBox::activated, this, [this, theme] {
        m_choices.scheme = theme->currentData().toInt();
        say();
    });
    m_zoom = page->addNumber(tr("&Size of content:"),
                             tr("Of bodies and editors: Ctrl++, Ctrl+− and Ctrl+0 change it."),
                             ContentZoom::least, ContentZoom::most, tr(" %"));
    m_zoom->setSingleStep(10);
    m_zoom->setValue(m_choices.zoom);
    connect(m_zoom, &QSpinBox::valueChanged, this, [this](int percent) {
        m_choices.zoom = percent;
        say();
    });
    return page;
}

SettingsPage *PreferencesDialog::makeHistory()
{
    auto *page = new SettingsPage;
    history::Limits &limits = m_choices.history;
    QCheckBox *on =
        page->addCheck(tr("&Keep what was sent"),
                       tr("Each call of yours and of your runs, with its response, timing and "
                          "frames, on this computer alone. What a comparison sends stays in the "
                          "file of its run. Pinned calls stay whatever the limits say."));
    QSpinBox *size =
        page->addNumber(tr("&Size at most:"),
                        tr("The oldest calls make room, those of runs first when they take "
                           "more than half."),
                        int(history::Limits::leastOctets / megabyte),
                        int(history::Limits::mostOctets / megabyte), tr(" MB"));
    QSpinBox *days =
        page->addNumber(tr("&Age at most:"), {}, 0, history::Limits::mostDays, tr(" days"));
    days->setSpecialValueText(tr("For ever"));
    QCheckBox *secrets = page->addCheck(
        tr("Keep passwords, tokens and &cookies, too"),
        tr("Otherwise they are overwritten with *** before anything is written. What is in the "
           "history already stays as it is."));
    m_usage = page->addSentence();
    on->setChecked(limits.isOn);
    size->setValue(int(limits.octets / megabyte));
    days->setValue(limits.days);
    secrets->setChecked(limits.keepsSecrets);
    connect(on, &QCheckBox::toggled, this, [this](bool kept) {
        m_choices.history.isOn = kept;
        say();
    });
    connect(size, &QSpinBox::valueChanged, this, [this](int megabytes) {
        m_choices.history.octets = megabytes * megabyte;
        say();
    });
    connect(days, &QSpinBox::valueChanged, this, [this](int value) {
        m_choices.history.days = value;
        say();
    });
    connect(secrets, &QCheckBox::toggled, this, [this](bool kept) {
        m_choices.history.keepsSecrets = kept;
        say();
    });
    return page;
}

SettingsPage *PreferencesDialog::makeNetwork()
{
    auto *page = new SettingsPage;
    const NetworkChoices &now = m_choices.network;
    const auto seconds = [](std::chrono::milliseconds time) { return int(time.count() / 1000); };
    QSpinBox *connectTime =
        page->addNumber(tr("Time to &connect:"), tr("Where a request does not say otherwise."), 0,
                        mostSeconds, tr(" s"));
    connectTime->setSpecialValueText(tr("30 s, as usual"));
    QSpinBox *total =
        page->addNumber(tr("&Time in all:"), tr("From Send to the last octet, redirects included."),
                        0, mostSeconds, tr(" s"));
    total->setSpecialValueText(tr("No limit"));
    QCheckBox *redirects = page->addCheck(
        tr("Follow &redirects"), tr("Off: no request follows them, whatever it says itself."));
    QSpinBox *most = page->addNumber(tr("Redirects at &most:"), {}, 1, 1000, QString());
    QCheckBox *verify = page->addCheck(
        tr("Check the certificates of &servers"),
        tr("Off: anybody could answer in the place of a server. Responses say so in red."));
    QLineEdit *proxy = page->addText(tr("HTTP &proxy:"), tr("host:port, for all requests. Empty: "
                                                            "none."));
    QLabel *problem = page->addSentence();
    connectTime->setValue(seconds(now.connectTimeout));
    total->setValue(seconds(now.totalTimeout));
    redirects->setChecked(now.followsRedirects);
    most->setValue(now.maxRedirects);
    most->setEnabled(now.followsRedirects);
    verify->setChecked(now.checksCertificates);
    proxy->setText(now.proxy);
    connect(connectTime, &QSpinBox::valueChanged, this, [this](int time) {
        m_choices.network.connectTimeout = std::chrono::seconds(time);
        say();
    });
    connect(total, &QSpinBox::valueChanged, this, [this](int time) {
        m_choices.network.totalTimeout = std::chrono::seconds(time);
        say();
    });
    connect(redirects, &QCheckBox::toggled, this, [this, most](bool follow) {
        m_choices.network.followsRedirects = follow;
        most->setEnabled(follow);
        say();
    });
    connect(most, &QSpinBox::valueChanged, this, [this](int number) {
        m_choices.network.maxRedirects = number;
        say();
    });
    connect(verify, &QCheckBox::toggled, this, [this](bool check) {
        m_choices.network.checksCertificates = check;
        say();
    });
    connect(proxy, &QLineEdit::editingFinished, this, [this, proxy, problem] {
        const QString text = proxy->text().trimmed();
        const bool good = text.isEmpty() || proxyOf(text);
        problem->setText(good ? QString()
                              : tr("A proxy is written as host:port, without user name and "
                                   "password; until then, none is used."));
        m_choices.network.proxy = good ? text : QString();
        say();
    });
    return page;
}

} // namespace sonde::ui
