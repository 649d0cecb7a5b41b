# Gets to know the home: pins its root, compared by eye, and makes this hub's keys.

# set_up NAME DIR [--fingerprint HEX]
set_up() {
    is_label "$1" || stop 2 'The name of a hub is one word of small letters, digits and hyphens, such as hub or hall-pi.'
    [ $# -eq 2 ] || [ "$3" = --fingerprint ] || usage
    [ ! -f "$config" ] || read_options
    [ -z "$NAME" ] || [ "$NAME" = "$1" ] || stop 2 "$config already calls this hub $NAME."
    NAME=$1
    mkdir -p "$STATE" "${config%/*}" || stop 5 "$STATE or ${config%/*} cannot be made."
    take_lock
    place=${2%/}
    root=$place/hearthkey/root.pem
    [ -f "$root" ] || stop 1 "There is no bundle in $2: deliver one with Hearthkey first."
    pin_root "${4:-}"
    make_keys
    [ -f "$config" ] || write_config
    mkdir -p "$place/hearthkey-receipts" && cp "$STATE/hub.csr" "$place/hearthkey-receipts/$NAME.csr" ||
        warn "$2 cannot be written to: carry $STATE/hub.csr to Hearthkey another way."
    cat <<NEXT

This hub knows the home now. What is left to do:
1. On the computer with Hearthkey, certify this hub with the request on the stick:
   hearthkey hub certify $NAME --csr STICK/hearthkey-receipts/$NAME.csr --dns $NAME.home.arpa --out STICK
2. Name the servers that are to be tried in $config.
3. Here again, with the stick; it takes the certificate as well:
   $program take $place
NEXT
}

# pin_root [FINGERPRINT]
pin_root() {
    copy "$root" "$STATE/work/root.pem" 1
    # Its fingerprint is that of the first certificate in the file, and all of them would be trusted.
    openssl x509 -in "$STATE/work/root.pem" 2>/dev/null | cmp -s - "$STATE/work/root.pem" ||
        stop 1 "$root holds more than the root of a home, or something else. Nothing was changed. If your home wrote it, deliver to the stick again; if it says so again, somebody changes what lies there."
    # shellcheck disable=SC2086
    openssl verify -x509_strict $only -CAfile "$STATE/work/root.pem" "$STATE/work/root.pem" >"$STATE/work/said" 2>&1 ||
        stop 1 "$root is no root that is valid today ($(when "$now")). Is this hub's clock right?"
    found=$(fingerprint "$STATE/work/root.pem")
    if [ -f "$STATE/root.pem" ]; then
        [ "$found" = "$(fingerprint "$STATE/root.pem")" ] ||
            stop 1 "This hub belongs to another home already. To give it away, stop its servers and remove $STATE."
        return
    fi
    if [ -n "$1" ]; then
        [ "$(echo "$1" | tr -d ': ' | tr A-F a-f)" = "$found" ] ||
            stop 1 "The bundle's root has another fingerprint: $found"
    else
        ask_about "$found"
    fi
    write_whole "$STATE/root.pem" <"$STATE/work/root.pem"
}

ask_about() {
    say "The root of this home, as it lies in $place, has the fingerprint"
    echo "$1" | sed 's/......../& /g; s/^/    /'
    printf 'Compare it with what Hearthkey shows (hearthkey home show). Is every sign the same? Type yes: ' >&2
    read -r answer || answer=
    [ "$answer" = yes ] || stop 1 'Nothing was changed.'
}

make_keys() {
    printf '[req]\ndistinguished_name=dn\n[dn]\n' >"$STATE/work/req.cnf"
    make_key "$KEY" "$STATE/hub.csr" "/CN=$NAME"
    make_key "$PROBE_KEY" "$STATE/probe.csr" "/CN=$NAME probe"
    # Stands in for an anchor that was withdrawn. Its key is nowhere.
    [ -f "$STATE/nobody.pem" ] ||
        openssl req -x509 -config "$STATE/work/req.cnf" -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
            -keyout /dev/null -subj /CN=nobody -days 36500 2>"$STATE/work/said" | write_whole "$STATE/nobody.pem"
}

# make_key KEY REQUEST SUBJECT: both only if they are not there yet.
make_key() {
    if [ ! -f "$1" ]; then
        (
            umask 077
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>"$STATE/work/said" | write_whole "$1"
        ) || stop 5 "$1 cannot be written."
    fi
    openssl req -new -config "$STATE/work/req.cnf" -key "$1" -subj "$3" | write_whole "$2"
}

# take_certificate PLACE: what Hearthkey made of our request, if it lies there and is newer than ours. It is no secret.
take_certificate() {
    made=$STATE/work/certificate.pem
    for file in "$1/$NAME-chain.pem" "$1/hearthkey-receipts/$NAME-chain.pem"; do
        copy "$file" "$made" 1 && is_for_our_key && is_newer_certificate || continue
        write_whole "$CERTIFICATE" <"$made" || stop 5 "$CERTIFICATE cannot be written."
        say "The certificate of this hub is taken from $file."
    done
}

# is_for_our_key: and vouched for by the root.
is_for_our_key() {
    key=$(openssl pkey -in "$KEY" -pubout 2>"$STATE/work/said")
    # shellcheck disable=SC2086
    [ -n "$key" ] && [ "$key" = "$(openssl x509 -in "$made" -noout -pubkey 2>"$STATE/work/said")" ] &&
        openssl verify -x509_strict -attime "$now" $only -CAfile "$STATE/root.pem" -untrusted "$made" "$made" \
            >"$STATE/work/said" 2>&1
}

is_newer_certificate() {
    [ ! -f "$CERTIFICATE" ] || [ "$(end_of "$made")" -gt "$(end_of "$CERTIFICATE")" ]
}

# end_of CERTIFICATE
end_of() {
    of_openssl "$(openssl x509 -in "$1" -noout -enddate | sed 's/^[^=]*=//')"
}

write_config() {
    write_whole "$config" <<CONFIG
# Configuration of hearthkey-hub; see hearthkey-hub(8). Lines with # are examples.
NAME=$NAME
STATE=$STATE
CERTIFICATE=$CERTIFICATE
KEY=$KEY
PROBE_KEY=$PROBE_KEY

# Folders that Hearthkey delivers to over the network.
#PLACE=/srv/hearthkey

# How your servers are told of new lists.
#RELOAD=systemctl reload mosquitto
#RELOAD=systemctl reload nginx

# How they are restarted, which is needed when a zone is given up.
#RESTART=systemctl restart mosquitto

# How a client that is still connected is cut off. Without this the servers are restarted for it.
#DISCONNECT=/usr/local/lib/hearthkey/mosquitto-disconnect

# What 'hearthkey-hub probe' tries.
#LISTENER=lighting mqtts://127.0.0.1:8883
# A server on another machine.
#LISTENER=lighting mqtts://192.168.1.2:8883
# FreeRADIUS, by its number; this takes the program eapol_test.
#LISTENER=lighting eap-tls://127.0.0.1:1812
CONFIG
}
