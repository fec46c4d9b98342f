// The request pane in a window of its own, and what a person does to its tables.
#pragma once

#include "ui/request/request_pane.h"
#include "ui/request/row_editor.h"
#include "ui/request/row_table.h"
#include "ui/request/url_edit.h"
#include "ui/widgets/flat_tab_bar.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace sonde::test
{

struct RequestStage {
    ui::RequestPane pane;
    ui::UrlEdit *url = pane.findChild<ui::UrlEdit *>();

    RequestStage()
    {
        pane.resize(900, 420);
        pane.show();
        if (!QTest::qWaitForWindowActive(&pane))
            qFatal("the pane does not become active");
    }
    [[nodiscard]] ui::RowEditor *rows(ui::RequestPane::Section section)
    {
        pane.showSection(section);
        for (ui::RowEditor *editor : pane.findChildren<ui::RowEditor *>()) {
            if (editor->isVisible())
                return editor;
        }
        qFatal("there is no table in this section");
    }
    // Types into the cell as a person does who clicked it.
    void typeInto(ui::RowTable *table, int row, int column, const QString &text)
    {
        const QModelIndex index = table->model()->index(row, column);
        table->setCurrentIndex(index);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the delegate commits from the loop
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] QString badge(ui::RequestPane::Section section)
    {
        return pane.findChild<ui::FlatTabBar *>()->badge(int(section));
    }
};

} // namespace sonde::test
