# bash completion for newsarc. What can be typed is asked of newsarc itself.

_newsarc() {
    local rest=${COMP_LINE:0:COMP_POINT} trimmed word words=() i
    # Bash cuts words at : = and @ as well: what has no blank between belongs together.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        trimmed=${rest#"${rest%%[![:blank:]]*}"}
        if ((i == 0)) || [[ $trimmed != "$rest" ]]; then words+=(""); fi
        word=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then word=$trimmed; fi
        words[${#words[@]} - 1]+=$word
        rest=${trimmed#"$word"}
    done

    local program=${words[0]/#\~/$HOME} lines=()
    mapfile -t lines < <("$program" completions bash -- "${words[@]:1}" 2>/dev/null)
    COMPREPLY=()
    case ${lines[0]} in
        files) compopt -o default 2>/dev/null ;;
        unfinished) compopt -o nospace 2>/dev/null ;;
    esac
    compopt -o nosort 2>/dev/null

    # Bash replaces no more than what follows the last : or =, or begins with the last @.
    local current=${words[${#words[@]} - 1]} before=
    if [[ $current != [\'\"]* ]]; then
        rest=${current##*[:=]}
        before=${current%"$rest"}
        if [[ $rest == ?*@* ]]; then before+=${rest%@*}; fi
    fi
    for word in "${lines[@]:1}"; do COMPREPLY+=("${word#"$before"}"); done
}
complete -F _newsarc newsarc
