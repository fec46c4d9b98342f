#include "interop/curl_output.h"

namespace sonde::interop
{

bool applyOutput(OutputPlan &output, const CurlArgument &argument)
{
    const bool on = argument.on;
    switch (argument.option->meaning) {
    case Meaning::Output:
        output.file = argument.value;
        return true;
    case Meaning::RemoteName:
        output.remoteName = on;
        return true;
    case Meaning::CreateDirs:
        output.createFolders = on;
        return true;
    case Meaning::Include:
        output.heads = on;
        return true;
    case Meaning::Verbose:
        output.verbose = on;
        return true;
    case Meaning::ShowSecrets:
        output.showSecrets = on;
        return true;
    case Meaning::Silent:
        output.silent = on;
        return true;
    case Meaning::ShowError:
        output.showError = on;
        return true;
    case Meaning::WriteOut:
        output.writeOut = argument.value;
        return true;
    case Meaning::JsonReport:
        output.jsonReport = on;
        return true;
    case Meaning::Timings:
        output.timings = on;
        return true;
    case Meaning::TraceFrames:
        output.traceFrames = on;
        return true;
    case Meaning::Har:
        output.har = argument.value;
        return true;
    case Meaning::Pcapng:
        output.pcapng = argument.value;
        return true;
    case Meaning::Bundle:
        output.bundle = argument.value;
        return true;
    case Meaning::History:
        output.history = on;
        return true;
    case Meaning::Filter:
        output.filter = argument.value;
        return true;
    case Meaning::Jq:
        output.jq = argument.value;
        return true;
    case Meaning::Pretty:
        output.pretty = on;
        return true;
    case Meaning::Events:
        output.events = on;
        return true;
    case Meaning::Fail:
        output.fail = on ? OutputPlan::Fail::WithoutBody : OutputPlan::Fail::Never;
        return true;
    case Meaning::FailWithBody:
        output.fail = on ? OutputPlan::Fail::WithBody : OutputPlan::Fail::Never;
        return true;
    default:
        return false;
    }
}

} // namespace sonde::interop
