package org.hearthkey.app.ui.approve;

import java.time.Duration;
import java.util.Optional;

/// Tells the keys of a hand-held scanner, which types as a keyboard does, from a person's: nobody types a dozen letters
/// with a fiftieth of a second between them.
final class ScannerKeys {
    /// The slowest scanners leave this much time between two letters.
    private static final Duration LONGEST_GAP = Duration.ofMillis(50);

    /// No code is shorter.
    private static final int SHORTEST = 8;

    private static final int LONGEST = 4296;

    private final StringBuilder letters = new StringBuilder();
    private long last;

    /// Takes a letter.
    ///
    /// @param nanos when it came
    void typed(char letter, long nanos) {
        if (nanos - last > LONGEST_GAP.toNanos() || letters.length() >= LONGEST) {
            wipe();
        }
        last = nanos;
        if (letter >= ' ' && letter != 0x7F) {
            letters.append(letter);
        }
    }

    /// Takes the Enter with which a scanner ends, and answers the code.
    Optional<String> entered(long nanos) {
        boolean isBurst = letters.length() >= SHORTEST && nanos - last <= LONGEST_GAP.toNanos();
        var code = isBurst ? Optional.of(letters.toString()) : Optional.<String>empty();
        wipe();
        return code;
    }

    /// Whether keys come so fast that a button should not take them as its own.
    boolean isUnderWay(long nanos) {
        return letters.length() >= 3 && nanos - last <= LONGEST_GAP.toNanos();
    }

    private void wipe() {
        for (int i = 0; i < letters.length(); i++) {
            letters.setCharAt(i, '\0');
        }
        letters.setLength(0);
    }
}
