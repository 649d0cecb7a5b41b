package org.hearthkey.core.drive;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Programs.Ended;

/// Makes a drive safe to pull out, as far as the system lets a program do that.
public final class Removal implements DriveRemover {
    /// A slow stick may take a while to write what it was told before.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]:\\\\?");

    private final Programs programs;
    private final Os os;

    Removal(Programs programs, Os os) {
        this.programs = programs;
        this.os = os;
    }

    /// What this system offers.
    public static Removal onThisComputer() {
        return new Removal(Programs.installed(), Os.named(System.getProperty("os.name", "")));
    }

    /// How far it came.
    public sealed interface Outcome {
        /// It can be pulled out now.
        record Safe() implements Outcome {}

        /// Some program still uses it. What was written is on it.
        record InUse() implements Outcome {}

        /// The owner must do it: what was written is on it, but the system lets no program take it out.
        record ByHand(Os os) implements Outcome {}

        /// It is built in, and stays where it is.
        record Stays() implements Outcome {}
    }

    /// The systems that go about it in their own ways.
    public enum Os {
        LINUX,
        MAC,
        WINDOWS;

        /// @param name as Java has it in `os.name`
        static Os named(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("windows")) {
                return WINDOWS;
            }
            return lower.startsWith("mac") ? MAC : LINUX;
        }
    }

    @Override
    public Outcome remove(FoundDrive drive) {
        if (drive.kind() != Kind.REMOVABLE) {
            return new Outcome.Stays();
        }
        return switch (os) {
            case LINUX -> linux(drive);
            case MAC ->
                outcome(programs.run(List.of("diskutil", "eject", drive.folder().toString())));
            case WINDOWS -> windows(drive.folder().toString());
        };
    }

    private Outcome linux(FoundDrive drive) {
        var unmounted = programs.run(
                List.of("udisksctl", "unmount", "--no-user-interaction", "--block-device", drive.device()));
        if (unmounted == Ended.WELL) {
            // Only sticks with a switch of their own can do that; unmounted is safe enough.
            programs.run(List.of("udisksctl", "power-off", "--no-user-interaction", "--block-device", drive.device()));
            return new Outcome.Safe();
        }
        var simply = programs.run(List.of("umount", drive.folder().toString()));
        return simply == Ended.WELL ? new Outcome.Safe() : outcome(unmounted);
    }

    /// What the tray's own menu does. It returns before it is done, so it is waited for there.
    private Outcome windows(String folder) {
        if (!LETTER.matcher(folder).matches()) {
            return new Outcome.ByHand(os);
        }
        var letter = folder.substring(0, 2);
        var script = "$d = (New-Object -ComObject Shell.Application).Namespace(17).ParseName('" + letter + "');"
                + " $d.InvokeVerb('Eject');"
                + " for ($i = 0; $i -lt 40 -and (Test-Path '" + letter
                + "\\'); $i++) { Start-Sleep -Milliseconds 250 };"
                + " if (Test-Path '" + letter + "\\') { exit 1 }";
        return outcome(programs.run(List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", script)));
    }

    private Outcome outcome(Ended ended) {
        return switch (ended) {
            case WELL -> new Outcome.Safe();
            case BADLY -> new Outcome.InUse();
            case ABSENT -> new Outcome.ByHand(os);
        };
    }
}
