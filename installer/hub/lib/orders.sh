# What the hub must do beside taking lists: cut off clients that are still connected, and forget anchors.

check_orders() {
    awk '
        NR == 1 { if ($0 != "hearthkey-orders/1") bad = 1; next }
        $1 == "remove-client" && NF >= 4 && $2 ~ /^[a-z][a-z0-9-]*$/ && $3 ~ /^[0-9a-fA-F]+$/ { next }
        $1 == "withdraw-anchor" && NF == 3 && $2 ~ /^[a-z][a-z0-9-]*$/ && length($3) == 64 && $3 ~ /^[0-9a-f]+$/ { next }
        { bad = 1 }
        END { exit bad || NR == 0 }' "$incoming/orders.txt" ||
        refuse orders "orders.txt has an order that this program does not know. A newer hearthkey-hub is needed."
}

# open_orders: clients to remove that were not removed yet, lines of ZONE SERIAL SUBJECT.
open_orders() {
    touch "$STATE/orders-done"
    awk 'FILENAME == ARGV[1] { done[$1 " " $2] = 1; next }
        $1 == "remove-client" && !(($2 " " $3) in done) { sub(/^remove-client /, ""); print }' \
        "$STATE/orders-done" "$STATE/current/orders.txt"
}

# carry_out_orders: only after the servers know the list, or the device would be back at once. Never mere disabling: where
# the name comes from the certificate, brokers let a disabled client in again.
carry_out_orders() {
    open_orders >"$STATE/work/orders"
    failures=0
    while read -r zone serial subject; do
        if [ -n "$DISCONNECT" ]; then
            HEARTHKEY_ZONE=$zone HEARTHKEY_SERIAL=$serial HEARTHKEY_SUBJECT=$subject run_hook "$DISCONNECT" || {
                failures=$((failures + 1))
                warn "$subject could not be cut off. It is tried again at the next run."
                continue
            }
            say "Cut off: $subject"
        fi
        echo "$zone $serial" >>"$STATE/orders-done"
    done <"$STATE/work/orders"
    flush "$STATE/orders-done"
    forget_ended_orders
    [ "$failures" -eq 0 ]
}

# What is no longer in the orders has ended, so nobody asks for it again.
forget_ended_orders() {
    awk 'FILENAME == ARGV[1] { if ($1 == "remove-client") open[$2 " " $3] = 1; next } $0 in open' \
        "$STATE/current/orders.txt" "$STATE/orders-done" | write_whole "$STATE/orders-done"
}
