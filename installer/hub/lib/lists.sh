# Revocation lists: what each says, and which of a series is in force. An issuer is named by its folder: root, services,
# zones/ZONE. Facts are lines of ISSUER NUMBER FROM UNTIL FILE.

# list_file ISSUER: where its list in force lies.
list_file() {
    case $1 in
        root) echo root-crl.pem ;;
        *) echo "$1/crl.pem" ;;
    esac
}

# issuer_file ISSUER
issuer_file() {
    case $1 in
        root) echo root.pem ;;
        *) echo "$1/issuer.pem" ;;
    esac
}

# read_list FILE ISSUER-CERTIFICATE: sets list_number, list_from and list_until; fails unless this issuer signed it. A file
# with more than one list is none: some servers read the first only.
read_list() {
    # OpenSSL may end well without having verified anything, so only its words count.
    # shellcheck disable=SC2086
    facts=$(openssl crl -in "$1" -noout -verify -CAfile "$2" $only -crlnumber -lastupdate -nextupdate 2>&1 |
        awk "$time_words"'
            function at(text,   part, month) {
                sub(/^[^=]*=/, "", text); split(text, part, " ")
                month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", part[1]) + 2) / 3
                return epoch(part[4] + 0, month, part[2] + 0, part[3])
            }
            !file && /^verify OK$/ { verified = 1 }
            !file && /^crlNumber=0x/ { number = substr($0, 13) }
            !file && /^lastUpdate=/ { from = at($0) }
            !file && /^nextUpdate=/ { until = at($0) }
            file && /^-----/ { marks++ }
            END { if (verified && number ~ /^[0-9A-F]+$/ && length(number) < 16 && until && marks == 2)
                print "0x" number, from, until }' - file=1 "$1")
    [ -n "$facts" ] || return 1
    list_number=$((${facts%% *}))
    list_until=${facts##* }
    list_from=${facts#* }
    list_from=${list_from%% *}
    is_number "$list_number"
}

# gather_lists ISSUER: checks its list and those that follow, and writes down the facts of each.
gather_lists() {
    certificate=$incoming/$(issuer_file "$1")
    path=$(list_file "$1")
    read_list "$incoming/$path" "$certificate" || refuse list "$path is no list of its issuer: empty, half or another's."
    wait_for "$list_from"
    echo "$1 $list_number $list_from $list_until $path" >>"$STATE/work/facts"
    last_number=$list_number
    last_from=$list_from
    sed -n "s,^lifeline/$1/\([0-9]*\)\.pem\$,\1,p" "$STATE/work/paths" | sort -n >"$STATE/work/series"
    while read -r number; do
        path=lifeline/$1/$number.pem
        read_list "$incoming/$path" "$certificate" || refuse list "$path is no list of its issuer: empty, half or another's."
        [ "$list_number" -eq "$number" ] && [ "$number" -gt "$last_number" ] && [ "$list_from" -gt "$last_from" ] ||
            refuse list "$path does not follow the list before it."
        echo "$1 $list_number $list_from $list_until $path" >>"$STATE/work/facts"
        last_number=$list_number
        last_from=$list_from
    done <"$STATE/work/series"
}

# wait_for SECONDS: a list that begins in a moment is waited for; one that begins later shows that a clock is wrong.
wait_for() {
    [ "$1" -gt "$now" ] || return 0
    [ "$1" -le $((now + slack)) ] || refuse_clock "$1"
    sleep $(($1 - now))
    now=$(date +%s)
}

# in_force FACTS ISSUER: the newest list that has begun, as NUMBER FROM UNTIL FILE.
in_force() {
    awk -v issuer="$2" -v now="$now" '
        $1 == issuer && $3 <= now && $2 > newest { newest = $2; line = $2 " " $3 " " $4 " " $5 }
        END { if (newest) print line }' "$1"
}

# last_lapse FACTS ISSUER: until when its lists last, those to come included, if each takes over before the last has lapsed.
last_lapse() {
    awk -v issuer="$2" -v now="$now" '
        $1 == issuer && $4 > until && (!until || $3 <= until || $3 <= now) { until = $4 }
        END { print until + 0 }' "$1"
}

# choose_lists FACTS: writes $STATE/work/chosen, the facts of the lists that are in force now; one of each issuer.
choose_lists() {
    : >"$STATE/work/chosen"
    cut -d ' ' -f 1 "$1" | uniq >"$STATE/work/issuers"
    while read -r issuer; do
        echo "$issuer $(in_force "$1" "$issuer")" >>"$STATE/work/chosen"
    done <"$STATE/work/issuers"
}

refuse_lapsed() {
    while read -r issuer _ _ until _; do
        [ "$until" -gt "$now" ] || refuse lapsed \
            "The list of $issuer lapsed on $(when "$until"), and it is $(when "$now"): with it every device would be turned away. Deliver a newer bundle, or put this hub's clock right."
    done <"$STATE/work/chosen"
}

# refuse_older: genuine lists of yesterday would let revoked devices back in.
refuse_older() {
    [ -f "$STATE/current/LISTS" ] || return 0
    while read -r issuer running_number _; do
        grep "^$issuer " "$STATE/work/chosen" >"$STATE/work/one" || continue
        read -r _ number _ _ path <"$STATE/work/one"
        [ "$number" -ge "$running_number" ] ||
            refuse older "The list of $issuer in this bundle is older (number $number) than the one in force (number $running_number)."
        [ "$number" -gt "$running_number" ] || cmp -s "$incoming/$path" "$STATE/current/$(list_file "$issuer")" ||
            refuse list "There are two lists of $issuer with number $number, and they differ."
    done <"$STATE/current/LISTS"
}

# refuse_other_lists: crl-all.pem holds the current list of every issuer, and nothing else.
refuse_other_lists() {
    one_a_line "$incoming/crl-all.pem" >"$STATE/work/all"
    {
        one_a_line "$incoming/root-crl.pem"
        for file in "$incoming"/services/crl.pem "$incoming"/zones/*/crl.pem; do
            [ ! -f "$file" ] || one_a_line "$file"
        done
    } | sort | cmp -s - "$STATE/work/all" || refuse list 'crl-all.pem does not hold the lists that lie beside it.'
}

# one_a_line FILE: every PEM block of a file as one line.
one_a_line() {
    awk '{ printf "%s", $0 } /^-----END/ { printf "\n" }' "$1" | sort
}
