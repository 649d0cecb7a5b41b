package org.hearthkey.core.authority;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.hearthkey.core.certificate.Certificate;

/// From when to when a certificate may be used, both ends included, in whole seconds.
record Validity(Instant notBefore, Instant notAfter) {
    Validity {
        notBefore = wholeSeconds(notBefore);
        notAfter = wholeSeconds(notAfter);
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("Ends before it begins: " + notBefore + " to " + notAfter);
        }
    }

    static Instant wholeSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    static Validity of(Certificate certificate) {
        return new Validity(certificate.notBefore(), certificate.notAfter());
    }

    /// Years as the calendar counts them.
    static Validity starting(Instant notBefore, Period period) {
        return new Validity(
                notBefore, notBefore.atZone(ZoneOffset.UTC).plus(period).toInstant());
    }

    /// This validity, but not beyond the issuer's end.
    Validity endingWith(Certificate issuer) {
        return notAfter.isAfter(issuer.notAfter()) ? new Validity(notBefore, issuer.notAfter()) : this;
    }

    /// A moment at which this and the issuer are both valid; this one's first.
    Instant momentWithin(Certificate issuer) {
        return notBefore.isBefore(issuer.notBefore()) ? issuer.notBefore() : notBefore;
    }
}
