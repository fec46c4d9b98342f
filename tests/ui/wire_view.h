// What the panes of a connection look at, once its octets have been read.
#pragma once

#include "ui/protocol/wire_feed.h"
#include "wire_script.h"

#include <QTest>

namespace sonde::test
{

inline ui::WireView viewOf(const WireScript &script)
{
    ui::WireFeed feed;
    feed.follow(script.connection());
    if (!QTest::qWaitFor([&] { return feed.view().size() > 0; }, 20'000))
        qFatal("nothing was read");
    return feed.view();
}

} // namespace sonde::test
