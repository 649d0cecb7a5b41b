package org.hearthkey.core.deliver;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;

/// The hubs to which this home delivers: added, known by their key, and forgotten.
public final class HubRegister {
    private final HubBook book;
    private final ReceiptBook receipts;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    public HubRegister(
            HubBook book,
            ReceiptBook receipts,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.book = book;
        this.receipts = receipts;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// All hubs, by their names.
    public List<Hub> hubs() {
        return book.hubs();
    }

    public Optional<Hub> find(HubName name) {
        return book.find(name);
    }

    /// Adds a hub. For SFTP a key is made that opens there once the hub was told of it.
    ///
    /// @throws IllegalArgumentException if there is a hub of that name
    public Hub add(HubName name, HubAddress address) {
        return switch (address) {
            case HubAddress.Folder _ -> add(hub(name, address, Hub.Access.NONE));
            case HubAddress.Https _, HubAddress.Mqtts _ -> add(hub(name, address, Hub.Access.CERTIFICATE));
            case HubAddress.Sftp _ -> {
                var hub = hub(name, address, Hub.Access.KEY);
                try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
                    yield commits.commit(() -> {
                        book.add(hub, key);
                        return noted(hub);
                    });
                }
            }
        };
    }

    /// Adds a hub at which a password opens.
    ///
    /// @param password in UTF-8; stays the caller's
    /// @throws IllegalArgumentException if there is a hub of that name
    public Hub add(HubName name, HubAddress.Sftp address, SecretBytes password) {
        var hub = hub(name, address, Hub.Access.PASSWORD);
        return commits.commit(() -> {
            book.add(hub, password);
            return noted(hub);
        });
    }

    private Hub add(Hub hub) {
        return commits.commit(() -> {
            book.add(hub);
            return noted(hub);
        });
    }

    private Hub hub(HubName name, HubAddress address, Hub.Access access) {
        if (book.find(name).isPresent()) {
            throw new IllegalArgumentException("There is a hub " + name);
        }
        return new Hub(name, address, access, clock.instant().truncatedTo(ChronoUnit.SECONDS), Optional.empty());
    }

    private Hub noted(Hub hub) {
        journal.append(Note.of("hub.add")
                .detail("name", hub.name().text())
                .detail("address", hub.address().uri()));
        return hub;
    }

    /// The public half of the key that was made for this hub.
    ///
    /// @throws IllegalArgumentException if none was
    public PublicKeyInfo key(Hub hub) {
        try (var key = book.openKey(hub.name())) {
            return key.publicKey();
        }
    }

    /// Knows a hub's SSH server by this key from now on: the owner has compared it.
    public Hub pin(Hub hub, HostKey key) {
        return commits.commit(() -> {
            book.pin(hub.name(), key);
            journal.append(Note.of("hub.pin")
                    .fact("hostKey", key.sha256().hex())
                    .detail("name", hub.name().text()));
            return book.find(hub.name()).orElseThrow();
        });
    }

    /// Calls a hub otherwise. Its certificate carries the name that it had, so it needs another one, and must be told what it
    /// is called: until then nothing that it says is believed.
    ///
    /// @throws IllegalArgumentException if there is a hub of that name
    public Hub rename(Hub hub, HubName name) {
        if (book.find(name).isPresent()) {
            throw new IllegalArgumentException("There is a hub " + name);
        }
        return commits.commit(() -> {
            book.rename(hub.name(), name);
            journal.append(
                    Note.of("hub.rename").detail("name", hub.name().text()).detail("to", name.text()));
            return book.find(name).orElseThrow();
        });
    }

    /// Forgets a hub and what opened there. What it took stays with it.
    public void remove(Hub hub) {
        commits.commit(() -> {
            book.remove(hub.name());
            receipts.forget(hub.name());
            journal.append(Note.of("hub.remove").detail("name", hub.name().text()));
            return hub;
        });
    }
}
