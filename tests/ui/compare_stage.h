// A window from which versions of a request are compared, and what is read in the comparison.
#pragma once

#include "engine_stage.h"
#include "ui/compare/compare_window.h"
#include "ui/compare/look_model.h"
#include "ui/request/request_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"

namespace sonde::test
{

struct CompareStage : EngineStage {
    using EngineStage::EngineStage;

    // None where the request cannot be made.
    ui::CompareWindow *openOn(const QString &url, const QString &method = QStringLiteral("GET"))
    {
        collection::RequestDocument document;
        document.url = url;
        document.method = method;
        window.tabs()->openEmpty()->request()->setDocument(document);
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        const auto windows = window.findChildren<ui::CompareWindow *>();
        if (windows.isEmpty())
            return nullptr;
        // Keys go to the window that is active.
        windows.back()->activateWindow();
        const bool active = QTest::qWaitForWindowActive(windows.back());
        return active ? windows.back() : nullptr;
    }
    void closeComparisons()
    {
        qDeleteAll(window.findChildren<ui::CompareWindow *>());
        QCoreApplication::processEvents();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
};

inline const ui::LookRow *rowOf(const std::vector<ui::LookRow> &rows, const QString &what)
{
    const auto found = std::ranges::find(rows, what, &ui::LookRow::what);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace sonde::test
