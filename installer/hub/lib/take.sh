# Takes a bundle over: copies it, checks the copy, lays out what the servers read, and switches to that in one step. Where
# anything is wrong, and wherever this is killed, the servers go on with a whole state, the old or the new.

# take_all [DIR]
take_all() {
    read_config
    take_lock
    [ $# -eq 0 ] || {
        take "$1"
        exit
    }
    [ -n "$PLACES" ] || stop 2 "Which folder? Name it, or set PLACE= in $config."
    worst=0
    while IFS= read -r place; do
        [ -f "$place/hearthkey/MANIFEST.json" ] || [ -d "$place/.hearthkey-old" ] || continue
        (take "$place")
        code=$?
        [ "$code" -le "$worst" ] || worst=$code
    done <<PLACES
$PLACES
PLACES
    exit "$worst"
}

# refuse CODE SENTENCE: nothing has changed, and Hearthkey hears of it by the receipt.
refuse() {
    give_up 1 "$@"
}

# failed CODE SENTENCE: it is not the bundle's fault.
failed() {
    give_up 5 "$@"
}

# refuse_clock SECONDS: something that was signed begins only then.
refuse_clock() {
    give_up 4 clock "This hub's clock says $(when "$now"), but the bundle was made at $(when "$1"). Put the clock right (or the computer's, and deliver again), then take the bundle again."
}

give_up() {
    code=$1
    why=$2
    shift 2
    warn "$@"
    if [ -z "$(running number)" ]; then
        warn 'Nothing was changed: no bundle has been taken yet.'
    elif has_servers; then
        warn "Nothing was changed: the servers go on with bundle $(running number)."
    else
        warn "Nothing was changed: this computer goes on with bundle $(running number)."
    fi
    rm -rf "$STATE/incoming"
    if [ "$why" = missing ]; then
        place=
    fi
    # A broker hands the same orders out again and again; the receipt speaks of bundles.
    [ "$offered" = orders ] || write_receipt refused "$why" "$place"
    exit "$code"
}

# bundle or orders
offered=bundle

# take DIR
take() {
    place=
    find_bundle "$1"
    take_certificate "$place"
    copy_manifest
    [ "$created" -le $((now + slack)) ] || refuse_clock "$created"
    ! clock_is_behind || refuse_clock "$seen"
    wait_for "$created"
    check_manifest_signature
    if already_taken; then
        say "Bundle $bundle_number is already taken."
        rm -rf "$incoming"
    else
        check_bundle
        lay_out "$bundle_number" 0
        keep_roots "$STATE/bundles/$bundle_number"
        keep_second_key "$STATE/bundles/$bundle_number"
        say "Bundle $bundle_number is taken. It lasts until $(when "$valid_until")."
    fi
    tend_servers
    [ -z "$LISTENERS" ] || probe_listeners
    write_receipt taken "$([ "$servers_code" -eq 0 ] || echo orders)" "$place"
    [ "$servers_code" -eq 0 ] || exit "$servers_code"
    exit "${probe_code:-0}"
}

already_taken() {
    taken=$(running number)
    [ -n "$taken" ] || return 1
    if [ "$bundle_number" -lt "$taken" ]; then
        refuse older "This is the older bundle $bundle_number; bundle $taken is in force."
    fi
    if [ "$bundle_number" -gt "$taken" ]; then
        [ "$bundle_number" -gt "$(newest_taken)" ] ||
            refuse older "This is the older bundle $bundle_number; the urgent orders $(newest_taken) came after it."
        return 1
    fi
    cmp -s "$incoming/MANIFEST.json" "$STATE/current/MANIFEST.json" ||
        refuse older "This bundle has the number $taken, as the one in force, and is another."
}

check_bundle() {
    [ "$valid_until" -gt "$now" ] || refuse lapsed \
        "The bundle ended on $(when "$valid_until"), and it is $(when "$now"): deliver a newer one, or put this hub's clock right."
    copy_files
    check_frame
    check_second_signature
    check_orders
    : >"$STATE/work/facts"
    gather_lists root
    choose_lists "$STATE/work/facts"
    refuse_lapsed
    read -r _ _ _ _ path <"$STATE/work/chosen"
    cp "$incoming/$path" "$STATE/work/root-list.pem"
    check_rollover
    check_issuers
    while read -r folder; do
        gather_lists "$folder"
    done <"$STATE/work/keys"
    choose_lists "$STATE/work/facts"
    refuse_lapsed
    while read -r _ _ _ _ path; do
        cat "$incoming/$path"
    done <"$STATE/work/chosen" >"$STATE/work/current-lists.pem"
    check_signer
    refuse_other_lists
    refuse_older
    cp "$STATE/work/facts" "$incoming/FACTS"
}

# lay_out BUNDLE STEP: puts what has been checked into force. A bundle that urgent orders have changed is called NUMBER+ORDERS.
lay_out() {
    kept=$STATE/bundles/$1
    rm -rf "$kept"
    {
        flush_tree "$incoming" && mv "$incoming" "$kept" && flush "$STATE/bundles" &&
            compose "$kept" "$2" && switch_to "${1%+*}-$2"
    } || no_room
}

no_room() {
    failed space "The $offered cannot be put in place: is the disk of this hub full?"
}

# compose BUNDLE STEP: lays out in taken/.new what servers read, with the lists in $STATE/work/chosen.
compose() {
    new=$STATE/taken/.new
    rm -rf "$new"
    mkdir -p "$new" && cp "$1/root.pem" "$1/orders.txt" "$1/MANIFEST.json" "$new" || return 1
    if [ -d "$1/probes/$NAME" ]; then
        mkdir "$new/probes" && cp -R "$1/probes/$NAME" "$new/probes" || return 1
    fi
    while read -r issuer number from until path; do
        folder=$new/$issuer
        if [ "$issuer" = root ]; then
            folder=$new
        else
            mkdir -p "$folder" && cp "$1/$issuer/issuer.pem" "$1/$issuer/anchor.pem" "$folder" || return 1
        fi
        cp "$1/$path" "$new/$(list_file "$issuer")" && cat "$1/$path" >>"$new/crl-all.pem" || return 1
        join_anchor "$folder" || return 1
        echo "$issuer $number $from $until" >>"$new/LISTS"
    done <"$STATE/work/chosen"
    close_zones "$1" && describe "$1" "$2" && flush_tree "$new"
}

# FreeRADIUS reads anchor and list from one file.
join_anchor() {
    [ ! -f "$1/anchor.pem" ] || cat "$1/anchor.pem" "$1/crl.pem" >"$1/anchor-crl.pem"
}

# close_zones BUNDLE: servers still name the files of a zone that was given up, and a broker that misses them would not
# start for the others either. They get the certificate of nobody.
close_zones() {
    for zone in $( {
        ls "$STATE/current/zones" 2>/dev/null
        sed -n 's/^withdraw-anchor \([^ ]*\) .*/\1/p' "$1/orders.txt"
    } | sort -u); do
        folder=$new/zones/$zone
        [ ! -d "$folder" ] || continue
        mkdir -p "$folder" && cp "$STATE/nobody.pem" "$folder/anchor.pem" &&
            cp "$new/root-crl.pem" "$folder/crl.pem" && join_anchor "$folder" && : >"$folder/CLOSED" || return 1
    done
}

# describe BUNDLE STEP
describe() {
    described=${1##*/}
    {
        echo "number ${described%+*}"
        [ "$described" = "${described%+*}" ] || echo "orders ${described#*+}"
        echo "step $2"
        echo "created $(of_rfc3339 "$(sed 's/.*"created":"\([^"]*\)".*/\1/' "$1/MANIFEST.json")")"
        echo "taken $now"
        # Without any, lists are released: what was said of the bundle stays.
        echo "second ${second:-$(second_in_force)}"
    } >"$new/BUNDLE"
}

# switch_to NAME: the servers are told afterwards, also when we are killed in between: `pending` says what is still to do.
switch_to() {
    rm -rf "${STATE:?}/taken/$1"
    [ ! -f "$STATE/current/BUNDLE" ] || echo "$(running number)-$(running step)" | write_whole "$STATE/before" || return 1
    mv "$new" "$STATE/taken/$1" && flush "$STATE/taken" || return 1
    if [ -f "$STATE/pending" ] && grep -q restart "$STATE/pending" || needs_restart "$STATE/taken/$1"; then
        echo restart
    else
        echo reload
    fi | write_whole "$STATE/pending" &&
        switch_link "taken/$1" "$STATE/current" && clear_away
}
