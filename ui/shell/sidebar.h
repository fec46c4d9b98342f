// The frame round the collections: a ground of its own, because it may lie over the documents. GUI
// thread.
#pragma once

#include <QWidget>

namespace sonde::ui
{

class CollectionPanel;

class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);
    [[nodiscard]] CollectionPanel *collections() const { return m_collections; }

Q_SIGNALS:
    void dismissed(); // Esc

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    CollectionPanel *m_collections;
};

} // namespace sonde::ui
