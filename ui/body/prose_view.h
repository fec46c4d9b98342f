// A text that comes piece by piece, as it is read: in lines as wide as the view, whose end stays in
// sight until one scrolls away. For as much as a person reads; a BodyView takes any amount. GUI
// thread.
#pragma once

#include "ui/widgets/body_view/text_decoder.h"

#include <QPlainTextEdit>

namespace sonde::ui
{

class ProseView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ProseView(QWidget *parent = nullptr);

    // UTF-8; what would reorder or hide characters is shown as its marks.
    void add(QByteArrayView text);

private:
    TextDecoder m_decoder;
    bool m_follows = true; // the end is kept in sight
};

} // namespace sonde::ui
