# Times are seconds since 1970, and this page turns them into words and back. There is one clock: what openssl checks is
# checked at $now as well.

now=$(date +%s)

# How much the clocks of the hub and of the home may differ.
slack=120

time_words='
function days(y, m, d) {
    if (m <= 2) { y--; m += 12 }
    return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d - 719469
}
function epoch(y, m, d, time,   t) {
    split(time, t, ":")
    return sprintf("%.0f", days(y, m, d) * 86400 + t[1] * 3600 + t[2] * 60 + t[3])
}
function stamp(seconds, form,   z, n, era, doe, yoe, doy, mp, d, m, y, s) {
    n = int(seconds / 86400); s = seconds - n * 86400
    z = n + 719468; era = int(z / 146097); doe = z - era * 146097
    yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
    doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100)); mp = int((5 * doy + 2) / 153)
    d = doy - int((153 * mp + 2) / 5) + 1; m = mp < 10 ? mp + 3 : mp - 9; y = yoe + era * 400 + (m <= 2)
    return sprintf(form, y, m, d, int(s / 3600), int(s % 3600 / 60), s % 60)
}'

# when SECONDS: for people.
when() {
    awk -v at="$1" "$time_words"'BEGIN { print stamp(at, "%04d-%02d-%02d %02d:%02d UTC") }'
}

# rfc3339 SECONDS
rfc3339() {
    awk -v at="$1" "$time_words"'BEGIN { print stamp(at, "%04d-%02d-%02dT%02d:%02d:%02dZ") }'
}

# of_rfc3339 TIME
of_rfc3339() {
    awk -v at="$1" "$time_words"'BEGIN {
        print epoch(substr(at, 1, 4) + 0, substr(at, 6, 2) + 0, substr(at, 9, 2) + 0, substr(at, 12, 8)) }'
}

# of_openssl 'Nov 22 08:00:00 2026 GMT'
of_openssl() {
    awk -v at="$1" "$time_words"'BEGIN {
        split(at, part, " ")
        month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", part[1]) + 2) / 3
        print epoch(part[4] + 0, month, part[2] + 0, part[3]) }'
}

# latest_seen: no earlier than this can it be. Only what the home has signed counts: a clock that once ran ahead must not
# make us refuse the right time ever after.
latest_seen() {
    {
        of_openssl "$(openssl x509 -in "$STATE/root.pem" -noout -startdate | sed 's/^[^=]*=//')"
        if [ -f "$STATE/current/BUNDLE" ]; then
            sed -n 's/^created //p' "$STATE/current/BUNDLE"
            cut -d ' ' -f 3 "$STATE/current/LISTS"
        fi
    } | sort -n | tail -n 1
}

# clock_is_behind: is the clock before something that has already happened? A hub without a battery may start in 1970.
clock_is_behind() {
    seen=$(latest_seen)
    [ $((now + slack)) -lt "$seen" ]
}
