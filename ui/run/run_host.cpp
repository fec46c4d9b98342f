#include "ui/run/run_host.h"

namespace sonde::ui
{

using lab::CollectionRun;

RunHost::RunHost(client::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_there(new QObject)
{
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

RunHost::~RunHost()
{
    end();
    m_thread.quit();
    m_thread.wait();
    delete m_there;
}

void RunHost::end()
{
    ++m_number;
    QMetaObject::invokeMethod(m_there, [this] {
        delete m_run;
        m_run = nullptr;
    });
}

void RunHost::start(const lab::RunPlan &plan, const lab::RunOptions &options)
{
    end();
    const auto post = [this, number = m_number](auto tell) {
        QMetaObject::invokeMethod(this, [this, number, tell = std::move(tell)] {
            if (number == m_number)
                tell();
        });
    };
    QMetaObject::invokeMethod(m_there, [this, plan, options, post] {
        m_run = new CollectionRun(m_engine, plan, options);
        connect(m_run, &CollectionRun::requestStarted, m_there, [this, post](size_t index) {
            post([this, index] { Q_EMIT requestStarted(index); });
        });
        connect(m_run, &CollectionRun::requestFinished, m_there, [this, post](size_t index) {
            post([this, index, result = m_run->results()[index]] {
                Q_EMIT requestFinished(index, result);
            });
        });
        connect(m_run, &CollectionRun::finished, m_there,
                [this, post] { post([this] { Q_EMIT finished(); }); });
        m_run->start();
    });
}

void RunHost::stop()
{
    QMetaObject::invokeMethod(m_there, [this] {
        if (m_run)
            m_run->stop();
    });
}

} // namespace sonde::ui
