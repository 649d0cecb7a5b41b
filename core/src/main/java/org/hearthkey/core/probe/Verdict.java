package org.hearthkey.core.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a listener did with one certificate.
public sealed interface Verdict {
    /// It let us in: the exchange came to its end.
    record Accepted() implements Verdict {}

    /// It turned us away.
    record Refused(Reason reason) implements Verdict {}

    /// Nothing is known: it was not our hub, or did not answer to the end.
    record Unreachable(Trouble trouble) implements Verdict {}

    /// Why a listener turned a certificate away, as far as it said.
    enum Reason {
        /// The certificate is on the list that the listener goes by.
        REVOKED,
        /// The listener does not know who vouches for it: another zone's, or its anchor is gone.
        UNKNOWN_ISSUER,
        /// Something lapsed: the certificate, its issuer, or the list.
        LAPSED,
        /// The certificate itself does not please.
        BAD_CERTIFICATE,
        /// TLS let it in; the service behind did not.
        NO_RIGHTS,
        /// It closed the door without a word.
        UNSAID
    }

    /// Why nothing is known.
    enum Trouble {
        /// Nothing answers at that address.
        NO_ANSWER,
        /// It took longer than a device would wait.
        TOO_SLOW,
        /// There is no such name.
        UNKNOWN_HOST,
        /// What answers does not show a certificate of this home's services for that address.
        NOT_OUR_HUB,
        /// It answers, but not as a listener of that kind would.
        ANOTHER_PROTOCOL,
        /// It says itself that it is not ready.
        NOT_READY,
        /// A hub tried it, and said no more than that nothing is known.
        UNSAID
    }

    /// A word for files, such as `refused revoked`.
    default String code() {
        return switch (this) {
            case Accepted _ -> "accepted";
            case Refused(var reason) -> "refused " + word(reason);
            case Unreachable(var trouble) -> "unreachable " + word(trouble);
        };
    }

    /// The verdict with that [#code()].
    ///
    /// @throws IllegalArgumentException if there is none
    static Verdict of(String code) {
        if (code.equals("accepted")) {
            return new Accepted();
        }
        Optional<Verdict> refused = named(Reason.values(), "refused ", code).map(Refused::new);
        return refused.or(() -> named(Trouble.values(), "unreachable ", code).map(Unreachable::new))
                .orElseThrow(() -> new IllegalArgumentException("No verdict: " + code));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String before, String code) {
        return Arrays.stream(values)
                .filter(value -> code.equals(before + word(value)))
                .findFirst();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
