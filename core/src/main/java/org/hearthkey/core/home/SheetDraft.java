package org.hearthkey.core.home;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.ShareSeat;

/// Recovery sheets that are being made: in memory, until they are printed, read back and kept. Whoever has one closes it,
/// which forgets the shares.
public final class SheetDraft implements AutoCloseable {
    private final SharePlan plan;
    private final List<Share> shares;
    private final Optional<byte[]> relocked;
    private final SealedCore core;
    private final Set<ShareSeat> readBack = new HashSet<>();

    /// @param relocked the root key with the lock that the shares open; nothing if it is on a token only
    SheetDraft(SharePlan plan, List<Share> shares, Optional<byte[]> relocked, SealedCore core) {
        this.plan = plan;
        this.shares = List.copyOf(shares);
        this.relocked = relocked;
        this.core = core;
    }

    /// All shares, one a sheet, by group and member.
    public List<Share> shares() {
        return shares;
    }

    /// What lies beside them.
    public SealedCore core() {
        return core;
    }

    public SharePlan plan() {
        return plan;
    }

    Optional<byte[]> relocked() {
        return relocked;
    }

    /// Takes what was read back from a printed or copied sheet.
    ///
    /// @return the sheet that it is; nothing if it is none of these
    public Optional<ShareSeat> readBack(Share read) {
        var found = shares.stream()
                .filter(share -> share.isSame(read))
                .map(Share::seat)
                .findAny();
        found.ifPresent(readBack::add);
        return found;
    }

    /// The sheets that were not read back yet.
    public List<ShareSeat> left() {
        return shares.stream()
                .map(Share::seat)
                .filter(seat -> !readBack.contains(seat))
                .toList();
    }

    IssuedSheets sheets() {
        return new IssuedSheets(
                core.issued(),
                core.setIdentifier(),
                plan,
                core.slot(),
                Optional.empty(),
                shares.stream()
                        .map(share -> new IssuedSheets.Sheet(share.seat(), ""))
                        .toList());
    }

    @Override
    public void close() {
        shares.forEach(Share::close);
    }
}
