# fish completion for newsarc. What can be typed is asked of newsarc itself.

function __newsarc_complete
    set -l words (commandline -opc)
    # The word without its quotes and backslashes, the last quote perhaps still open.
    set -l current (commandline -ct)
    for quote in '' "'" '"'
        set -l plain (string unescape -- $current$quote)
        and set current $plain
        and break
    end
    set -l lines ($words[1] completions fish -- $words[2..-1] "$current" 2>/dev/null)
    if test "$lines[1]" = files
        __fish_complete_path "$current"
    else
        string join \n -- $lines[2..-1]
    end
end

complete -c newsarc -f -k -a '(__newsarc_complete)'
