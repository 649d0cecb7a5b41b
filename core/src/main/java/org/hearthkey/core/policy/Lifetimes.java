package org.hearthkey.core.policy;

import java.time.Duration;
import java.time.Instant;

/// How long things last and when each is due again. The numbers are policy, not format: they may change with a release,
/// and what was signed before keeps the dates that it carries.
public final class Lifetimes {
    /// No certificate ends later.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5">RFC 5280, section 4.1.2.5</a>
    public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    /// A device certificate, when nobody says otherwise.
    public static final int DEVICE_DAYS = 90;

    /// What a device gets that has to come back with a fresh key.
    public static final Duration ONBOARDING = Duration.ofHours(24);

    /// The longest that a device or hub certificate may last.
    public static final int LONGEST_DEVICE_DAYS = 397;

    /// What a hub's server certificate and the signer of bundles last.
    public static final int SERVICE_DAYS = 397;

    /// A revocation list of a zone or of the services. Every device of the zone is turned away when it lapses.
    public static final Duration LIST = Duration.ofDays(35);

    /// The root's own list, which names issuers. Signing it takes the root passphrase, so it lasts from ceremony to
    /// ceremony.
    public static final Duration ROOT_LIST = Duration.ofDays(400);

    /// When the next list of a lifeline begins, so that the one before is good for another week.
    public static final Duration LIST_APART = Duration.ofDays(28);

    /// The same for the root's.
    public static final Duration ROOT_LIST_APART = Duration.ofDays(370);

    /// How far ahead lists are signed, when nobody says otherwise: an issuer that sleeps does not lock the home out.
    public static final int LIFELINE_MONTHS = 12;

    /// With less than this left to the last list of an issuer, the owner is warned.
    public static final Duration LISTS_END_SOON = Duration.ofDays(14);

    /// With less than this left to the last list of an issuer, it is urgent.
    public static final Duration LISTS_END_NOW = Duration.ofDays(7);

    /// The furthest that lists may be signed ahead.
    public static final int LONGEST_LIFELINE_MONTHS = 60;

    /// From this age on a list is signed anew whenever something is exported.
    public static final Duration LIST_DUE = Duration.ofDays(14);

    /// Clocks in small devices are slow: a certificate is valid from this long before it was signed.
    public static final Duration BACKDATE = Duration.ofMinutes(5);

    /// With less than this left, a certificate ends soon even when its renewal window has not begun.
    public static final Duration SOON = Duration.ofDays(30);

    /// A device that was approved has to be seen to use its credential within this time.
    public static final Duration UNSEEN = Duration.ofDays(14);

    /// With less than this left to the end of a kind of key, the owner is told which devices have such keys: some can
    /// make no other, and have to be replaced.
    public static final Duration KEYS_END_SOON = Duration.ofDays(730);

    private static final Duration ISSUER_DUE = Duration.ofDays(400);

    private Lifetimes() {}

    /// When a certificate of a device or hub enters its renewal window: after two thirds of its life.
    public static Instant renewFrom(Instant notBefore, Instant notAfter) {
        return notBefore.plus(
                Duration.between(notBefore, notAfter).multipliedBy(2).dividedBy(3));
    }

    /// When an issuer is due: early enough that the longest device certificate still fits below it.
    public static Instant issuerDueFrom(Instant notAfter) {
        return notAfter.minus(ISSUER_DUE);
    }
}
