# Tries every listener with two certificates on this hub's own key: the control must be let in, and the canary, which the
# list in force revokes, must be refused. Only both together show that the list is enforced.

most_seconds=5
probe_code=0

# probe [DIR]: the receipt with what was seen goes there as well.
probe() {
    read_config
    take_lock
    [ -f "$STATE/current/BUNDLE" ] || stop 1 'No bundle has been taken yet, so there is nothing to try.'
    [ -n "$LISTENERS" ] || stop 2 "Which servers? Name them in $config, such as LISTENER=lighting mqtts://127.0.0.1:8883"
    [ $# -eq 0 ] || PLACES=$PLACES$1$newline
    probe_listeners
    write_receipts
    exit "$probe_code"
}

# probe_listeners: sets probe_code, 0 enforced, 6 not enforced, 5 not proven.
probe_listeners() {
    probe_code=0
    : >"$STATE/work/probes"
    while read -r zone uri; do
        [ -z "$zone" ] || probe_listener "$zone" "$uri"
    done <<LISTENERS
$LISTENERS
LISTENERS
    write_whole "$STATE/probes" <"$STATE/work/probes"
}

# probe_listener ZONE URI
probe_listener() {
    list=$(sed -n "s,^zones/$1 \([0-9]*\) .*,\1,p" "$STATE/current/LISTS")
    pair=$STATE/current/probes/$NAME/$1
    if [ -z "$list" ] || [ ! -f "$pair/control.pem" ] || [ ! -f "$pair/canary/$list.pem" ]; then
        warn "$1 at $2: not proven. The bundle holds no certificates of this hub to try it with; they come with the next bundle after Hearthkey has read this hub's receipt."
        not_proven
        return
    fi
    case $2 in
        eap-tls:*)
            if ! command -v eapol_test >/dev/null; then
                warn "$1 at $2: not proven. The program eapol_test is missing here, which tries RADIUS servers: sudo apt install eapoltest"
                not_proven
                return
            fi
            ;;
    esac
    control=$(attempt "$2" "$pair/control.pem")
    canary=$(attempt "$2" "$pair/canary/$list.pem")
    # A server that was told a moment ago may still be reading.
    for _ in 1 2 3 4 5; do
        case $control:$canary:$2 in
            # RADIUS waits long for an answer, and has waited by now.
            accepted:refused:* | unreachable:unreachable:eap-tls:*) break ;;
        esac
        sleep 1
        control=$(attempt "$2" "$pair/control.pem")
        canary=$(attempt "$2" "$pair/canary/$list.pem")
    done
    tell_probe "$@"
    # Refused for another reason is no proof of anything.
    [ "$canary" != other ] || canary=unreachable
    [ "$control" != other ] || control=refused
    echo "$1 $2 $list $control $canary $now" >>"$STATE/work/probes"
}

# tell_probe ZONE URI
tell_probe() {
    case $control:$canary in
        accepted:refused) say "$1 at $2: enforced. What was revoked is refused, and the others are let in." ;;
        *:accepted)
            warn "$1 at $2: NOT ENFORCED. A certificate that was revoked was let in. Has its hub taken bundle $(running number)? Then restart this server and look at its log."
            probe_code=6
            ;;
        refused:* | other:*)
            warn "$1 at $2: everybody is turned away, also devices that are in order. Has a list lapsed, or is the clock wrong?"
            probe_code=6
            ;;
        *)
            warn "$1 at $2: not proven. The server did not answer, or not as one of this home."
            not_proven
            ;;
    esac
}

not_proven() {
    [ "$probe_code" -ne 0 ] || probe_code=5
}

# attempt URI CERTIFICATE: accepted, refused (because it is revoked), other (refused for another reason) or unreachable.
attempt() {
    address=${1#*://}
    path=/
    case $address in
        */*)
            path=/${address#*/}
            address=${address%%/*}
            ;;
    esac
    case $1 in
        eap-tls:*)
            attempt_eap "${address%:*}" "${address##*:}" "$2"
            return
            ;;
        # MQTT 3.1.1: CONNECT without a name, then DISCONNECT.
        mqtts:*) printf '\020\014\000\004MQTT\004\002\000\074\000\000\340\000' >"$STATE/work/ask" ;;
        *) printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$path" "$address" >"$STATE/work/ask" ;;
    esac
    # TLS 1.3 tells of a refusal only after the handshake, so the whole exchange is made.
    # shellcheck disable=SC2086
    bounded openssl s_client -connect "$address" -cert "$2" -key "$PROBE_KEY" -quiet \
        -CAfile "$STATE/current/services/anchor.pem" $only -verify_return_error
    judge "$1"
}

# judge URI: alert 44 says that the certificate is revoked; the others are other complaints about it (RFC 8446, 6.2).
judge() {
    if grep -q 'alert number 44' "$STATE/work/said"; then
        echo refused
    elif grep -qE 'alert number (4[2-9]|116)' "$STATE/work/said"; then
        echo other
    else
        judge_answer "$1"
    fi
}

# judge_answer URI: web servers often finish the handshake and refuse with a page.
judge_answer() {
    begin=$(dd if="$STATE/work/answer" bs=12 count=1 2>/dev/null | od -An -tx1 | tr -d ' \n')
    case $1:$begin in
        mqtts:*:2002*) echo accepted ;;
        # 400, 403, 495, 496 after 'HTTP/1.x '
        https:*:485454502f312e3?2034303[03] | https:*:485454502f312e3?2034393[56]) echo refused ;;
        https:*:485454502f312e3?203[1-5]*) echo accepted ;;
        *) echo unreachable ;;
    esac
}

# attempt_eap HOST PORT CERTIFICATE: as attempt. The word between us and the server is no secret: it is the one of Debian's
# client 'localhost', which only programs of this hub may use.
attempt_eap() {
    : >"$STATE/work/ask"
    cat >"$STATE/work/eap.conf" <<EAP
network={
    key_mgmt=WPA-EAP
    eap=TLS
    identity="probe"
    ca_cert="$STATE/current/services/anchor.pem"
    client_cert="$3"
    private_key="$PROBE_KEY"
}
EAP
    bounded eapol_test -c "$STATE/work/eap.conf" -a "$1" -p "$2" -s testing123 -t 4 -r 0
    if [ "$(tail -n 1 "$STATE/work/answer")" = SUCCESS ]; then
        echo accepted
    elif ! grep -q 'code=3 (Access-Reject)' "$STATE/work/answer" ||
        grep -q 'TLS: Certificate verification failed' "$STATE/work/answer"; then
        echo unreachable
    elif grep -A 1 '(Reply-Message)' "$STATE/work/answer" | grep -q 'certificate revoked'; then
        echo refused
    else
        echo other
    fi
}

# bounded COMMAND: gives it work/ask, and ends it when it does not end by itself.
bounded() {
    "$@" <"$STATE/work/ask" >"$STATE/work/answer" 2>"$STATE/work/said" 9>&- &
    child=$!
    (
        left=$((most_seconds * 5))
        while [ "$left" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
            sleep 0.2 2>/dev/null || sleep 1
            left=$((left - 1))
        done
        kill "$child"
    ) >/dev/null 2>&1 9>&- &
    watcher=$!
    wait "$child" 2>/dev/null
    kill "$watcher" 2>/dev/null
}
