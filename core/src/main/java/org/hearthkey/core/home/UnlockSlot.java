package org.hearthkey.core.home;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.TokenPoint;
import org.hearthkey.core.store.KeptSlot;
import org.hearthkey.core.store.SlotNote;

/// One way to unlock the home.
///
/// @param id its number, which stays its own while it is there
/// @param name none for the slot that the home began with, until it gets one
/// @param factors what opens it; nothing if a later release made it
/// @param cost what one guess at its passphrase costs; nothing if it has none
/// @param added nothing if it was there before such notes were taken
/// @param token the public half of its token's key
/// @param tokenUri where its token was found, RFC 7512
public record UnlockSlot(
        long id,
        Optional<SlotName> name,
        Optional<Factors> factors,
        Optional<Argon2Cost> cost,
        Optional<Instant> added,
        Optional<TokenPoint> token,
        Optional<String> tokenUri) {
    static UnlockSlot of(KeptSlot slot, Optional<SlotNote> note) {
        return new UnlockSlot(
                slot.id(),
                note.flatMap(SlotNote::name),
                slot.lock().map(Lock::factors),
                slot.lock().flatMap(Lock::cost),
                note.map(SlotNote::added),
                note.flatMap(SlotNote::token),
                note.flatMap(SlotNote::tokenUri));
    }
}
