package org.hearthkey.core.store;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.SecretBytes;

/// Tries a secret on every slot it may open, by id. All bounds are checked before any Argon2id runs.
final class SlotDoor implements VaultDoor {
    private final LockSecret secret;
    private final Argon2id argon2;
    private final SecureRandom random;

    SlotDoor(LockSecret secret, Argon2id argon2, SecureRandom random) {
        this.secret = secret;
        this.argon2 = argon2;
        this.random = random;
    }

    @Override
    public VaultKeys open(List<Slot> slots) throws RefusedException, IOException {
        try (OpenSlot slot = unlock(slots)) {
            return slot.keys();
        }
    }

    /// The first slot that the secret opens.
    OpenSlot unlock(List<Slot> slots) throws RefusedException, IOException {
        SlotSurvey survey = new SlotSurvey(slots);
        for (SlotSurvey.Candidate candidate : survey.candidates(secret)) {
            byte[] vault = candidate.lock().vault();
            TimedArgon2id timed = new TimedArgon2id(argon2);
            Optional<SecretBytes> opened = new Locksmith(vault, timed, random)
                    .open(candidate.lock(), LockUse.vault(candidate.slotId()), secret);
            if (opened.isPresent()) {
                Optional<OpenSlot.Trial> trial =
                        candidate.lock().cost().map(cost -> new OpenSlot.Trial(cost, timed.took()));
                return new OpenSlot(candidate.slotId(), vault, opened.get(), trial, argon2, random);
            }
        }
        throw survey.noneFits();
    }
}
