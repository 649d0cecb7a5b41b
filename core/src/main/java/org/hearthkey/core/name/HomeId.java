package org.hearthkey.core.name;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The random label which stands for the home in every certificate. It appears in TLS handshakes, where anybody nearby
/// can read it, so it is drawn at random and never made from a name or an address.
///
/// @param text 8 characters from `a-z` and `2-7`
public record HomeId(String text) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{" + LENGTH + "}");

    public HomeId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a home id: " + text);
        }
    }

    /// Of every home that is made to be thrown away: whatever was signed there says so.
    public static final HomeId REHEARSAL = new HomeId("rehearse");

    public static HomeId random(SecureRandom random) {
        return Stream.generate(() -> draw(random))
                .filter(id -> !id.isRehearsal())
                .findFirst()
                .orElseThrow();
    }

    private static HomeId draw(SecureRandom random) {
        return new HomeId(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining()));
    }

    public static Optional<HomeId> parse(String text) {
        return Optional.of(text).filter(FORM.asMatchPredicate()).map(HomeId::new);
    }

    /// Whether this is of a home that is made to be thrown away.
    public boolean isRehearsal() {
        return equals(REHEARSAL);
    }

    @Override
    public String toString() {
        return text;
    }
}
