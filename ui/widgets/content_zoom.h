// How large content is drawn: bodies and editors, not the window round them. One for all windows.
// GUI thread.
#pragma once

#include <QFont>
#include <QObject>

namespace sonde::ui
{

class ContentZoom : public QObject
{
    Q_OBJECT
public:
    static constexpr int least = 50;
    static constexpr int most = 400;
    static constexpr int usual = 100;

    [[nodiscard]] static ContentZoom &instance();

    [[nodiscard]] int percent() const { return m_percent; }
    void setPercent(int percent);
    // To the next of the usual steps: 1 larger, -1 smaller.
    void step(int by);
    // The fixed font of the desktop, that much larger.
    [[nodiscard]] QFont font() const;

Q_SIGNALS:
    void changed();

private:
    ContentZoom() = default;
    int m_percent = usual;
};

} // namespace sonde::ui
