// JSON on one line: blanks outside strings left out, everything else as it is, octet by octet. Pure
// state, any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace sonde::body
{

class JsonCompact
{
public:
    void feed(QByteArrayView octets, QByteArray &into);

private:
    bool m_inString = false;
    bool m_escaped = false;
};

} // namespace sonde::body
