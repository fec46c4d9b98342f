#include "collection/portability_rules.h"

#include <algorithm>

namespace sonde::collection
{
namespace
{

using enum Reader;
using enum PortabilityFinding::Effect;

constexpr ReaderNote addedAtSending[] = {
    {JetBrains, Differs, "JetBrains does not add what its folder says when the request is sent."},
    {RestClient, Differs,
     "REST Client does not add what its folder says when the request is sent."},
    {HttpYac, Differs, "httpYac does not add what its folder says when the request is sent."},
    {VisualStudio, Differs,
     "Visual Studio does not add what its folder says when the request is sent."},
    {Kulala, Differs, "Kulala does not add what its folder says when the request is sent."},
};
constexpr ReaderNote innerSeparator[] = {
    {Kulala, Fails, "Kulala ends the request at this ###, which stands inside a line."},
};
constexpr ReaderNote indentedSeparator[] = {
    {HttpYac, Fails, "httpYac starts a new request at this indented ###."},
    {Kulala, Fails, "Kulala starts a new request at this indented ###."},
};
constexpr ReaderNote nameCharacters[] = {
    {RestClient, Fails,
     "REST Client takes letters, digits and _ alone in a name, so responses cannot be referred "
     "to."},
    {VisualStudio, Fails, "Visual Studio takes letters, digits and _ alone in a name."},
};
constexpr ReaderNote nameEquals[] = {
    {RestClient, Fails, "REST Client does not read “@name = …”; write “# @name id”."},
    {HttpYac, Fails, "httpYac names the request “= …”; write “# @name id”."},
    {VisualStudio, Fails, "Visual Studio does not read “@name = …”; write “# @name id”."},
    {Kulala, Differs, "Kulala does not read “@name = …”; write “# @name id”."},
};
constexpr ReaderNote methodOmitted[] = {
    {VisualStudio, Differs,
     "Visual Studio may not read a request line without a method; write GET."},
    {Kulala, Differs, "Kulala may not read a request line without a method; write GET."},
};
constexpr ReaderNote customMethod[] = {
    {JetBrains, Differs, "JetBrains sends this method only after a setting allows it."},
    {RestClient, Fails, "REST Client does not know this method."},
    {HttpYac, Fails, "httpYac does not know this method."},
    {Kulala, Fails, "Kulala does not know this method."},
};
constexpr ReaderNote queryLines[] = {
    {VisualStudio, Fails, "Visual Studio reads the URL from one line alone."},
};
constexpr ReaderNote pathLines[] = {
    {RestClient, Fails, "REST Client continues a URL only with lines that begin with ? or &."},
    {VisualStudio, Fails, "Visual Studio reads the URL from one line alone."},
};
constexpr ReaderNote disabledQuery[] = {
    {VisualStudio, Differs, "Visual Studio may not read a comment between the lines of a URL."},
};
constexpr ReaderNote tightComment[] = {
    {HttpYac, Fails, "httpYac sends this line as a field named “#…”; put a space behind #."},
};
constexpr ReaderNote tightHeader[] = {
    {Kulala, Fails, "Kulala does not read a field without “: ”."},
};
constexpr ReaderNote notUnderstood[] = {
    {JetBrains, Fails, "No program reads this line as part of a request."},
    {RestClient, Fails, "REST Client does not read this line, or sends it."},
    {HttpYac, Fails, "httpYac does not read this line, or sends it as body."},
    {VisualStudio, Fails, "Visual Studio does not read this line."},
    {Kulala, Fails, "Kulala does not read this line."},
};
constexpr ReaderNote repeatedHeader[] = {
    {RestClient, Differs, "REST Client joins repeated fields into one."},
    {HttpYac, Differs, "httpYac joins repeated fields into one."},
    {Kulala, Differs, "Kulala may send the last of repeated fields alone."},
};
constexpr ReaderNote versionPin[] = {
    {RestClient, Differs, "REST Client ignores the HTTP version."},
};
constexpr ReaderNote http2[] = {
    {RestClient, Differs, "REST Client ignores the HTTP version."},
    {HttpYac, Differs, "httpYac speaks HTTP/2 over TLS alone."},
};
constexpr ReaderNote priorKnowledge[] = {
    {RestClient, Differs, "REST Client ignores the HTTP version."},
    {HttpYac, Fails, "httpYac cannot send HTTP/2 with prior knowledge."},
    {Kulala, Differs, "Kulala reads it as HTTP/2 over TLS."},
};
constexpr ReaderNote http3[] = {
    {JetBrains, Differs, "JetBrains does not say that it sends HTTP/3."},
    {RestClient, Differs, "REST Client ignores the HTTP version."},
    {HttpYac, Differs, "httpYac sends HTTP/2 instead, without a word."},
    {Kulala, Fails, "Kulala reads HTTP/1.0, 1.1 and 2 alone."},
};
constexpr ReaderNote http3Annotation[] = {
    {JetBrains, Differs, "The version stands in a comment; JetBrains chooses its own."},
    {RestClient, Differs, "The version stands in a comment; REST Client chooses its own."},
    {HttpYac, Differs, "The version stands in a comment; httpYac sends HTTP/1.1."},
    {VisualStudio, Differs, "The version stands in a comment; Visual Studio chooses its own."},
    {Kulala, Differs, "The version stands in a comment; Kulala chooses its own."},
};
constexpr ReaderNote bodyComment[] = {
    {JetBrains, Differs, "JetBrains takes this line of the body for a comment and leaves it out."},
    {RestClient, Differs, "REST Client deletes this line of the body."},
    {HttpYac, Differs, "httpYac deletes this line of the body."},
    {Kulala, Differs, "Kulala keeps this line in the body, unlike the others."},
};
constexpr ReaderNote bodyFile[] = {
    {VisualStudio, Fails, "Visual Studio sends no file as body."},
};
constexpr ReaderNote bodyFileVariables[] = {
    {JetBrains, Differs, "Whether JetBrains fills variables into this file is not documented."},
    {VisualStudio, Fails, "Visual Studio sends no file as body."},
    {Kulala, Differs, "Whether Kulala fills variables into this file is not documented."},
};
constexpr ReaderNote multipart[] = {
    {VisualStudio, Fails, "Visual Studio sends no multipart body with files."},
};
constexpr ReaderNote responseScript[] = {
    {RestClient, Fails, "REST Client sends the script as part of the body."},
    {VisualStudio, Fails, "Visual Studio runs no scripts."},
};
constexpr ReaderNote requestScript[] = {
    {RestClient, Fails, "REST Client takes the script for the request line."},
    {VisualStudio, Fails, "Visual Studio runs no scripts."},
};
constexpr ReaderNote responseFile[] = {
    {RestClient, Fails, "REST Client sends this line as part of the body."},
    {VisualStudio, Fails, "Visual Studio does not write responses to files."},
    {Kulala, Differs, "Kulala refuses where a file exists, JetBrains numbers it."},
};
constexpr ReaderNote responseReference[] = {
    {RestClient, Fails, "REST Client sends this line as part of the body."},
    {VisualStudio, Fails, "Visual Studio does not read this line."},
    {Kulala, Differs, "Older Kulala does not read this line."},
};
constexpr ReaderNote tagNoRedirect[] = {
    {VisualStudio, Differs, "Visual Studio ignores this tag and follows redirects."},
};
constexpr ReaderNote tagNoCookieJar[] = {
    {VisualStudio, Differs, "Visual Studio ignores this tag."},
};
constexpr ReaderNote tagNoLog[] = {
    {RestClient, Differs, "REST Client ignores this tag."},
    {VisualStudio, Differs, "Visual Studio ignores this tag."},
};
constexpr ReaderNote tagTimeout[] = {
    {RestClient, Differs, "REST Client ignores the time limit."},
    {HttpYac, Differs, "httpYac takes a bare number for milliseconds and reads no units."},
    {VisualStudio, Differs, "Visual Studio ignores the time limit."},
};
constexpr ReaderNote tagConnectionTimeout[] = {
    {RestClient, Differs, "REST Client ignores this tag."},
    {HttpYac, Differs, "httpYac ignores this tag."},
    {VisualStudio, Differs, "Visual Studio ignores this tag."},
};
constexpr ReaderNote tagNoAutoEncoding[] = {
    {RestClient, Differs, "REST Client ignores this tag."},
    {HttpYac, Differs, "httpYac ignores this tag."},
    {VisualStudio, Differs, "Visual Studio ignores this tag."},
};
constexpr ReaderNote tagNote[] = {
    {JetBrains, Differs, "JetBrains does not ask before sending."},
    {VisualStudio, Differs, "Visual Studio does not ask before sending."},
    {Kulala, Differs, "Kulala does not ask before sending."},
};
constexpr ReaderNote tagPrompt[] = {
    {JetBrains, Fails, "JetBrains asks for no values, so the variable is undefined."},
    {HttpYac, Fails, "httpYac does not read this tag, so the variable is undefined."},
    {VisualStudio, Fails, "Visual Studio asks for no values, so the variable is undefined."},
};
constexpr ReaderNote tagImport[] = {
    {JetBrains, Fails, "JetBrains does not read “# @import” and “# @ref”."},
    {RestClient, Fails, "REST Client does not read “# @import” and “# @ref”."},
    {VisualStudio, Fails, "Visual Studio does not read “# @import” and “# @ref”."},
    {Kulala, Fails, "Kulala does not read “# @import” and “# @ref”."},
};
constexpr ReaderNote lateVariable[] = {
    {RestClient, Differs, "REST Client reads a variable for the whole file, wherever it stands."},
    {Kulala, Differs, "Kulala reads a variable below ### for that request alone."},
};
constexpr ReaderNote lazyVariable[] = {
    {JetBrains, Fails, "JetBrains does not read “:=”."},
    {RestClient, Fails, "REST Client does not read “:=”."},
    {VisualStudio, Fails, "Visual Studio does not read “:=”."},
    {Kulala, Fails, "Kulala does not read “:=”."},
};
constexpr ReaderNote definedTwice[] = {
    {JetBrains, Differs,
     "The name is defined twice: JetBrains lets the environment win over the file."},
    {RestClient, Differs, "The name is defined twice: REST Client lets the file win."},
    {HttpYac, Differs,
     "The name is defined twice: httpYac lets the file win over the environment."},
    {VisualStudio, Differs,
     "The name is defined twice: Visual Studio lets the file win over the environment."},
    {Kulala, Differs, "The name is defined twice: Kulala lets the environment win over the file."},
};
constexpr ReaderNote environmentVariable[] = {
    {RestClient, Fails,
     "REST Client reads no http-client.env.json: the variable needs a value in its settings."},
};
constexpr ReaderNote directive[] = {
    {RestClient, Fails, "REST Client does not read import and run lines."},
    {HttpYac, Fails, "httpYac takes this line for a URL."},
    {VisualStudio, Fails, "Visual Studio does not read import and run lines."},
};
constexpr ReaderNote graphql[] = {
    {RestClient, Fails, "REST Client knows GraphQL by an X-REQUEST-TYPE field alone."},
    {VisualStudio, Fails, "Visual Studio sends no GraphQL."},
};
constexpr ReaderNote graphqlHeader[] = {
    {JetBrains, Fails, "JetBrains sends the X-REQUEST-TYPE field and the query as they are."},
    {HttpYac, Differs, "httpYac sends the X-REQUEST-TYPE field to the server."},
    {VisualStudio, Fails, "Visual Studio sends no GraphQL."},
    {Kulala, Fails, "Kulala sends the X-REQUEST-TYPE field and the query as they are."},
};
constexpr ReaderNote websocket[] = {
    {RestClient, Fails, "REST Client opens no WebSockets."},
    {VisualStudio, Fails, "Visual Studio opens no WebSockets."},
};
constexpr ReaderNote grpc[] = {
    {RestClient, Fails, "REST Client sends no gRPC."},
    {VisualStudio, Fails, "Visual Studio sends no gRPC."},
    {Kulala, Differs, "Kulala wants a space between host and service."},
};
constexpr ReaderNote bodyMethod[] = {
    {HttpYac, Fails,
     "httpYac starts another request at this line of the body; put the body into a file."},
};
constexpr ReaderNote bodyVariable[] = {
    {RestClient, Fails,
     "REST Client takes this line of the body for a variable; put the body into a file."},
    {HttpYac, Fails,
     "httpYac takes this line of the body for a variable; put the body into a file."},
};
constexpr ReaderNote bodyFrame[] = {
    {HttpYac, Fails, "httpYac splits the body at === and sends twice; put the body into a file."},
};
constexpr ReaderNote bodyAssertion[] = {
    {HttpYac, Fails,
     "httpYac takes this line of the body for an assertion; put the body into a file."},
};
constexpr ReaderNote assertionLine[] = {
    {JetBrains, Fails, "JetBrains does not read ?? lines."},
    {RestClient, Fails, "REST Client sends ?? lines as body."},
    {VisualStudio, Fails, "Visual Studio does not read ?? lines."},
    {Kulala, Fails, "Kulala does not read ?? lines."},
};
constexpr ReaderNote bodyScript[] = {
    {HttpYac, Fails, "httpYac takes {{ alone on a line for a script; put the body into a file."},
};
constexpr ReaderNote responsePath[] = {
    {JetBrains, Fails, "JetBrains cannot refer to another response without a script."},
    {HttpYac, Fails, "httpYac does not know “.response.body.$”; the request is not sent."},
    {Kulala, Fails, "Kulala reads this only with its compatibility comment."},
};
constexpr ReaderNote responseMember[] = {
    {JetBrains, Fails, "JetBrains cannot refer to another response without a script."},
    {RestClient, Fails, "REST Client wants “.response.body.$” for a value of another response."},
    {VisualStudio, Fails,
     "Visual Studio wants “.response.body.$” for a value of another response."},
    {Kulala, Fails, "Kulala does not read values of another response in this way."},
};
constexpr ReaderNote capture[] = {
    {JetBrains, Fails,
     "The capture is a comment to JetBrains, so the variable has no value there."},
    {RestClient, Fails,
     "The capture is a comment to REST Client, so the variable has no value there."},
    {HttpYac, Fails, "The capture is a comment to httpYac, so the variable has no value there."},
    {VisualStudio, Fails,
     "The capture is a comment to Visual Studio, so the variable has no value there."},
    {Kulala, Fails, "The capture is a comment to Kulala, so the variable has no value there."},
};
constexpr ReaderNote verifyAnnotation[] = {
    {JetBrains, Differs,
     "Not to verify the certificate stands in a comment, which JetBrains does not read."},
    {RestClient, Differs,
     "Not to verify the certificate stands in a comment, which REST Client does not read."},
    {HttpYac, Differs,
     "Not to verify the certificate stands in a comment, which httpYac does not read."},
    {VisualStudio, Differs,
     "Not to verify the certificate stands in a comment, which Visual Studio does not read."},
    {Kulala, Differs,
     "Not to verify the certificate stands in a comment, which Kulala does not read."},
};
constexpr ReaderNote dynamicGuid[] = {
    {JetBrains, Fails, "JetBrains writes {{$uuid}}."},
    {VisualStudio, Fails, "Visual Studio does not list {{$guid}}."},
    {Kulala, Fails, "Kulala writes {{$uuid}}."},
};
constexpr ReaderNote dynamicUuid[] = {
    {RestClient, Fails, "REST Client writes {{$guid}}."},
    {VisualStudio, Fails, "Visual Studio does not list {{$uuid}}."},
};
constexpr ReaderNote dynamicTimestamp[] = {
    {HttpYac, Differs, "httpYac gives milliseconds for a bare {{$timestamp}}, the others seconds."},
};
constexpr ReaderNote dynamicTimestampOffset[] = {
    {JetBrains, Fails, "JetBrains takes no offset for {{$timestamp}}."},
    {Kulala, Fails, "Kulala takes no offset for {{$timestamp}}."},
};
constexpr ReaderNote dynamicRandomInt[] = {
    {RestClient, Fails, "REST Client wants {{$randomInt FROM TO}}."},
    {Kulala, Differs, "Kulala draws from a wider range."},
};
constexpr ReaderNote dynamicRandomRange[] = {
    {JetBrains, Fails, "JetBrains takes no range for {{$randomInt}}."},
    {Kulala, Differs, "Whether Kulala takes a range is not documented."},
};
constexpr ReaderNote dynamicIso[] = {
    {RestClient, Fails, "REST Client does not know this value."},
    {VisualStudio, Fails, "Visual Studio does not know this value."},
    {Kulala, Differs, "Kulala knows a part of these values."},
};
constexpr ReaderNote dynamicDatetime[] = {
    {JetBrains, Fails, "JetBrains does not know {{$datetime}}."},
    {Kulala, Fails, "Kulala does not know {{$datetime}}."},
};
constexpr ReaderNote dynamicEnv[] = {
    {RestClient, Fails, "REST Client writes {{$processEnv NAME}}."},
    {HttpYac, Fails, "httpYac writes {{$processEnv NAME}}."},
    {VisualStudio, Fails, "Visual Studio writes {{$processEnv NAME}}."},
};
constexpr ReaderNote dynamicProcessEnv[] = {
    {JetBrains, Fails, "JetBrains writes {{$env.NAME}}."},
    {Kulala, Fails, "Kulala writes {{$env.NAME}}."},
};
constexpr ReaderNote dynamicDotenv[] = {
    {JetBrains, Fails, "JetBrains does not read .env files."},
    {Kulala, Fails, "Kulala does not know {{$dotenv}}."},
};
constexpr ReaderNote dynamicUnknown[] = {
    {JetBrains, Fails, "JetBrains does not know this dynamic value."},
    {RestClient, Fails, "REST Client does not know this dynamic value."},
    {HttpYac, Fails, "httpYac does not know this dynamic value."},
    {VisualStudio, Fails, "Visual Studio does not know this dynamic value."},
    {Kulala, Fails, "Kulala does not know this dynamic value."},
};

constexpr PortabilityRule rules[] = {
    {"added-at-sending", addedAtSending},
    {"assertion-line", assertionLine},
    {"body-assertion", bodyAssertion},
    {"body-comment", bodyComment},
    {"body-file", bodyFile},
    {"body-file-variables", bodyFileVariables},
    {"body-frame", bodyFrame},
    {"body-method", bodyMethod},
    {"body-script", bodyScript},
    {"body-variable", bodyVariable},
    {"capture", capture},
    {"custom-method", customMethod},
    {"defined-twice", definedTwice},
    {"directive", directive},
    {"disabled-query", disabledQuery},
    {"dynamic-datetime", dynamicDatetime},
    {"dynamic-dotenv", dynamicDotenv},
    {"dynamic-env", dynamicEnv},
    {"dynamic-guid", dynamicGuid},
    {"dynamic-iso", dynamicIso},
    {"dynamic-process-env", dynamicProcessEnv},
    {"dynamic-random-int", dynamicRandomInt},
    {"dynamic-random-range", dynamicRandomRange},
    {"dynamic-timestamp", dynamicTimestamp},
    {"dynamic-timestamp-offset", dynamicTimestampOffset},
    {"dynamic-unknown", dynamicUnknown},
    {"dynamic-uuid", dynamicUuid},
    {"environment-variable", environmentVariable},
    {"graphql", graphql},
    {"graphql-header", graphqlHeader},
    {"grpc", grpc},
    {"http2", http2},
    {"http3", http3},
    {"http3-annotation", http3Annotation},
    {"indented-separator", indentedSeparator},
    {"inner-separator", innerSeparator},
    {"late-variable", lateVariable},
    {"lazy-variable", lazyVariable},
    {"method-omitted", methodOmitted},
    {"multipart", multipart},
    {"name-characters", nameCharacters},
    {"name-equals", nameEquals},
    {"not-understood", notUnderstood},
    {"path-lines", pathLines},
    {"prior-knowledge", priorKnowledge},
    {"query-lines", queryLines},
    {"repeated-header", repeatedHeader},
    {"request-script", requestScript},
    {"response-file", responseFile},
    {"response-member", responseMember},
    {"response-path", responsePath},
    {"response-reference", responseReference},
    {"response-script", responseScript},
    {"tag-connection-timeout", tagConnectionTimeout},
    {"tag-import", tagImport},
    {"tag-no-auto-encoding", tagNoAutoEncoding},
    {"tag-no-cookie-jar", tagNoCookieJar},
    {"tag-no-log", tagNoLog},
    {"tag-no-redirect", tagNoRedirect},
    {"tag-note", tagNote},
    {"tag-prompt", tagPrompt},
    {"tag-timeout", tagTimeout},
    {"tight-comment", tightComment},
    {"tight-header", tightHeader},
    {"verify-annotation", verifyAnnotation},
    {"version-pin", versionPin},
    {"websocket", websocket},
};

} // namespace

const PortabilityRule *portabilityRule(QByteArrayView name)
{
    const auto found = std::ranges::find(rules, name, &PortabilityRule::name);
    return found == std::end(rules) ? nullptr : found;
}

} // namespace sonde::collection
