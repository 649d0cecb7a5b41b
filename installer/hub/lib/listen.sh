# Hears urgent orders at a broker. Whoever subscribes hears the newest at once, also those that were left while this hub was
# off; what is older than what is in force changes nothing.

# How long orders wait for another run to end.
most_waits=120

# listen: until the broker ends it, or it is stopped. It becomes mosquitto_sub, so that whoever stops it stops that; what reads
# sees the end then.
listen() {
    read_config
    command -v mosquitto_sub >/dev/null ||
        stop 2 'mosquitto_sub is needed to hear orders, and is not installed (Debian: mosquitto-clients).'
    # The folder of a file `mosquitto_sub` with the address, user and password of this hub at the broker, so that they are
    # in nobody's list of processes.
    XDG_CONFIG_HOME=${XDG_CONFIG_HOME:-${config%/*}}
    export XDG_CONFIG_HOME
    [ -f "$XDG_CONFIG_HOME/mosquitto_sub" ] ||
        stop 2 "How to come to the broker? Write its options to $XDG_CONFIG_HOME/mosquitto_sub, one a line, such as -h 127.0.0.1"
    rm -f "$STATE/heard"
    (umask 077 && mkfifo "$STATE/heard") || stop 5 "$STATE cannot be written to."
    hear_all <"$STATE/heard" &
    say "Listening at hearthkey/$(home_of_root)/orders."
    exec mosquitto_sub -V mqttv5 -q 1 -F %x -t "hearthkey/$(home_of_root)/orders" >"$STATE/heard"
}

# hear_all: messages in hexadecimal, one a line.
hear_all() {
    while read -r hex; do
        [ -n "$hex" ] || continue
        printf '%s\n' "$hex" | of_hex >"$STATE/heard.p7m"
        waits=$most_waits
        while
            (now=$(date +%s) && obey "$STATE/heard.p7m")
            [ $? -eq 3 ] && [ "$waits" -gt 0 ]
        do
            sleep 1
            waits=$((waits - 1))
        done
    done
}

# of_hex: by way of Base64, for not every shell can write every byte.
of_hex() {
    fold -w 96 | awk '
        BEGIN {
            for (i = 0; i < 16; i++) value[substr("0123456789abcdef", i + 1, 1)] = i
            signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        }
        {
            line = ""
            for (i = 1; i <= length($0); i += 6) {
                bits = 0
                for (k = i; k < i + 6; k++) bits = bits * 16 + value[substr($0, k, 1)]
                some = ""
                for (k = 0; k < 4; k++) {
                    some = substr(signs, bits % 64 + 1, 1) some
                    bits = int(bits / 64)
                }
                left = length($0) - i + 1
                if (left < 6) some = substr(some, 1, left / 2 + 1) substr("===", 1, 3 - left / 2)
                line = line some
            }
            print line
        }' | openssl base64 -d
}
