# Asks fish how it would complete the lines of CASES, and prints the last word of each as it would
# then stand. Usage: fish_test.fish CASES. In PATH: newsarc.
newsarc completions fish | source
while read -l line
    string match -q '#*' -- $line; and continue
    set -l typed (string split -m 1 -- ' => ' $line)[1]
    set -l offers (complete -C $typed)
    # Of an only offer its value, else the word as it was typed.
    if test (count $offers) = 1
        echo '<'(string split -m 1 -- \t $offers)[1]'>'
    else
        echo '<'(string split -- ' ' $typed)[-1]'>'
    end
end <$argv[1]
