#include "collection/portability_rules.h"

#include <algorithm>

namespace sonde::collection
{
namespace
{

using enum Reader;
using enum PortabilityFinding::Effect;

// Sentences are found where this is called on them, by translations/extract.cmake.
consteval const char *because(const char *english)
{
    return english;
}

constexpr ReaderNote addedAtSending[] = {
    {JetBrains, Differs, because("%1 does not add what its folder says when the request is sent.")},
    {RestClient, Differs,
     because("%1 does not add what its folder says when the request is sent.")},
    {HttpYac, Differs, because("%1 does not add what its folder says when the request is sent.")},
    {VisualStudio, Differs,
     because("%1 does not add what its folder says when the request is sent.")},
    {Kulala, Differs, because("%1 does not add what its folder says when the request is sent.")},
};
constexpr ReaderNote innerSeparator[] = {
    {Kulala, Fails, because("%1 ends the request at this ###, which stands inside a line.")},
};
constexpr ReaderNote indentedSeparator[] = {
    {HttpYac, Fails, because("%1 starts a new request at this indented ###.")},
    {Kulala, Fails, because("%1 starts a new request at this indented ###.")},
};
constexpr ReaderNote nameCharacters[] = {
    {RestClient, Fails,
     because(
         "%1 takes letters, digits and _ alone in a name, so responses cannot be referred to.")},
    {VisualStudio, Fails, because("%1 takes letters, digits and _ alone in a name.")},
};
constexpr ReaderNote nameEquals[] = {
    {RestClient, Fails, because("%1 does not read “@name = …”; write “# @name id”.")},
    {HttpYac, Fails, because("%1 names the request “= …”; write “# @name id”.")},
    {VisualStudio, Fails, because("%1 does not read “@name = …”; write “# @name id”.")},
    {Kulala, Differs, because("%1 does not read “@name = …”; write “# @name id”.")},
};
constexpr ReaderNote methodOmitted[] = {
    {VisualStudio, Differs, because("%1 may not read a request line without a method; write GET.")},
    {Kulala, Differs, because("%1 may not read a request line without a method; write GET.")},
};
constexpr ReaderNote customMethod[] = {
    {JetBrains, Differs, because("%1 sends this method only after a setting allows it.")},
    {RestClient, Fails, because("%1 does not know this method.")},
    {HttpYac, Fails, because("%1 does not know this method.")},
    {Kulala, Fails, because("%1 does not know this method.")},
};
constexpr ReaderNote queryLines[] = {
    {VisualStudio, Fails, because("%1 reads the URL from one line alone.")},
};
constexpr ReaderNote pathLines[] = {
    {RestClient, Fails, because("%1 continues a URL only with lines that begin with ? or &.")},
    {VisualStudio, Fails, because("%1 reads the URL from one line alone.")},
};
constexpr ReaderNote disabledQuery[] = {
    {VisualStudio, Differs, because("%1 may not read a comment between the lines of a URL.")},
};
constexpr ReaderNote tightComment[] = {
    {HttpYac, Fails, because("%1 sends this line as a field named “#…”; put a space behind #.")},
};
constexpr ReaderNote tightHeader[] = {
    {Kulala, Fails, because("%1 does not read a field without “: ”.")},
};
constexpr ReaderNote notUnderstood[] = {
    {JetBrains, Fails, because("%1 does not read this line.")},
    {RestClient, Fails, because("%1 does not read this line, or sends it.")},
    {HttpYac, Fails, because("%1 does not read this line, or sends it as body.")},
    {VisualStudio, Fails, because("%1 does not read this line.")},
    {Kulala, Fails, because("%1 does not read this line.")},
};
constexpr ReaderNote repeatedHeader[] = {
    {RestClient, Differs, because("%1 joins repeated fields into one.")},
    {HttpYac, Differs, because("%1 joins repeated fields into one.")},
    {Kulala, Differs, because("%1 may send the last of repeated fields alone.")},
};
constexpr ReaderNote versionPin[] = {
    {RestClient, Differs, because("%1 ignores the HTTP version.")},
};
constexpr ReaderNote http2[] = {
    {RestClient, Differs, because("%1 ignores the HTTP version.")},
    {HttpYac, Differs, because("%1 speaks HTTP/2 over TLS alone.")},
};
constexpr ReaderNote priorKnowledge[] = {
    {RestClient, Differs, because("%1 ignores the HTTP version.")},
    {HttpYac, Fails, because("%1 cannot send HTTP/2 with prior knowledge.")},
    {Kulala, Differs, because("%1 reads it as HTTP/2 over TLS.")},
};
constexpr ReaderNote http3[] = {
    {JetBrains, Differs, because("%1 does not say that it sends HTTP/3.")},
    {RestClient, Differs, because("%1 ignores the HTTP version.")},
    {HttpYac, Differs, because("%1 sends HTTP/2 instead, without a word.")},
    {Kulala, Fails, because("%1 reads HTTP/1.0, 1.1 and 2 alone.")},
};
constexpr ReaderNote http3Annotation[] = {
    {JetBrains, Differs, because("The version stands in a comment; %1 chooses its own.")},
    {RestClient, Differs, because("The version stands in a comment; %1 chooses its own.")},
    {HttpYac, Differs, because("The version stands in a comment; %1 sends HTTP/1.1.")},
    {VisualStudio, Differs, because("The version stands in a comment; %1 chooses its own.")},
    {Kulala, Differs, because("The version stands in a comment; %1 chooses its own.")},
};
constexpr ReaderNote bodyComment[] = {
    {JetBrains, Differs,
     because("%1 takes this line of the body for a comment and leaves it out.")},
    {RestClient, Differs, because("%1 deletes this line of the body.")},
    {HttpYac, Differs, because("%1 deletes this line of the body.")},
    {Kulala, Differs, because("%1 keeps this line in the body, unlike the others.")},
};
constexpr ReaderNote bodyFile[] = {
    {VisualStudio, Fails, because("%1 sends no file as body.")},
};
constexpr ReaderNote bodyFileVariables[] = {
    {JetBrains, Differs, because("Whether %1 fills variables into this file is not documented.")},
    {VisualStudio, Fails, because("%1 sends no file as body.")},
    {Kulala, Differs, because("Whether %1 fills variables into this file is not documented.")},
};
constexpr ReaderNote multipart[] = {
    {VisualStudio, Fails, because("%1 sends no multipart body with files.")},
};
constexpr ReaderNote responseScript[] = {
    {RestClient, Fails, because("%1 sends the script as part of the body.")},
    {VisualStudio, Fails, because("%1 runs no scripts.")},
};
constexpr ReaderNote requestScript[] = {
    {RestClient, Fails, because("%1 takes the script for the request line.")},
    {VisualStudio, Fails, because("%1 runs no scripts.")},
};
constexpr ReaderNote responseFile[] = {
    {RestClient, Fails, because("%1 sends this line as part of the body.")},
    {VisualStudio, Fails, because("%1 does not write responses to files.")},
    {Kulala, Differs, because("%1 refuses where a file exists, JetBrains numbers it.")},
};
constexpr ReaderNote responseReference[] = {
    {RestClient, Fails, because("%1 sends this line as part of the body.")},
    {VisualStudio, Fails, because("%1 does not read this line.")},
    {Kulala, Differs, because("Older %1 does not read this line.")},
};
constexpr ReaderNote tagNoRedirect[] = {
    {VisualStudio, Differs, because("%1 ignores this tag and follows redirects.")},
};
constexpr ReaderNote tagNoCookieJar[] = {
    {VisualStudio, Differs, because("%1 ignores this tag.")},
};
constexpr ReaderNote tagNoLog[] = {
    {RestClient, Differs, because("%1 ignores this tag.")},
    {VisualStudio, Differs, because("%1 ignores this tag.")},
};
constexpr ReaderNote tagTimeout[] = {
    {RestClient, Differs, because("%1 ignores the time limit.")},
    {HttpYac, Differs, because("%1 takes a bare number for milliseconds and reads no units.")},
    {VisualStudio, Differs, because("%1 ignores the time limit.")},
};
constexpr ReaderNote tagConnectionTimeout[] = {
    {RestClient, Differs, because("%1 ignores this tag.")},
    {HttpYac, Differs, because("%1 ignores this tag.")},
    {VisualStudio, Differs, because("%1 ignores this tag.")},
};
constexpr ReaderNote tagNoAutoEncoding[] = {
    {RestClient, Differs, because("%1 ignores this tag.")},
    {HttpYac, Differs, because("%1 ignores this tag.")},
    {VisualStudio, Differs, because("%1 ignores this tag.")},
};
constexpr ReaderNote tagNote[] = {
    {JetBrains, Differs, because("%1 does not ask before sending.")},
    {VisualStudio, Differs, because("%1 does not ask before sending.")},
    {Kulala, Differs, because("%1 does not ask before sending.")},
};
constexpr ReaderNote tagPrompt[] = {
    {JetBrains, Fails, because("%1 asks for no values, so the variable is undefined.")},
    {HttpYac, Fails, because("%1 does not read this tag, so the variable is undefined.")},
    {VisualStudio, Fails, because("%1 asks for no values, so the variable is undefined.")},
};
constexpr ReaderNote tagImport[] = {
    {JetBrains, Fails, because("%1 does not read “# @import” and “# @ref”.")},
    {RestClient, Fails, because("%1 does not read “# @import” and “# @ref”.")},
    {VisualStudio, Fails, because("%1 does not read “# @import” and “# @ref”.")},
    {Kulala, Fails, because("%1 does not read “# @import” and “# @ref”.")},
};
constexpr ReaderNote lateVariable[] = {
    {RestClient, Differs, because("%1 reads a variable for the whole file, wherever it stands.")},
    {Kulala, Differs, because("%1 reads a variable below ### for that request alone.")},
};
constexpr ReaderNote lazyVariable[] = {
    {JetBrains, Fails, because("%1 does not read “:=”.")},
    {RestClient, Fails, because("%1 does not read “:=”.")},
    {VisualStudio, Fails, because("%1 does not read “:=”.")},
    {Kulala, Fails, because("%1 does not read “:=”.")},
};
constexpr ReaderNote variableEmpty[] = {
    {HttpYac, Fails, because("%1 sends a variable without a name or a value as a request line.")},
};
constexpr ReaderNote variableName[] = {
    {HttpYac, Fails, because("%1 ends the name of a variable at a space or a colon.")},
};
constexpr ReaderNote variableQuote[] = {
    {HttpYac, Differs, because("%1 drops the quote that this value begins with.")},
};
constexpr ReaderNote definedTwice[] = {
    {JetBrains, Differs,
     because("The name is defined twice: %1 lets the environment win over the file.")},
    {RestClient, Differs, because("The name is defined twice: %1 lets the file win.")},
    {HttpYac, Differs,
     because("The name is defined twice: %1 lets the file win over the environment.")},
    {VisualStudio, Differs,
     because("The name is defined twice: %1 lets the file win over the environment.")},
    {Kulala, Differs,
     because("The name is defined twice: %1 lets the environment win over the file.")},
};
constexpr ReaderNote environmentVariable[] = {
    {RestClient, Fails,
     because("%1 reads no http-client.env.json: the variable needs a value in its settings.")},
};
constexpr ReaderNote keychainVariable[] = {
    {JetBrains, Fails,
     because("%1 has no value for {{%2}}: it is a secret that only Sonde can read.")},
    {RestClient, Fails,
     because("%1 has no value for {{%2}}: it is a secret that only Sonde can read.")},
    {HttpYac, Fails,
     because("%1 has no value for {{%2}}: it is a secret that only Sonde can read.")},
    {VisualStudio, Fails,
     because("%1 has no value for {{%2}}: it is a secret that only Sonde can read.")},
    {Kulala, Fails,
     because("%1 has no value for {{%2}}: it is a secret that only Sonde can read.")},
};
constexpr ReaderNote directive[] = {
    {RestClient, Fails, because("%1 does not read import and run lines.")},
    {HttpYac, Fails, because("%1 takes this line for a URL.")},
    {VisualStudio, Fails, because("%1 does not read import and run lines.")},
};
constexpr ReaderNote graphql[] = {
    {RestClient, Fails, because("%1 knows GraphQL by an X-REQUEST-TYPE field alone.")},
    {VisualStudio, Fails, because("%1 sends no GraphQL.")},
};
constexpr ReaderNote graphqlHeader[] = {
    {JetBrains, Fails, because("%1 sends the X-REQUEST-TYPE field and the query as they are.")},
    {HttpYac, Differs, because("%1 sends the X-REQUEST-TYPE field to the server.")},
    {VisualStudio, Fails, because("%1 sends no GraphQL.")},
    {Kulala, Fails, because("%1 sends the X-REQUEST-TYPE field and the query as they are.")},
};
constexpr ReaderNote websocket[] = {
    {RestClient, Fails, because("%1 opens no WebSockets.")},
    {VisualStudio, Fails, because("%1 opens no WebSockets.")},
};
constexpr ReaderNote grpc[] = {
    {RestClient, Fails, because("%1 sends no gRPC.")},
    {VisualStudio, Fails, because("%1 sends no gRPC.")},
    {Kulala, Differs, because("%1 wants a space between host and service.")},
};
constexpr ReaderNote bodyMethod[] = {
    {HttpYac, Fails,
     because("%1 starts another request at this line of the body; put the body into a file.")},
};
constexpr ReaderNote bodyVariable[] = {
    {RestClient, Fails,
     because("%1 takes this line of the body for a variable; put the body into a file.")},
    {HttpYac, Fails,
     because("%1 takes this line of the body for a variable; put the body into a file.")},
};
constexpr ReaderNote bodyFrame[] = {
    {HttpYac, Fails,
     because("%1 splits the body at === and sends twice; put the body into a file.")},
};
constexpr ReaderNote bodyAssertion[] = {
    {HttpYac, Fails,
     because("%1 takes this line of the body for an assertion; put the body into a file.")},
};
constexpr ReaderNote assertionLine[] = {
    {JetBrains, Fails, because("%1 does not read ?? lines.")},
    {RestClient, Fails, because("%1 sends ?? lines as body.")},
    {VisualStudio, Fails, because("%1 does not read ?? lines.")},
    {Kulala, Fails, because("%1 does not read ?? lines.")},
};
constexpr ReaderNote bodyScript[] = {
    {HttpYac, Fails,
     because("%1 takes {{ alone on a line for a script; put the body into a file.")},
};
constexpr ReaderNote responsePath[] = {
    {JetBrains, Fails, because("%1 cannot refer to another response without a script.")},
    {HttpYac, Fails, because("%1 does not know “.response.body.$”; the request is not sent.")},
    {Kulala, Fails, because("%1 reads this only with its compatibility comment.")},
};
constexpr ReaderNote responseMember[] = {
    {JetBrains, Fails, because("%1 cannot refer to another response without a script.")},
    {RestClient, Fails, because("%1 wants “.response.body.$” for a value of another response.")},
    {VisualStudio, Fails, because("%1 wants “.response.body.$” for a value of another response.")},
    {Kulala, Fails, because("%1 does not read values of another response in this way.")},
};
constexpr ReaderNote capture[] = {
    {JetBrains, Fails,
     because("The capture is a comment to %1, so the variable has no value there.")},
    {RestClient, Fails,
     because("The capture is a comment to %1, so the variable has no value there.")},
    {HttpYac, Fails,
     because("The capture is a comment to %1, so the variable has no value there.")},
    {VisualStudio, Fails,
     because("The capture is a comment to %1, so the variable has no value there.")},
    {Kulala, Fails, because("The capture is a comment to %1, so the variable has no value there.")},
};
constexpr ReaderNote capturedElsewhere[] = {
    {JetBrains, Fails, because("%1 has no value for {{%2}}: “%3” captures it in a comment.")},
    {RestClient, Fails, because("%1 has no value for {{%2}}: “%3” captures it in a comment.")},
    {HttpYac, Fails, because("%1 has no value for {{%2}}: “%3” captures it in a comment.")},
    {VisualStudio, Fails, because("%1 has no value for {{%2}}: “%3” captures it in a comment.")},
    {Kulala, Fails, because("%1 has no value for {{%2}}: “%3” captures it in a comment.")},
};
constexpr ReaderNote verifyAnnotation[] = {
    {JetBrains, Differs,
     because("Not to verify the certificate stands in a comment, which %1 does not read.")},
    {RestClient, Differs,
     because("Not to verify the certificate stands in a comment, which %1 does not read.")},
    {HttpYac, Differs,
     because("Not to verify the certificate stands in a comment, which %1 does not read.")},
    {VisualStudio, Differs,
     because("Not to verify the certificate stands in a comment, which %1 does not read.")},
    {Kulala, Differs,
     because("Not to verify the certificate stands in a comment, which %1 does not read.")},
};
constexpr ReaderNote dynamicGuid[] = {
    {JetBrains, Fails, because("%1 writes {{$uuid}}.")},
    {VisualStudio, Fails, because("%1 does not list {{$guid}}.")},
    {Kulala, Fails, because("%1 writes {{$uuid}}.")},
};
constexpr ReaderNote dynamicUuid[] = {
    {RestClient, Fails, because("%1 writes {{$guid}}.")},
    {VisualStudio, Fails, because("%1 does not list {{$uuid}}.")},
};
constexpr ReaderNote dynamicTimestamp[] = {
    {HttpYac, Differs,
     because("%1 gives milliseconds for a bare {{$timestamp}}, the others seconds.")},
};
constexpr ReaderNote dynamicTimestampOffset[] = {
    {JetBrains, Fails, because("%1 takes no offset for {{$timestamp}}.")},
    {Kulala, Fails, because("%1 takes no offset for {{$timestamp}}.")},
};
constexpr ReaderNote dynamicRandomInt[] = {
    {RestClient, Fails, because("%1 wants {{$randomInt FROM TO}}.")},
    {Kulala, Differs, because("%1 draws from a wider range.")},
};
constexpr ReaderNote dynamicRandomRange[] = {
    {JetBrains, Fails, because("%1 takes no range for {{$randomInt}}.")},
    {Kulala, Differs, because("Whether %1 takes a range is not documented.")},
};
constexpr ReaderNote dynamicIso[] = {
    {RestClient, Fails, because("%1 does not know this value.")},
    {VisualStudio, Fails, because("%1 does not know this value.")},
    {Kulala, Differs, because("%1 knows a part of these values.")},
};
constexpr ReaderNote dynamicDatetime[] = {
    {JetBrains, Fails, because("%1 does not know {{$datetime}}.")},
    {Kulala, Fails, because("%1 does not know {{$datetime}}.")},
};
constexpr ReaderNote dynamicEnv[] = {
    {RestClient, Fails, because("%1 writes {{$processEnv NAME}}.")},
    {HttpYac, Fails, because("%1 writes {{$processEnv NAME}}.")},
    {VisualStudio, Fails, because("%1 writes {{$processEnv NAME}}.")},
};
constexpr ReaderNote dynamicProcessEnv[] = {
    {JetBrains, Fails, because("%1 writes {{$env.NAME}}.")},
    {Kulala, Fails, because("%1 writes {{$env.NAME}}.")},
};
constexpr ReaderNote dynamicDotenv[] = {
    {JetBrains, Fails, because("%1 does not read .env files.")},
    {Kulala, Fails, because("%1 does not know {{$dotenv}}.")},
};
constexpr ReaderNote dynamicUnknown[] = {
    {JetBrains, Fails, because("%1 does not know this dynamic value.")},
    {RestClient, Fails, because("%1 does not know this dynamic value.")},
    {HttpYac, Fails, because("%1 does not know this dynamic value.")},
    {VisualStudio, Fails, because("%1 does not know this dynamic value.")},
    {Kulala, Fails, because("%1 does not know this dynamic value.")},
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
    {"captured-elsewhere", capturedElsewhere},
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
    {"keychain-variable", keychainVariable},
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
    {"variable-empty", variableEmpty},
    {"variable-name", variableName},
    {"variable-quote", variableQuote},
    {"verify-annotation", verifyAnnotation},
    {"version-pin", versionPin},
    {"websocket", websocket},
};

} // namespace

std::span<const PortabilityRule> portabilityRules()
{
    return rules;
}

const PortabilityRule *portabilityRule(QByteArrayView name)
{
    const auto found = std::ranges::find(rules, name, &PortabilityRule::name);
    return found == std::end(rules) ? nullptr : found;
}

} // namespace sonde::collection
