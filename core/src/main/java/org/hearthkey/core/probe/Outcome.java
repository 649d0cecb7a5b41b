package org.hearthkey.core.probe;

import java.util.Locale;

/// What trying a canary and its control proves.
public enum Outcome {
    /// The revoked one was turned away because it is revoked, and the valid one let in.
    ENFORCED,
    /// The revoked one was let in. Whoever is revoked still comes in.
    NOT_ENFORCED,
    /// The valid one was turned away: so is every device of the zone.
    LOCKED_OUT,
    /// Neither; never to be taken for the first.
    UNPROVEN;

    /// As scripts read it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What two attempts prove together.
    ///
    /// @param canary what became of the certificate that the list in question revokes
    /// @param control what became of the one that it does not
    public static Outcome of(Verdict canary, Verdict control) {
        if (canary instanceof Verdict.Accepted) {
            return NOT_ENFORCED;
        }
        return switch (control) {
            case Verdict.Refused _ -> LOCKED_OUT;
            case Verdict.Unreachable _ -> UNPROVEN;
            case Verdict.Accepted _ -> canary.equals(new Verdict.Refused(Verdict.Reason.REVOKED)) ? ENFORCED : UNPROVEN;
        };
    }
}
