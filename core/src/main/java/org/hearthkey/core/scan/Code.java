package org.hearthkey.core.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// What one code says about a device. A code was printed by somebody: what it says is a claim until the device proves
/// that it holds the key. A code that holds a secret says nothing in `toString`.
public sealed interface Code
        permits KeyLabelCode,
                SpokenLabelCode,
                DppCode,
                RequestCode,
                MatterCode,
                MatterManualCode,
                HomeKitCode,
                ZwaveCode,
                ZwaveDskCode,
                ZigbeeCode,
                ThreadCode,
                EspCode,
                LorawanCode,
                OpenPgpCode,
                SshCode,
                UrlCode,
                UrCode,
                BbqrCode {
    /// The name of the kind on the command line, for example `dpp`.
    String kind();

    /// The whole code as it was read; read again it is the same code. Treat it as a secret: of most kinds it is one.
    String text();

    /// What the code is worth as proof of identity.
    Proof proof();

    /// Which key the device must prove that it holds: the SHA-256 of its canonical public key. Empty where the code
    /// names none, or too little of one to tell it from others.
    default Optional<Fingerprint> keyHash() {
        return Optional.empty();
    }

    /// By what this device is known again among others. At least the key, where the code names one.
    default List<Mark> marks() {
        return keyHash()
                .map(hash -> List.of(new Mark(Mark.Sort.KEY, hash.hex())))
                .orElse(List.of());
    }

    /// What people type into a hub or read aloud instead of the code, in the groups in which labels print it. Of most
    /// kinds nobody does. Treat it as a secret.
    default Optional<String> spoken() {
        return Optional.empty();
    }

    /// What the code says that the device is.
    default Said said() {
        return Said.NOTHING;
    }

    /// What speaks against the code by itself.
    default List<Warning> warnings() {
        return List.of();
    }

    /// All that identifies the device, under the field names of the command line. `null` stands for what the code could
    /// have said and did not. Holds the code's secrets.
    Map<String, @Nullable Object> identity();
}
