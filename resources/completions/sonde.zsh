#compdef sonde
# Completion of sonde for zsh. Made by sonde help --zsh; change the option table instead.
_sonde() {
    local -a verbs
    verbs=(
        'send:Send a request and print the response'
        'run:Send the requests of .http files in order and check the responses'
        'show:Print what an evidence bundle or a HAR holds\: headers, timing, frames'
        'open:Open an evidence bundle, a HAR or requests in the window'
        'history:List, search and open calls that were kept'
        'body:Search, query or cut out of a saved body of any size'
        'compare:Say which HTTP version is sooner, and how sure that is'
        'import:Turn a Postman collection, a HAR or curl commands into .http files'
        'export:Print requests as curl, code, HAR or a Postman collection'
        'lint:Say which other programs can read request files'
        'fmt:Write request files in one tidy form'
        'playground:Run the sample server on this computer until Ctrl-C'
        'help:Print help'
        'version:Print the version'
    )
    if (( CURRENT == 2 )); then
        _describe verb verbs
        return
    fi
    local verb=$words[2]
    shift words
    (( CURRENT-- ))
    case $verb in
    help) _values topic send run show open history body compare import export lint fmt ;;
    run) _arguments \
        '*--name[Send the requests of this name or title alone; may be given again]:name: ' \
        '*--env[Take variables from this environment of the http-client.env.json files]:name: ' \
        '*--var[Set a variable; it beats files, environments and captures]:name=value: ' \
        '*--env-file[Take variables from this file too\: JSON of the same form, or NAME=value lines]:file:_files' \
        '*--parallel[Send up to N requests at once, 1 to 64. One that captures, or whose response another refers to, is over before any later one starts]:n: ' \
        '*--bail[Stop after the first failure]' \
        '*--timeout[Give up a request that sets no limit of its own after this time]:seconds: ' \
        '*--insecure[Do not verify certificates]' \
        '*--cacert[Trust the certificates of this PEM file instead of the system'\''s]:file:_files' \
        '*--history[Keep every call of the run in the history, which sonde history and the window show and from\:run finds; credentials are overwritten in it. Without this option nothing that the terminal sends is kept]' \
        '*--quiet[Print failures and the summary alone]' \
        '*--json[Print the results as one JSON object]' \
        '*:file:_files' ;;
    show) _arguments \
        '*--headers[Print the heads and trailers of every hop, both ways]' \
        '*--connection[Print every connection\: proxy, TLS, certificate, TCP, settings, pings, and why it closed]' \
        '*--timing[Print every hop as a waterfall]' \
        '*--frames[Print every HTTP/2 frame]' \
        '*--records[Print every TLS record and the octets of HTTP that it carried]' \
        '*--windows[Print every step of every flow-control window, and every stall]' \
        '*--hpack[Print every compressed field with its form, index and octets]' \
        '*--body[Print the body of the last hop and nothing else]' \
        '*--json[Print one JSON object that tells everything, as sonde send --json does]' \
        '*--show-secrets[Show credentials and cookies, if the bundle holds them]' \
        '*:file:_files' ;;
    open) _arguments \
        '*:file:_files' ;;
    history) _arguments \
        '*--limit[List at most N calls, the newest first (50; 0\: all)]:n: ' \
        '*--json[Print one JSON array of the calls; with show, one object that tells everything of the call, as sonde send --json does]' \
        '*--headers[Print the heads and trailers of every hop, both ways]' \
        '*--connection[Print every connection\: proxy, TLS, certificate, TCP, settings, pings, and why it closed]' \
        '*--timing[Print every hop as a waterfall]' \
        '*--frames[Print every HTTP/2 frame]' \
        '*--records[Print every TLS record and the octets of HTTP that it carried]' \
        '*--windows[Print every step of every flow-control window, and every stall]' \
        '*--hpack[Print every compressed field with its form, index and octets]' \
        '*--body[Print the body of the last hop and nothing else]' \
        '*--show-secrets[Show credentials and cookies, if the bundle holds them]' \
        '*:file:_files' ;;
    body) _arguments \
        '*--search[Print each row that holds this text\: its line, the offset, the row]:text: ' \
        '*--regex[As --search, for a regular expression as Perl writes them]:re: ' \
        '*--ignore-case[With --search and --regex\: capitals and small letters are the same]' \
        '*--word[With --search and --regex\: whole words only]' \
        '*--rows[Print the lines A to B, counted from 1, as they are]:a-b: ' \
        '*--hex[Print the octets A to B, counted from 0, in hexadecimal and as text]:a-b: ' \
        '*--filter[Print each value that this JSONPath expression (RFC 9535) selects, one a line]:jsonpath: ' \
        '*--paths[With --filter\: print the path of each value in its place]' \
        '*--jq[As --filter, for an expression of jq, which has to be installed]:expr: ' \
        '*--pretty[Print JSON, XML, HTML, CSS or JavaScript laid out for reading; with --filter and --jq, the values]' \
        '*--events[Print server-sent events one by one]' \
        '*:file:_files' ;;
    compare) _arguments \
        '*--versions[The versions to compare, the first is the baseline\: 1.1,2 (https) or 1.1,h2c (http) unless given]:list: ' \
        '*--name[The request of the file that has this name or title]:name: ' \
        '*--env[Take variables from this environment of the http-client.env.json files]:name: ' \
        '*--var[Set a variable; it beats files and environments]:name=value: ' \
        '*--cold[Each trial opens its connections and knows no TLS ticket]' \
        '*--resumed[Each trial opens its connections with a TLS ticket of an earlier one]' \
        '*--warm[Each trial finds open connections; this is the default]' \
        '*--batch[Start K copies of the request at once and measure until the last has ended]:k: ' \
        '*--connections[Connections of an arm, as h1=6,h2=1; a version named twice becomes two arms. Unless given, a batch over HTTP/1.1 has 6 as in browsers, everything else 1]:list: ' \
        '*--blocks[Blocks to measure, 15 unless given; under 6 there is no verdict]:n: ' \
        '*--line[Put an emulated line in front of the server, as rtt=40ms,down=5mbit,up=1mbit\: a delay, connecting included, and one bucket each way that all connections share. It stands above TCP\: no slow start, no loss; window=iw10 adds a modelled slow start]:spec: ' \
        '*--seed[Repeat the order of trials of a run with this seed]:s: ' \
        '*--json[Print one object {plan, arms, differences, responses, verdict, warnings}]' \
        '*--markdown[Print the report as Markdown]' \
        '*--csv[Print every request of every trial as a line of comma-separated values]' \
        '*--save[Write plan, seed, environment and every trial into this file; credentials are masked]:file:_files' \
        '*--open[Read a run that was saved and report on it; nothing is sent]:file:_files' \
        '*--html[Write the report with its plots into this file]:file:_files' \
        '*--fail-if[End with 1 if a version is slower\:5% (shown to be so, and by that much), or if the answers are different; may be given again]:condition: ' \
        '*--yes[Repeat a request although its method is not idempotent, such as POST]' \
        '*:file:_files' ;;
    import) _arguments \
        '*--to[Write there\: a new or empty folder, or else a new folder inside it]:dir: ' \
        '*--dry-run[Say what would be written and what cannot be carried, and write nothing]' \
        '*--from[Take the source for postman, postman-environment, har or curl]:format: ' \
        '*:file:_files' ;;
    export) _arguments \
        '*--as[curl, httpie, python-requests, python-httpx, javascript-fetch, go, cpp-libcurl, cpp-qt, har or postman]:format: ' \
        '*--name[Export the requests of this name or title alone; may be given again]:name: ' \
        '*--env[Take variables from this environment of the http-client.env.json files]:name: ' \
        '*--var[Set a variable; it beats files and environments]:name=value: ' \
        '*--env-file[Take variables from this file too]:file:_files' \
        '*--show-secrets[Write credentials, tokens and cookies instead of ***]' \
        '*:file:_files' ;;
    lint) _arguments \
        '*--for[Look at these programs alone\: jetbrains, rest-client, httpyac, visual-studio, kulala, separated by commas]:programs: ' \
        '*--json[Print the findings as one JSON object]' \
        '*:file:_files' ;;
    fmt) _arguments \
        '*--check[Write nothing; name the files that are not tidy, and end with 1 if there are]' \
        '*:file:_files' ;;
    playground) _arguments '--demo[Send a few sample requests]' \
        '--http-port:port: ' '--https-port:port: ' ;;
    send) _arguments \
        '*-X[Use this method; it may also be written before the URL]:method: ' \
        '*--request[Use this method; it may also be written before the URL]:method: ' \
        '*-H[Add a field Name\: value; Name\: leaves one out, Name; sends it empty, @FILE reads them]:line: ' \
        '*--header[Add a field Name\: value; Name\: leaves one out, Name; sends it empty, @FILE reads them]:line: ' \
        '*-A[Send this User-Agent; empty leaves it out]:text: ' \
        '*--user-agent[Send this User-Agent; empty leaves it out]:text: ' \
        '*-e[Send this Referer]:url: ' \
        '*--referer[Send this Referer]:url: ' \
        '*-b[Send cookies a=1; b=2, or those of a cookie file]:data|file:_files' \
        '*--cookie[Send cookies a=1; b=2, or those of a cookie file]:data|file:_files' \
        '*-u[Send Basic credentials; without a colon the password is asked for]:name\:password: ' \
        '*--user[Send Basic credentials; without a colon the password is asked for]:name\:password: ' \
        '*--oauth2-bearer[Send Authorization\: Bearer TOKEN]:token: ' \
        '*--basic[Use Basic authentication, which is the default]' \
        '*-r[Ask for these octets only, as in 0-499]:range: ' \
        '*--range[Ask for these octets only, as in 0-499]:range: ' \
        '*-I[Send HEAD and print the response head]' \
        '*--head[Send HEAD and print the response head]' \
        '*--url[The URL, for when it begins with a dash]:url: ' \
        '*--url-query[Add to the query, encoded as --data-urlencode does; +TEXT adds it as it is]:data: ' \
        '*--request-target[Send this request target instead of the URL'\''s, as in OPTIONS *]:target: ' \
        '*--path-as-is[Accepted and without effect\: dot segments are always sent as they are written]' \
        '*-g[Accepted and without effect\: braces and brackets in a URL are never expanded]' \
        '*--globoff[Accepted and without effect\: braces and brackets in a URL are never expanded]' \
        '*-d[Send this content with POST; several are joined by &; @FILE without its line breaks, @- is standard input]:data|@file:_files' \
        '*--data[Send this content with POST; several are joined by &; @FILE without its line breaks, @- is standard input]:data|@file:_files' \
        '*--data-ascii[The same as --data]:data|@file:_files' \
        '*--data-raw[As --data, with no meaning in @]:data: ' \
        '*--data-binary[As --data, and a file is sent octet for octet, streamed]:data|@file:_files' \
        '*--data-urlencode[As --data, percent-encoded\: TEXT, =TEXT, NAME=TEXT, @FILE, NAME@FILE]:data: ' \
        '*--json-data[What curl calls --json\: send JSON and ask for JSON; also written --json=DATA]:data|@file:_files' \
        '*-F[Send multipart/form-data\: name=text, name=@FILE, name=<FILE, then ;type= and ;filename=]:name=content: ' \
        '*--form[Send multipart/form-data\: name=text, name=@FILE, name=<FILE, then ;type= and ;filename=]:name=content: ' \
        '*--form-string[As --form, with no meaning in @, < and ;]:name=text: ' \
        '*-T[Send the file with PUT, streamed; - is standard input, of unknown length]:file:_files' \
        '*--upload-file[Send the file with PUT, streamed; - is standard input, of unknown length]:file:_files' \
        '*-G[Put what --data gives into the query and send GET]' \
        '*--get[Put what --data gives into the query and send GET]' \
        '*-L[Follow redirects]' \
        '*--location[Follow redirects]' \
        '*--location-trusted[Follow redirects and send credentials to other hosts too]' \
        '*--max-redirs[Follow at most so many redirects; 20 unless told, -1 for 10,000]:number: ' \
        '*--compressed[Ask for gzip, deflate, br and zstd, and decode what comes]' \
        '*--raw[Do not decode the content coding, even with --compressed]' \
        '*--bomb-limit[Stop decoding content that inflates more than 1,000 times past this size; 0 goes on]:octets: ' \
        '*-0[Send HTTP/1.0]' \
        '*--http1.0[Send HTTP/1.0]' \
        '*--http1.1[Send HTTP/1.1 and offer nothing else]' \
        '*--http2[Send HTTP/2 over TLS or fail; without it https offers both]' \
        '*--http2-prior-knowledge[Send HTTP/2 without TLS and without asking]' \
        '*--http3[Reserved\: this version does not send HTTP/3 and says so]' \
        '*--resolve[Use these addresses for the host and port, without a look-up]:host\:port\:address\[,address\]: ' \
        '*-4[Use IPv4 addresses only]' \
        '*--ipv4[Use IPv4 addresses only]' \
        '*-6[Use IPv6 addresses only]' \
        '*--ipv6[Use IPv6 addresses only]' \
        '*-x[Send through this HTTP proxy; empty uses none]:\[http\://\]host\:port: ' \
        '*--proxy[Send through this HTTP proxy; empty uses none]:\[http\://\]host\:port: ' \
        '*-U[Basic credentials for the proxy]:name\:password: ' \
        '*--proxy-user[Basic credentials for the proxy]:name\:password: ' \
        '*-p[Tunnel through the proxy with CONNECT even for http]' \
        '*--proxytunnel[Tunnel through the proxy with CONNECT even for http]' \
        '*--noproxy[Hosts, separated by commas, that are reached without the proxy; * is all]:hosts: ' \
        '*--connect-timeout[Limit for look-up, connecting, proxy and TLS together; 30 unless told]:seconds: ' \
        '*-m[Limit for everything, redirects included]:seconds: ' \
        '*--max-time[Limit for everything, redirects included]:seconds: ' \
        '*--first-byte-timeout[Limit from the request sent to the first octet of the response]:seconds: ' \
        '*--idle-timeout[Limit between two arrivals]:seconds: ' \
        '*--expect100-timeout[How long Expect\: 100-continue is waited on; 1 unless told]:seconds: ' \
        '*--linger[Keep an HTTP/2 connection open so many milliseconds after the last stream]:ms: ' \
        '*-k[Go on when the certificate cannot be verified, and say so in red]' \
        '*--insecure[Go on when the certificate cannot be verified, and say so in red]' \
        '*--cacert[Trust the certificates of this PEM file instead of the system'\''s]:file:_files' \
        '*-E[Client certificate in PEM]:file\[\:password\]:_files' \
        '*--cert[Client certificate in PEM]:file\[\:password\]:_files' \
        '*--key[Private key of the client certificate, if it is not in its file]:file:_files' \
        '*--pass[Pass phrase of the private key]:phrase: ' \
        '*-o[Write the body to this file]:file:_files' \
        '*--output[Write the body to this file]:file:_files' \
        '*-O[Write the body to a file with the last name of the URL]' \
        '*--remote-name[Write the body to a file with the last name of the URL]' \
        '*--create-dirs[Make the folders that the output file needs]' \
        '*-i[Print response heads before the body\: each 1xx, each redirect, and trailers after it]' \
        '*--include[Print response heads before the body\: each 1xx, each redirect, and trailers after it]' \
        '*-v[Print the conversation on standard error\: * connection, > sent, < received, HTTP/2 frame by frame]' \
        '*--verbose[Print the conversation on standard error\: * connection, > sent, < received, HTTP/2 frame by frame]' \
        '*--show-secrets[Show credentials and cookies in what --verbose prints and in files for evidence]' \
        '*-s[No progress and no error message; the exit code tells]' \
        '*--silent[No progress and no error message; the exit code tells]' \
        '*-S[Show the error message even with --silent]' \
        '*--show-error[Show the error message even with --silent]' \
        '*-N[Accepted, and its usual form --no-buffer, without effect\: the body is never held back]' \
        '*--buffer[Accepted, and its usual form --no-buffer, without effect\: the body is never held back]' \
        '*-w[Print this after the transfer; %{name} stands for a value, @FILE reads the format]:format: ' \
        '*--write-out[Print this after the transfer; %{name} stands for a value, @FILE reads the format]:format: ' \
        '*-f[Print no body for a status of 400 and above, and exit with 22]' \
        '*--fail[Print no body for a status of 400 and above, and exit with 22]' \
        '*--fail-with-body[As --fail, and print the body]' \
        '*--json[Print one JSON object that tells everything, also for a failure (curl'\''s --json is --json-data here)]' \
        '*--timings[Print a waterfall of every hop on standard error]' \
        '*--trace-frames[Print every HTTP/2 frame on standard error; with --json the report lists them instead]' \
        '*--har[Write every hop with its timings to this file as an HTTP archive (HAR 1.2); credentials and cookies become *** unless --show-secrets is given]:file:_files' \
        '*--pcapng[Write what went over every connection to this file as packets for Wireshark, outside of TLS; credentials are overwritten unless --show-secrets is given, and then the keys of the TLS are in it, too]:file:_files' \
        '*--bundle[Write everything known to this evidence bundle (NAME.sonde), which sonde show reads; credentials are overwritten unless --show-secrets is given]:file:_files' \
        '*--history[Keep this call in the history, which sonde history and the window show; credentials are overwritten in it, with --show-secrets, too. Without this option nothing that the terminal sends is kept]' \
        '*--filter[Print, one a line, the values of the body that this JSONPath expression (RFC 9535) selects]:jsonpath: ' \
        '*--jq[As --filter, for an expression of jq, which has to be installed]:expr: ' \
        '*--pretty[Print a body of JSON, XML, HTML, CSS or JavaScript, or what --filter and --jq select, laid out for reading]' \
        '*--events[Print server-sent events and JSON lines one by one as they arrive\: time, gap, type, id, data]' \
        '*--reconnect[With --events\: when the stream ends or is cut, wait as long as the server asks and send the request again with Last-Event-ID, so many times]:times: ' \
        '*-h[Print a summary of these options]' \
        '*--help[Print a summary of these options]' \
        '*-V[Print the version]' \
        '*--version[Print the version]' \
        '*:method or URL:(GET HEAD POST PUT PATCH DELETE OPTIONS TRACE QUERY http\:// https\://)' ;;
    esac
}
_sonde "$@"
