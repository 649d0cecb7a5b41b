# Urgent orders: what Hearthkey leaves at a broker when a device must be cut off before the next bundle is carried here. One
# signed message with the orders and the newest lists. They change the bundle in force; the bundle itself follows later.

# Of a message, its signatures and certificates included, which take less than a block; what is larger is refused unread. In
# blocks of 64 KiB.
most_message=65

# obey FILE
obey() {
    read_config
    take_lock
    offered=orders
    open_message "$1"
    last=$(running orders)
    if [ "$orders_number" = "$last" ]; then
        say "Orders $last are obeyed already."
    else
        check_message
        gather_urgent
        put_urgent
        say "Orders $orders_number are obeyed: their lists are in force."
    fi
    tend_servers
    write_receipts
    exit "$servers_code"
}

# open_message FILE: checks who signed it, and takes it apart.
open_message() {
    [ -n "$(running number)" ] || refuse early 'Take a bundle first: without one this hub does not know whose lists these are.'
    copy "$1" "$STATE/work/message" "$most_message" || refuse missing "$1 cannot be read."
    [ "$(wc -c <"$1")" -le $((most_message * 65536)) ] ||
        refuse large 'The message of orders is larger than 4 MiB and was not read. Bring this hub the newest bundle itself.'
    # shellcheck disable=SC2086
    openssl cms -verify -binary -inform DER -in "$STATE/work/message" -CAfile "$trusted_root" $only -purpose any \
        -attime "$now" -signer "$STATE/work/signer.pem" -out "$STATE/work/content" 2>"$STATE/work/said" ||
        refuse signature 'The orders were not signed by this home, or were changed since.'
    open_content "$STATE/work/content"
}

# open_content FILE: a line with the second signature, and what it signs.
open_content() {
    case $(head -n 1 "$1" | cut -c 1-26) in
        'second '*) ;;
        hearthkey-orders-message/1) refuse signature \
            'The orders have one signature alone, as an older Hearthkey made them. Leave them anew with the Hearthkey of today.' ;;
        *) refuse signature 'This is no message of orders.' ;;
    esac
    message=$STATE/work/orders-text
    tail -n +2 "$1" >"$message"
    head -n 1 "$1" | cut -c 8- | fold -w 64 | openssl base64 -d >"$STATE/work/second" 2>"$STATE/work/said"
    check_second_of_orders "$message" "$STATE/work/second"
    read_header
}

read_header() {
    awk '
        NR == 1 && $0 == "hearthkey-orders-message/2" { next }
        NR == 2 && $1 == "home" || NR == 3 && $1 == "number" || NR == 4 && $1 == "created" || NR == 5 && $1 == "valid-until" {
            if (NF != 2) exit 1
            print $2
            next
        }
        { exit NR < 6 }
        END { if (NR < 6) exit 1 }' "$message" >"$STATE/work/header" ||
        refuse signature 'This is no message of orders.'
    { read -r home_id && read -r orders_number && read -r created_text && read -r until_text; } <"$STATE/work/header"
    [ "$home_id" = "$(home_of_root)" ] || refuse home "The orders are those of another home, $home_id."
    is_number "$orders_number" && [ ${#created_text}:${#until_text} = 20:20 ] ||
        refuse signature 'This is no message of orders.'
}

check_message() {
    [ "$orders_number" -gt "$(newest_taken)" ] ||
        refuse older "These are the older orders $orders_number; $(newest_taken) is in force."
    created=$(of_rfc3339 "$created_text")
    [ "$created" -le $((now + slack)) ] || refuse_clock "$created"
    ! clock_is_behind || refuse_clock "$seen"
    valid_until=$(of_rfc3339 "$until_text")
    [ "$valid_until" -gt "$now" ] || refuse lapsed "The orders ended on $(when "$valid_until"), and it is $(when "$now")."
}

# gather_urgent: lays the bundle in force out in $incoming once more, with these orders and lists in the place of its own.
gather_urgent() {
    kept=$(kept_bundle)
    incoming=$STATE/incoming
    cp -R "$kept" "$incoming" || no_room
    sed -n '6,/^-----BEGIN/{/^-----BEGIN/!p;}' "$message" >"$incoming/orders.txt"
    check_orders
    mkdir "$STATE/work/lists"
    awk -v to="$STATE/work/lists/" '
        /^-----BEGIN X509 CRL-----$/ { file = to (++count) ".pem" }
        file { print >file }
        /^-----END/ { close(file) }' "$message"
    : >"$STATE/work/facts"
    cut -d ' ' -f 1 "$kept/FACTS" | uniq >"$STATE/work/known"
    while read -r issuer; do
        urgent_list "$issuer"
    done <"$STATE/work/known"
    choose_lists "$STATE/work/facts"
    refuse_lapsed
    refuse_older
    while read -r _ _ _ _ path; do
        cat "$incoming/$path"
    done <"$STATE/work/chosen" >"$STATE/work/current-lists.pem"
    check_signer
    cp "$STATE/work/facts" "$incoming/FACTS"
}

# urgent_list ISSUER: what is known of its lists from now on. An issuer whose anchor is withdrawn has none.
urgent_list() {
    certificate=$incoming/$(issuer_file "$1")
    zone=${1#zones/}
    if [ "$zone" != "$1" ] && withdrawn "$zone $(fingerprint "$incoming/$1/anchor.pem")"; then
        return
    fi
    grep "^$1 " "$kept/FACTS" >"$STATE/work/known-facts"
    find_list "$(name_of "$certificate" subject)"
    path=urgent/$1/$list_number.pem
    if [ "$list_number" -eq 0 ]; then
        cat "$STATE/work/known-facts"
    elif grep "^$1 $list_number " "$STATE/work/known-facts" >"$STATE/work/one"; then
        # It came with the bundle, so that those that follow it still do.
        read -r _ _ _ _ path <"$STATE/work/one"
        cmp -s "$found" "$incoming/$path" || refuse list "There are two lists of $1 with number $list_number, and they differ."
        cat "$STATE/work/known-facts"
    else
        wait_for "$list_from"
        mkdir -p "$incoming/urgent/$1" && mv "$found" "$incoming/$path" || no_room
        echo "$1 $list_number $list_from $list_until $path"
        # What was signed in advance before is worth nothing now: it lets in who was revoked.
        awk -v number="$list_number" '$2 > number' "$STATE/work/known-facts"
    fi >>"$STATE/work/facts"
}

# find_list SUBJECT: the list of the issuer of this name in $certificate, in $found; list_number is 0 if there is none. Lists
# that nobody looks for are those of zones that were added since the bundle.
find_list() {
    list_number=0
    for found in "$STATE/work/lists"/*.pem; do
        [ -f "$found" ] && [ "$(openssl crl -in "$found" -noout -issuer -nameopt RFC2253 | sed 's/^issuer=//')" = "$1" ] || continue
        read_list "$found" "$certificate" ||
            refuse list "The list of $1 in these orders is signed by a key that this hub does not know: take the newest bundle."
        return
    done
}

# put_urgent: like a bundle, in one step.
put_urgent() {
    step=$(($(running step) + 1))
    lay_out "$(running number)+$orders_number" "$step"
}
