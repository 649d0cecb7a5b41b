package org.hearthkey.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A length of time as people type it: `30d`, `2w`, or a bare number of days.
record Days(int count) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([dw]?)");
    private static final int WEEK = 7;

    static Optional<Days> parse(String typed) {
        var parts = FORM.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        return Optional.of(new Days(parts.group(2).equals("w") ? WEEK * number : number));
    }

    Duration duration() {
        return Duration.ofDays(count);
    }
}
