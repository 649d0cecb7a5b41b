package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Removal.Outcome;

/// Says what a drive is, what speaks against it, and whether it may be pulled out.
public final class DriveWords {
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;

    private final Words words;

    private DriveWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static DriveWords in(Locale locale) {
        return new DriveWords(Words.of("drives", locale));
    }

    /// Its name and size, as they stand on it or nearly so.
    public String title(FoundDrive drive) {
        return words.text("drive.title", drive.name(), size(drive.size()));
    }

    /// How much room is left.
    public String free(FoundDrive drive) {
        return words.text("drive.free", size(drive.free()), size(drive.size()));
    }

    public String kind(FoundDrive.Kind kind) {
        return words.text("kind." + kind.code());
    }

    public String sentence(Objection objection) {
        return words.text("objection." + objection.code());
    }

    /// How far taking it out came, and what is left to do.
    public String sentence(Outcome outcome, FoundDrive drive) {
        return switch (outcome) {
            case Outcome.Safe() -> words.text("removal.safe");
            case Outcome.InUse() -> words.text("removal.in-use");
            case Outcome.ByHand(var os) ->
                words.text("removal.by-hand." + os.name().toLowerCase(Locale.ROOT), drive.folder());
            case Outcome.Stays() -> words.text("removal.stays");
        };
    }

    /// As makers of drives count: a thousand thousands.
    private String size(long bytes) {
        return bytes < GIGABYTE
                ? words.text("size.megabytes", bytes / MEGABYTE)
                : words.text("size.gigabytes", bytes / GIGABYTE);
    }
}
