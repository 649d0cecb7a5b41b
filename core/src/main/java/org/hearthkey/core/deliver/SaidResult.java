package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Verdict;

/// What a hub saw when it tried a listener, its own or another's over the network, as it says in a receipt. The evidence is
/// the receipt itself.
///
/// @param listener with the hub that tried it
public record SaidResult(Listener listener, Instant at, BigInteger list, Verdict canary, Verdict control)
        implements Trying {
    /// What a receipt says. Left out is what says nothing of a listener, or of one that is yet to be tried.
    public static List<SaidResult> of(Receipt receipt) {
        return receipt.tried().stream()
                .flatMap(tried -> of(receipt, tried).stream())
                .toList();
    }

    private static Optional<SaidResult> of(Receipt receipt, Receipt.Tried tried) {
        var address = ListenerAddress.parse(tried.listener());
        return ZoneName.parse(tried.zone())
                .filter(_ -> address.isPresent() && !tried.at().isAfter(receipt.time()))
                .map(zone -> new SaidResult(
                        new Listener(receipt.hub(), zone, address.orElseThrow(), tried.at()),
                        tried.at(),
                        tried.list(),
                        verdict(tried.canary(), Verdict.Reason.REVOKED),
                        verdict(tried.control(), Verdict.Reason.UNSAID)));
    }

    /// @param reason why a hub calls this certificate refused
    private static Verdict verdict(Receipt.Outcome said, Verdict.Reason reason) {
        return switch (said) {
            case ACCEPTED -> new Verdict.Accepted();
            case REFUSED -> new Verdict.Refused(reason);
            case UNREACHABLE -> new Verdict.Unreachable(Verdict.Trouble.UNSAID);
        };
    }
}
