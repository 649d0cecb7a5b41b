package org.hearthkey.core.revoke;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.device.DeviceBook;

/// What every issuer's lists have to name, canaries aside.
final class ListEntries {
    private final DeviceBook devices;
    private final ListBook book;
    private final Signatory signatory;

    ListEntries(DeviceBook devices, ListBook book, Signatory signatory) {
        this.devices = devices;
        this.book = book;
        this.signatory = signatory;
    }

    /// What an issuer revoked of what ends after `from` and not after `until`.
    void each(Role issuer, Instant from, Instant until, Consumer<RevokedEntry> taker) {
        book.eachInherited(issuer, from, until, taker);
        switch (issuer) {
            case Role.Root _ ->
                issuersTakenBack()
                        .filter(taken -> from.isBefore(taken.end()) && !until.isBefore(taken.end()))
                        .map(Ending::entry)
                        .forEach(taker);
            case Role.Services _ -> book.eachHub(from, until, taker);
            case Role.Zone(var zone) ->
                devices.eachListed(
                        zone,
                        from,
                        until,
                        listed -> taker.accept(new RevokedEntry(
                                listed.serial(),
                                listed.revoked().at(),
                                listed.revoked().reason())));
        }
    }

    /// @param end when the certificate ends that the entry is of
    private record Ending(RevokedEntry entry, Instant end) {}

    private Stream<Ending> issuersTakenBack() {
        var zones = signatory.issuers().withdrawn().stream()
                .map(taken -> new Ending(
                        new RevokedEntry(taken.issuer().serial(), taken.at(), taken.reason()),
                        taken.issuer().notAfter()));
        var intermediates = signatory.issuers().intermediates().stream()
                .flatMap(each -> each.revoked().stream()
                        .map(revoked -> new Ending(
                                new RevokedEntry(each.certificate().serial(), revoked.at(), revoked.reason()),
                                each.certificate().notAfter())));
        var lost = signatory.issuers().superseded().stream()
                .map(each -> new Ending(new RevokedEntry(each.serial(), each.at(), each.reason()), each.notAfter()));
        return Stream.of(zones, intermediates, lost).flatMap(each -> each);
    }
}
