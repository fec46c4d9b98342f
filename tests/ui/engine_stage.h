// A window with nothing faked: the real engine, and the playground that comes with the program,
// over a folder of its test's.
#pragma once

#include "ui/shell/engine_backend.h"
#include "ui/shell/main_window.h"

#include <QTest>

namespace sonde::test
{

struct EngineStage {
    ui::EngineBackend backend;
    ui::MainWindow window;

    // The playground keeps its certificate with the user's data.
    explicit EngineStage(const QString &folder)
        : backend(placesUnder(folder))
        , window(&backend, ui::Places::under(folder))
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY_WITH_TIMEOUT(backend.isReady(), 20'000);
    }

private:
    static ui::Places placesUnder(const QString &folder)
    {
        qputenv("XDG_DATA_HOME", folder.toUtf8());
        qputenv("XDG_CACHE_HOME", folder.toUtf8());
        return ui::Places::under(folder);
    }
};

} // namespace sonde::test
