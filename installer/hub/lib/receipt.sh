# The receipt: what this hub runs, signed with the key that its servers use, for Hearthkey to read at its next visit.

# write_receipt taken|refused WHY [PLACE]: a place that cannot be written to is no reason to fail.
write_receipt() {
    if [ ! -f "$CERTIFICATE" ] || [ ! -f "$KEY" ]; then
        warn "No receipt was written: this hub has no certificate yet ($CERTIFICATE)."
        return 0
    fi
    receipt "$1" "$2" >"$STATE/work/receipt.json"
    set -- "$3" -signer "$CERTIFICATE" -inkey "$KEY"
    [ ! -f "$STATE/current/services/issuer.pem" ] || set -- "$@" -certfile "$STATE/current/services/issuer.pem"
    target=$1
    shift
    openssl cms -sign -binary -nodetach -md sha256 -in "$STATE/work/receipt.json" "$@" \
        -outform DER -out "$STATE/work/receipt.p7m" 2>"$STATE/work/said" || {
        warn "No receipt was written: $KEY does not sign for $CERTIFICATE."
        return 0
    }
    write_whole "$STATE/receipt.p7m" <"$STATE/work/receipt.p7m"
    [ -z "$target" ] || leave_receipt "$target"
}

# write_receipts: in every place of the configuration.
write_receipts() {
    write_receipt taken '' ''
    while IFS= read -r target; do
        [ -z "$target" ] || [ ! -f "$STATE/receipt.p7m" ] || leave_receipt "$target"
    done <<PLACES
$PLACES
PLACES
}

# leave_receipt PLACE: others may write there too, so we follow none of their links.
leave_receipt() {
    folder=$1/hearthkey-receipts
    file=$folder/$NAME.p7m
    {
        mkdir -p "$folder" && [ ! -L "$folder" ] && rm -f "$file.new" &&
            (set -C && cat "$STATE/receipt.p7m" >"$file.new") && flush "$file.new" && mv -f "$file.new" "$file"
    } 2>/dev/null || warn "The receipt could not be written to $1: is it write-protected?"
}

# receipt taken|refused WHY: canonical JSON. No value needs escaping: all have been checked against narrow patterns.
receipt() {
    bundle=$(running number)
    printf '{"bundleNumber":%s,"format":"hearthkey-receipt/2","homeId":"%s","hub":"%s","lists":[' \
        "${bundle:-0}" "$(home_of_root)" "$NAME"
    comma=
    if [ -n "$bundle" ]; then
        while read -r issuer number _ until; do
            printf '%s{"issuer":"%s","nextUpdate":"%s","number":"%s"}' \
                "$comma" "${issuer#zones/}" "$(rfc3339 "$until")" "$number"
            comma=,
        done <"$STATE/current/LISTS"
    fi
    hash=
    [ -z "$bundle" ] || hash=$(sha256 "$STATE/current/MANIFEST.json")
    request=
    [ ! -f "$STATE/probe.csr" ] || request=$(openssl req -in "$STATE/probe.csr" -outform DER | openssl base64 -A)
    printf '],"manifestSha256":"%s","probeRequest":"%s","probes":[' "$hash" "$request"
    comma=
    if [ -f "$STATE/probes" ]; then
        while read -r zone uri list control canary at; do
            printf '%s{"at":"%s","canary":"%s","control":"%s","list":"%s","listener":"%s","zone":"%s"}' \
                "$comma" "$(rfc3339 "$at")" "$canary" "$control" "$list" "$uri" "$zone"
            comma=,
        done <"$STATE/probes"
    fi
    printf '],"secondSignature":"%s","state":"%s","time":"%s","why":"%s"}' \
        "$(second_in_force)" "$1" "$(rfc3339 "$now")" "$2"
}
