package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.BootstrapKey;
import org.hearthkey.core.approve.KeySource;
import picocli.CommandLine.Option;

/// What a device will prove itself with, and how it is made sure which device it is.
final class JoinOptions {
    private static final int LONGEST_PLACE = 64;

    @Option(names = "--make-key", description = "Make the key here, for a device that cannot. Needs --out.")
    boolean makeKey;

    @Option(names = "--dual-use-key", description = "The maker allows its Wi-Fi key to be certified as well.")
    boolean dualUseKey;

    @Option(names = "--pair-only", description = "No certificate: the device is paired by the code on its label.")
    boolean pairOnly;

    @Option(
            names = "--kept-at",
            paramLabel = "TEXT",
            description = "With --pair-only: where the code is written down, such as a drawer.")
    Optional<String> keptAt = Optional.empty();

    @Option(
            names = "--confirm",
            paramLabel = "WAY",
            description = "presence: you have the device in hand. digits: it answers six digits with six others.")
    Optional<ConfirmBy> confirm = Optional.empty();

    /// Adds to `application` what was chosen here.
    Application add(Application application) {
        var complete = application
                .keySource(keySource())
                .bootstrapKey(dualUseKey ? BootstrapKey.ALSO_CERTIFICATES : BootstrapKey.BOOTSTRAPPING_ONLY);
        return keptAt.map(String::strip).map(complete::keptAt).orElse(complete);
    }

    private KeySource keySource() {
        if (pairOnly) {
            return KeySource.PAIRING_ONLY;
        }
        return makeKey ? KeySource.MADE_HERE : KeySource.DEVICE;
    }

    /// The key of the words that say why these choices do not go together, if they do not.
    ///
    /// @param out where files go, if anywhere
    Optional<String> contradiction(Optional<Path> out) {
        if (makeKey && out.isEmpty()) {
            return Optional.of("approve.key.nowhere");
        }
        if (pairOnly && (makeKey || out.isPresent())) {
            return Optional.of("approve.pair-only.files");
        }
        if (confirm.filter(ConfirmBy.DIGITS::equals).isPresent() && (pairOnly || makeKey)) {
            return Optional.of("confirm.keyless");
        }
        if (keptAt.isPresent() && !(pairOnly && isPlace(keptAt.get()))) {
            return Optional.of("approve.kept-at.wrong");
        }
        return Optional.empty();
    }

    private static boolean isPlace(String typed) {
        return typed.strip().length() <= LONGEST_PLACE && typed.chars().noneMatch(Character::isISOControl);
    }
}
