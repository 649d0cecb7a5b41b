package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.FoundDrive.Access;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Removal.Os;
import org.hearthkey.core.drive.Removal.Outcome;
import org.junit.jupiter.api.Test;

class DriveWordsTest {
    private final DriveWords words = DriveWords.in(Locale.ENGLISH);

    @Test
    void thereAreWordsForEverythingAndNoOthers() {
        var needed = new TreeSet<>(Set.of("size.gigabytes", "size.megabytes", "drive.title", "drive.free"));
        for (var kind : Kind.values()) {
            needed.add("kind." + kind.code());
        }
        for (var objection : Objection.values()) {
            needed.add("objection." + objection.code());
        }
        needed.addAll(Set.of("removal.safe", "removal.in-use", "removal.stays"));
        for (var os : Os.values()) {
            needed.add("removal.by-hand." + os.name().toLowerCase(Locale.ROOT));
        }
        assertEquals(needed, new TreeSet<>(Books.keys("drives")));
    }

    @Test
    void sizesReadAsOnTheDriveItself() {
        assertEquals("STICK (8.0 GB)", words.title(drive(8_004_304_896L, 0)));
        assertEquals("STICK (512 MB)", words.title(drive(512_000_000L, 0)));
        assertEquals("7.9 GB of 8.0 GB free", words.free(drive(8_004_304_896L, 7_912_000_000L)));
    }

    @Test
    void theOwnerIsToldWhatToType() {
        var byHand = words.sentence(new Outcome.ByHand(Os.LINUX), drive(1, 1));
        assertTrue(byHand.contains("umount /media/ann/STICK"), byHand);
        assertTrue(words.sentence(new Outcome.Safe(), drive(1, 1)).contains("safe to remove"));
    }

    @Test
    void everySentenceIsShort() {
        for (var key : Books.keys("drives")) {
            Books.requireShortSentences(Books.book("drives").getString(key));
        }
    }

    private static FoundDrive drive(long size, long free) {
        return new FoundDrive(
                "STICK",
                Path.of("/media/ann/STICK"),
                "/dev/sdb1",
                "/dev/sdb",
                "vfat",
                size,
                free,
                Kind.REMOVABLE,
                Access.WRITABLE);
    }
}
