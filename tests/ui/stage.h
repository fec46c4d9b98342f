// A window over folders of its own, with a back end that answers when told to.
#pragma once

#include "fake_backend.h"
#include "ui/request/request_pane.h"
#include "ui/request/url_edit.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/main_window.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace sonde::test
{

struct FolderStage {
    QTemporaryDir folder;
    FakeBackend backend;
    std::unique_ptr<ui::MainWindow> window;

    FolderStage()
    {
        backend.becomeReady();
        // An empty sample: the one that comes with the program is not what is tested here.
        QDir().mkpath(ui::Places::under(folder.path()).sampleFolder);
    }

    void open(QSize size = {1300, 800})
    {
        window = std::make_unique<ui::MainWindow>(&backend, ui::Places::under(folder.path()));
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        ++m_opened;
        QTRY_COMPARE(backend.starts, m_opened);
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QDir().mkpath(QFileInfo(file).path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QString path(const QString &name = {}) const
    {
        const QString top = ui::Places::under(folder.path()).sampleFolder;
        return name.isEmpty() ? top : top + u'/' + name;
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] ui::DocumentPage *page() const { return window->tabs()->current(); }
    [[nodiscard]] ui::UrlEdit *url() const { return page()->request()->findChild<ui::UrlEdit *>(); }

private:
    int m_opened = 0;
};

} // namespace sonde::test
