package org.hearthkey.core.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.SecretBytes;

/// Tries a secret on every slot it may open. All bounds are checked before any Argon2id runs.
final class SlotDoor implements VaultDoor {
    private final LockSecret secret;
    private final Argon2id argon2;
    private final SecureRandom random;

    SlotDoor(LockSecret secret, Argon2id argon2, SecureRandom random) {
        this.secret = secret;
        this.argon2 = argon2;
        this.random = random;
    }

    private record Candidate(long slotId, Lock lock) {}

    @Override
    public VaultKeys open(List<Slot> slots) throws RefusedException {
        List<Candidate> sound = new ArrayList<>();
        boolean outOfBounds = false;
        boolean decayed = false;
        Optional<RefusedException> malformed = Optional.empty();
        for (Slot slot : slots) {
            try {
                Lock lock = Lock.parse(slot.body());
                if (slot.hasRightSum()) {
                    sound.add(new Candidate(slot.id(), lock));
                } else {
                    decayed = true;
                }
            } catch (RefusedException refused) {
                if (refused.refusal() == Refusal.OUT_OF_BOUNDS) {
                    outOfBounds = true;
                } else if (slot.hasRightSum()) {
                    malformed = Optional.of(refused);
                } else {
                    decayed = true;
                }
            }
        }
        List<Candidate> tried = sound.stream()
                .filter(candidate -> candidate.lock().factors() == secret.factors())
                .toList();
        refuseTooMuchWork(tried);
        if (malformed.isPresent()) {
            throw malformed.get();
        }
        refuseOtherVaults(sound);
        for (Candidate candidate : tried) {
            Optional<VaultKeys> keys = open(candidate);
            if (keys.isPresent()) {
                return keys.get();
            }
        }
        throw noneFits(outOfBounds, decayed);
    }

    private Optional<VaultKeys> open(Candidate candidate) throws RefusedException {
        byte[] vault = candidate.lock().vault();
        Locksmith smith = new Locksmith(vault, argon2, random);
        Optional<SecretBytes> opened = smith.open(candidate.lock(), LockUse.vault(candidate.slotId()), secret);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (SecretBytes vaultKey = opened.get()) {
            return Optional.of(new VaultKeys(vault, vaultKey, random));
        }
    }

    private static void refuseTooMuchWork(List<Candidate> tried) throws RefusedException {
        long work = tried.stream()
                .flatMap(candidate -> candidate.lock().cost().stream())
                .mapToLong(Argon2Cost::work)
                .sum();
        if (work > Argon2Cost.MOST_WORK) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "the slots together");
        }
    }

    private static void refuseOtherVaults(List<Candidate> sound) throws RefusedException {
        for (Candidate candidate : sound) {
            if (!candidate.lock().isOfVault(sound.getFirst().lock().vault())) {
                throw new RefusedException(Refusal.DAMAGED, "slot " + candidate.slotId() + " is of another vault");
            }
        }
    }

    private static RefusedException noneFits(boolean outOfBounds, boolean decayed) {
        if (outOfBounds) {
            return new RefusedException(Refusal.OUT_OF_BOUNDS, "a slot");
        }
        if (decayed) {
            return new RefusedException(Refusal.DAMAGED, "a slot; the secret may be right");
        }
        return new RefusedException(Refusal.WRONG_SECRET, "this secret opens no slot");
    }
}
