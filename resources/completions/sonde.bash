# Completion of sonde for bash. Made by sonde help --bash; change the option table instead.
_sonde()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W 'send run show open history body compare import export lint fmt playground help version' -- "$word"))
        return
    fi
    case ${COMP_WORDS[1]} in
    help) COMPREPLY=($(compgen -W 'send run show open history body compare import export lint fmt' -- "$word")); return ;;
    run) case $word in -*) COMPREPLY=($(compgen -W '--name --env --var --env-file --parallel --bail --timeout --insecure --cacert --history --quiet --json' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    show) case $word in -*) COMPREPLY=($(compgen -W '--headers --connection --timing --frames --records --windows --hpack --body --json --show-secrets' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    open) case $word in -*) COMPREPLY=($(compgen -W '' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    history) case $word in -*) COMPREPLY=($(compgen -W '--limit --json --headers --connection --timing --frames --records --windows --hpack --body --show-secrets' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    body) case $word in -*) COMPREPLY=($(compgen -W '--search --regex --ignore-case --word --rows --hex --filter --paths --jq --pretty --events' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    compare) case $word in -*) COMPREPLY=($(compgen -W '--versions --name --env --var --cold --resumed --warm --batch --connections --blocks --line --seed --json --markdown --csv --save --open --html --fail-if --yes' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    import) case $word in -*) COMPREPLY=($(compgen -W '--to --dry-run --from' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    export) case $word in -*) COMPREPLY=($(compgen -W '--as --name --env --var --env-file --show-secrets' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    lint) case $word in -*) COMPREPLY=($(compgen -W '--for --json' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    fmt) case $word in -*) COMPREPLY=($(compgen -W '--check' -- "$word")) ;; *) COMPREPLY=($(compgen -f -- "$word")) ;; esac; return ;;
    playground) COMPREPLY=($(compgen -W '--demo --http-port --https-port' -- "$word")); return ;;
    send) ;;
    *) return ;;
    esac
    case $before in
    -X|--request) COMPREPLY=($(compgen -W 'GET HEAD POST PUT PATCH DELETE OPTIONS TRACE QUERY' -- "$word")); return ;;
    --cookie|-b|--data|-d|--data-ascii|--data-binary|--json-data|--upload-file|-T|--cacert|--cert|-E|--key|--output|-o|--har|--pcapng|--bundle) COMPREPLY=($(compgen -f -- "${word#@}")); return ;;
    --request|-X|--header|-H|--user-agent|-A|--referer|-e|--user|-u|--oauth2-bearer|--range|-r|--url|--url-query|--request-target|--data-raw|--data-urlencode|--form|-F|--form-string|--max-redirs|--bomb-limit|--resolve|--proxy|-x|--proxy-user|-U|--noproxy|--connect-timeout|--max-time|-m|--first-byte-timeout|--idle-timeout|--expect100-timeout|--linger|--pass|--write-out|-w|--filter|--jq|--reconnect) return ;;
    esac
    case $word in
    -*) COMPREPLY=($(compgen -W '--request --header --user-agent --referer --cookie --user --oauth2-bearer --basic --range --head --url --url-query --request-target --path-as-is --globoff --data --data-ascii --data-raw --data-binary --data-urlencode --json-data --form --form-string --upload-file --get --location --location-trusted --max-redirs --compressed --raw --bomb-limit --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 --resolve --ipv4 --ipv6 --proxy --proxy-user --proxytunnel --noproxy --connect-timeout --max-time --first-byte-timeout --idle-timeout --expect100-timeout --linger --insecure --cacert --cert --key --pass --output --remote-name --create-dirs --include --verbose --show-secrets --silent --show-error --buffer --write-out --fail --fail-with-body --json --timings --trace-frames --har --pcapng --bundle --history --filter --jq --pretty --events --reconnect --help --version' -- "$word")) ;;
    *) COMPREPLY=($(compgen -W 'GET HEAD POST PUT PATCH DELETE OPTIONS TRACE QUERY http:// https://' -- "$word")) ;;
    esac
}
complete -o bashdefault -F _sonde sonde
