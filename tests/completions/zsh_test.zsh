# Types the lines of CASES into an interactive zsh, completes each, and prints what it ran.
# Usage: zsh_test.zsh CASES. In PATH: newsarc.
zmodload zsh/zpty zsh/zselect
: >ran
print -r -- '
    PROMPT= RPROMPT= PROMPT_EOL_MARK=
    unsetopt beep
    autoload -Uz compinit && compinit -u -D
    eval "$(newsarc completions zsh)"
    newsarc() {
        if [[ $1 == completions ]]; then command newsarc "$@"; return; fi
        printf "<%s>" "$@" >>ran
        echo >>ran
    }
    complete-and-run() { zle expand-or-complete; zle accept-line }
    zle -N complete-and-run
    bindkey "^T" complete-and-run
    print ready >ready' >setup

zpty -b shell 'zsh -f -i'
zpty -w shell 'source ./setup'

# Reads on, so that the shell is not held up, until the command holds.
until_true() {
    local i ignored
    for ((i = 0; i < 1000; i++)); do
        eval "$1" && return
        while zpty -r -t shell ignored; do :; done
        zselect -t 1
    done
    print "gave up waiting until $1"
    exit 1
}
lines_ran() {
    local -a lines=("${(@f)$(<ran)}")
    (($#lines == $1)) && [[ -n $lines[1] ]]
}

until_true '[[ -e ready ]]'
integer count=0
while read -r line; do
    [[ $line == '#'* ]] && continue
    zpty -n -w shell "${line%% => *}"$'\x14'
    ((++count))
    until_true "lines_ran $count"
done <$1
cat ran
