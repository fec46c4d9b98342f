// A splitter whose handle is one line in the colour of borders, wide enough to grab. GUI thread.
#pragma once

#include <QSplitter>

namespace sonde::ui
{

class ThinSplitter : public QSplitter
{
    Q_OBJECT
public:
    explicit ThinSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QSplitterHandle *createHandle() override;
};

} // namespace sonde::ui
