// The open tabs with their drafts, kept so that a person loses nothing: written half a second after
// the last change by a worker, and once more when the window closes. Bodies of responses are never
// in it.
#pragma once

#include "collection/request_document.h"

#include <QObject>
#include <QTimer>

namespace sonde::ui
{

struct TabState {
    collection::RequestDocument document;
    QString file;                      // the .http file it comes from; empty: none
    int index = -1;                    // which request of that file
    collection::RequestDocument saved; // as it is in the file; an empty document if there is none
    int section = 0;
    QString description; // the comment above it in the file
    bool operator==(const TabState &) const = default;
};

struct Session {
    std::vector<TabState> tabs;
    int current = 0;
    bool operator==(const Session &) const = default;
};

[[nodiscard]] QByteArray sessionToJson(const Session &session);
[[nodiscard]] Session sessionFromJson(const QByteArray &octets);

class SessionStore : public QObject
{
    Q_OBJECT
public:
    // `current` is asked for what is to be written.
    SessionStore(QString file, std::function<Session()> current, QObject *parent = nullptr);
    ~SessionStore() override;

    [[nodiscard]] Session load() const;
    void changed() { m_timer.start(); }
    void writeNow();

private:
    void writeLater();

    QString m_file;
    std::function<Session()> m_current;
    QTimer m_timer;
    struct Writer;
    std::shared_ptr<Writer> m_writer; // shared with the worker, which may outlive us by one write
};

} // namespace sonde::ui
