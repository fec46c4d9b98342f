// The yardstick for start-up: a window with nothing in it, that says when it first painted. With
// the argument "text" it holds one word: what any program pays that shows letters.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QPaintEvent>

#include <chrono>
#include <cstdio>

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (std::exchange(m_painted, true))
            return;
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::fprintf(stderr, "%lld\n",
                     static_cast<long long>(
                         std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    }

private:
    bool m_painted = false;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Window window;
    window.resize(1280, 800);
    if (application.arguments().contains(QLatin1String("text")))
        window.setCentralWidget(new QLabel(QStringLiteral("Sonde")));
    window.show();
    return application.exec();
}
