// Which other programs can read the request as it stands: a chip for each, live, with the reason
// for every no behind it. GUI thread; the rules are run on a worker.
#pragma once

#include "collection/portability.h"
#include "collection/request_text.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace sonde::ui
{

class PortabilityStrip : public QWidget
{
    Q_OBJECT
public:
    explicit PortabilityStrip(QWidget *parent = nullptr);

    // Looked at when the person pauses. Empty: what is stored, changed by the document; and where
    // nothing is stored, the document alone.
    void setText(const collection::RequestText &text, const collection::RequestText &stored,
                 const collection::RequestDocument &document,
                 const collection::Surroundings &around);

Q_SIGNALS:
    void lineChosen(size_t line); // of the text, 0-based

private:
    void look();
    void take(std::vector<collection::PortabilityFinding> findings);
    void fillMenu(size_t chip);
    void recolor();

    struct Chip {
        collection::Reader reader;
        QToolButton *button = nullptr;
    };
    std::vector<Chip> m_chips;
    QTimer m_pause;
    collection::RequestText m_text;
    collection::RequestText m_stored;
    collection::RequestDocument m_document;
    collection::Surroundings m_around;
    std::vector<collection::PortabilityFinding> m_findings; // lines are of the text
    quint64 m_asked = 0; // only the answer to the last question counts
};

} // namespace sonde::ui
