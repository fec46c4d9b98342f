// Which HTTP version a request asks for, and what each choice means in plain words. GUI thread.
#pragma once

#include "http/version.h"

#include <QComboBox>

namespace sonde::ui
{

// One sentence: what happens when this is chosen.
[[nodiscard]] QString explainVersion(http::VersionPolicy policy);
[[nodiscard]] QString versionLabel(http::VersionPolicy policy);
// In the order they are offered.
[[nodiscard]] const QList<http::VersionPolicy> &offeredVersions();

class VersionBox : public QComboBox
{
    Q_OBJECT
public:
    explicit VersionBox(QWidget *parent = nullptr);
    [[nodiscard]] http::VersionPolicy version() const;
    void setVersion(http::VersionPolicy version);

Q_SIGNALS:
    void versionChosen(sonde::http::VersionPolicy version); // by the person

private:
    void explain();
};

} // namespace sonde::ui
