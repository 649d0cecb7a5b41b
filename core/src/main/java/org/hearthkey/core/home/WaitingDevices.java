package org.hearthkey.core.home;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.sale.Received;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.store.Books;

/// The devices that came with the house. They have no key of this home; each waits until it is set up again, which its
/// approval does, or until the owner says that it never will be.
public final class WaitingDevices {
    private final Books books;
    private final Journal journal;
    private final Commits commits;

    WaitingDevices(Books books, Journal journal, Commits commits) {
        this.books = books;
        this.journal = journal;
        this.commits = commits;
    }

    /// What this home gave for the package that it began with, if it began with one.
    public Optional<Received> received() {
        return books.sales().received();
    }

    /// All that wait, by name.
    public List<WaitingDevice> all() {
        return books.waiting().all();
    }

    public Optional<WaitingDevice> find(DeviceName name) {
        return books.waiting().find(name);
    }

    /// The code from its box in UTF-8, to approve it with: it is read as if it had been scanned, and not shown. Whoever opens
    /// it closes it.
    ///
    /// @throws IllegalArgumentException if no code came with it
    public SecretBytes openCode(WaitingDevice device) {
        return books.waiting().openCode(device);
    }

    /// Says that it will not be set up again. Its code and picture are forgotten.
    public void dismiss(WaitingDevice device) {
        commits.commit(() -> {
            books.waiting().remove(device);
            journal.append(Note.of("waiting.dismiss")
                    .detail("name", device.listing().name().text())
                    .detail("zone", device.listing().zone().text()));
            return device;
        });
    }
}
