# One run at a time, and a clean table after one that was killed.

take_lock() {
    if command -v flock >/dev/null; then
        exec 9>"$STATE/lock" || stop 5 "$STATE cannot be written to."
        flock -n 9 || stop 3 'Another run of hearthkey-hub is at work.'
    else
        take_lock_folder
    fi
    recover
}

# Without flock nobody takes a dead run's lock away for us. Its number may belong to another program by now.
take_lock_folder() {
    if ! mkdir "$STATE/lock.d" 2>/dev/null; then
        owner=$(cat "$STATE/lock.d/pid" 2>/dev/null)
        if [ -n "$owner" ] && is_our_run "$owner"; then
            stop 3 'Another run of hearthkey-hub is at work.'
        fi
        rm -rf "$STATE/lock.d"
        mkdir "$STATE/lock.d" || stop 5 "$STATE cannot be written to."
    fi
    trap 'rm -rf "$STATE/lock.d"' EXIT
    echo $$ >"$STATE/lock.d/pid"
}

is_our_run() {
    kill -0 "$1" 2>/dev/null || return 1
    [ ! -r "/proc/$1/cmdline" ] || tr '\0' ' ' <"/proc/$1/cmdline" | grep -q hearthkey-hub
}

# Whatever a run that was killed left behind is not in force: only what `current` leads to is.
recover() {
    rm -rf "$STATE/incoming" "$STATE/work" "$STATE/taken/.new" "$STATE/current.new"
    mkdir -p "$STATE/work" "$STATE/taken" "$STATE/bundles" || stop 5 "$STATE cannot be written to."
}

# clear_away: bundles that `current` no longer needs. The last but one state stays until the next switch, for servers that
# are just reading it.
clear_away() {
    number=$(running number)
    step=$(running step)
    kept=$(kept_bundle)
    for folder in "$STATE"/bundles/*; do
        [ "$folder" = "$kept" ] || rm -rf "$folder"
    done
    for folder in "$STATE"/taken/*; do
        case ${folder##*/} in
            "$number-$step" | "$(cat "$STATE/before" 2>/dev/null)") ;;
            *) rm -rf "$folder" ;;
        esac
    done
}

# running number|orders|step|created|taken|second: of the bundle that is in force; nothing if there is none, or no urgent orders.
running() {
    [ ! -f "$STATE/current/BUNDLE" ] || sed -n "s/^$1 //p" "$STATE/current/BUNDLE"
}

# kept_bundle: the folder of the bundle in force, with what urgent orders have changed.
kept_bundle() {
    orders=$(running orders)
    echo "$STATE/bundles/$(running number)${orders:++$orders}"
}

# newest_taken: the number of the bundle in force, or of urgent orders that came after it.
newest_taken() {
    {
        running number
        running orders
    } | sort -n | tail -n 1
}
