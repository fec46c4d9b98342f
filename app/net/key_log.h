// The secrets of TLS sessions for Wireshark, in the file that SSLKEYLOGFILE names, if it names one.
#pragma once

#include <QByteArrayView>

namespace sonde::net
{

// Appends one line. Any thread. A file that cannot be written is given up without a word: a key log
// is never a reason for a request to fail.
void keyLogLine(QByteArrayView line);

} // namespace sonde::net
