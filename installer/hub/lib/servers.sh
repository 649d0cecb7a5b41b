# Tells the servers. A server that reads its lists anew keeps the anchors it has and the sessions that are up: those need
# a restart, or an order that cuts the client off.

servers_code=0

# needs_restart FOLDER: compared with what is in force.
needs_restart() {
    [ -d "$STATE/current/zones" ] || return 0
    for anchor in "$1"/zones/*/anchor.pem; do
        cmp -s "$anchor" "$STATE/current/${anchor#"$1"/}" || return 0
    done
    [ -z "$DISCONNECT" ] || return 1
    # Nothing else cuts off clients that are newly revoked.
    grep '^remove-client ' "$1/orders.txt" | grep -qvxF -f "$STATE/current/orders.txt"
}

# tend_servers: does what is still to be done after a switch. What fails is kept for the next run.
tend_servers() {
    servers_code=0
    [ -f "$STATE/pending" ] || return 0
    if grep -q restart "$STATE/pending"; then
        run_hooks "$RESTARTS"
    fi
    run_hooks "$RELOADS"
    carry_out_orders || servers_code=7
    if [ "$servers_code" -eq 0 ]; then
        rm -f "$STATE/pending"
    else
        warn 'The lists are in place, but not all servers know it. The next run tries again.'
    fi
}

run_hooks() {
    while IFS= read -r hook; do
        [ -n "$hook" ] || continue
        run_hook "$hook" || {
            servers_code=7
            warn "This command failed: $hook"
        }
    done <<HOOKS
$1
HOOKS
}

# run_hook COMMAND: without our lock, which a server that it starts would keep.
run_hook() {
    sh -c "$1" </dev/null 9>&- >&2
}

# release [--clock-is-right]
release() {
    [ $# -eq 0 ] || [ "$1" = --clock-is-right ] || usage
    read_config
    take_lock
    [ -f "$STATE/current/BUNDLE" ] || stop 1 'No bundle has been taken yet, so there is nothing to release.'
    if clock_is_behind && [ $# -eq 0 ]; then
        stop 4 "This hub's clock says $(when "$now"), but lists were signed at $(when "$seen"): it is wrong, and nothing was changed. Put it right. If it is right, because it once ran ahead: hearthkey-hub release --clock-is-right"
    fi
    kept=$(kept_bundle)
    choose_lists "$kept/FACTS"
    cut -d ' ' -f 1-4 "$STATE/work/chosen" >"$STATE/work/due"
    if ! is_as_laid_out "$kept"; then
        warn 'Files that servers read were changed by somebody else. They are put back.'
        echo again >"$STATE/work/due"
    fi
    if cmp -s "$STATE/work/due" "$STATE/current/LISTS"; then
        say 'No list is due.'
    else
        step=$(($(running step) + 1))
        compose "$kept" "$step" && switch_to "$(running number)-$step" ||
            stop 5 'The lists that are due cannot be put in place: is the disk of this hub full?'
        say 'The lists that were due are in force.'
    fi
    tend_servers
    warn_of_lapse
    write_receipts
    exit "$servers_code"
}

# is_as_laid_out BUNDLE: does every server read the anchor and the list that it should? A broker that finds an empty list lets
# everybody in.
is_as_laid_out() {
    while read -r issuer number _ _; do
        path=$(awk -v issuer="$issuer" -v number="$number" '$1 == issuer && $2 == number { print $5 }' "$1/FACTS")
        cmp -s "$1/$path" "$STATE/current/$(list_file "$issuer")" || return 1
        [ "$issuer" = root ] || cmp -s "$1/$issuer/anchor.pem" "$STATE/current/$issuer/anchor.pem" || return 1
    done <"$STATE/current/LISTS"
}

# warn_of_lapse: while there is time, and when there is none.
warn_of_lapse() {
    while read -r issuer _; do
        lapse=$(last_lapse "$(kept_bundle)/FACTS" "$issuer")
        if [ "$lapse" -le "$now" ]; then
            warn "The last list of $issuer lapsed on $(when "$lapse"): its servers turn everybody away. Deliver a new bundle."
        elif [ "$lapse" -lt $((now + 14 * 86400)) ]; then
            warn "The last list of $issuer lapses on $(when "$lapse"). Deliver a new bundle before."
        fi
    done <"$STATE/current/LISTS"
}
