package org.hearthkey.core.home;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.seal.RefusedException;

/// Forgets a person: as the owner of devices, and wherever the journal's details name them. The journal's entries hold
/// only salted hashes of details, so every proof stays.
public final class Forgetting {
    private final DeviceRecords devices;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    Forgetting(DeviceRecords devices, Signatory signatory, Journal journal, Commits commits, InstantSource clock) {
        this.signatory = signatory;
        this.devices = devices;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// What was forgotten.
    ///
    /// @param entries how many entries of the journal lost their details
    /// @param devices how many devices lost their owner
    /// @param stillNamed how many devices have the name in their own, or in their type or room: a certificate cannot be
    ///     changed
    public record Forgotten(long entries, long devices, long stillNamed) {}

    /// Forgets whoever is called this, as whole words in any case. Older copies of the file still know.
    ///
    /// It cannot be taken back, so it asks for the root's secret.
    ///
    /// @throws IllegalArgumentException for an empty name
    /// @throws RefusedException wrong-secret, if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Forgotten forget(String person, RootSecret root) throws RefusedException, IOException {
        var name = person.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Nobody has an empty name");
        }
        var words = asWords(name);
        signatory.proveRoot(root).close();
        return commits.commit(() -> {
            var entries = journal.forget(details -> names(details, words));
            var owned = devices.forgetOwner(name);
            var still = devices.count(DeviceQuery.all(clock.instant()).matching(name.toLowerCase(Locale.ROOT)));
            journal.append(Note.of("person.forget").fact("entries", entries).fact("devices", owned));
            return new Forgotten(entries, owned, still);
        });
    }

    /// Finds a name as whole words, in any case.
    static Pattern asWords(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean names(Map<String, Object> details, Pattern words) {
        return details.values().stream()
                .anyMatch(value -> words.matcher(String.valueOf(value)).find());
    }
}
