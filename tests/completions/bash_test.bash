# Types the lines of CASES into an interactive bash, a tab behind each, and prints what it ran.
# Usage: bash_test.bash CASES. In PATH: newsarc.
set -u
results=$PWD/ran
: >"$results"
{
    cat <<'END'
eval "$(newsarc completions bash)"
newsarc() {
    if [ "$1" = completions ]; then command newsarc "$@"; return; fi
    printf '<%s>' "$@" >>ran
    echo >>ran
}
END
    while read -r line; do
        case $line in '#'*) continue ;; esac
        typed=${line%% => *}
        # A quote that the completion did not close would swallow the lines to come.
        printf '%s\t\n' "$typed"
    done <"$1"
} | INPUTRC=/dev/null HISTFILE= bash --norc --noprofile -i >log 2>&1
cat "$results"
