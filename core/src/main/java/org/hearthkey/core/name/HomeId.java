package org.hearthkey.core.name;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    public static HomeId random(SecureRandom random) {
        return new HomeId(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining()));
    }

    public static Optional<HomeId> parse(String text) {
        return Optional.of(text).filter(FORM.asMatchPredicate()).map(HomeId::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
