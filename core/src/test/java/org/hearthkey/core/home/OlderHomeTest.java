package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home that was written by schema 1, kept as a resource.
class OlderHomeTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copiesTheOlderHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        try (var packed = OlderHomeTest.class.getResourceAsStream("schema-1.hearth.gz")) {
            if (packed == null) {
                throw new UncheckedIOException(new IOException("No older home"));
            }
            Files.copy(new GZIPInputStream(packed), file);
        }
    }

    /// One commit migrates it, one makes the journal's first key and one its second.
    @Test
    void opensAndIsUpToDateAfterThat() throws IOException {
        for (int opening = 0; opening < 2; opening++) {
            try (var home = clock.open(file)) {
                assertEquals(4, home.soundness().commit());
                assertTrue(home.soundness().records().containsKey("slot_note"));
                assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
                assertEquals(
                        List.of("lighting", "security"),
                        home.issuers().zones().stream()
                                .map(zone -> zone.name().text())
                                .toList());
            }
        }
    }

    @Test
    void goesOnAsAnyOther() throws Exception {
        try (var home = clock.open(file);
                var root = TestHomes.rootPassphrase()) {
            var slot = home.unlocking().slots().getFirst();
            assertEquals(Optional.empty(), slot.added());
            home.unlocking().rename(1, new SlotName("Anna's"), RootSecret.of(root));
            home.addZone(new ZoneName("garden"), RootSecret.of(root));
        }
        try (var home = clock.open(file)) {
            assertEquals(
                    Optional.of(new SlotName("Anna's")),
                    home.unlocking().slots().getFirst().name());
            assertEquals(3, home.issuers().zones().size());
        }
    }
}
