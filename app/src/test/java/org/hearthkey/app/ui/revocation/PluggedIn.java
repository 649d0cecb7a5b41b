package org.hearthkey.app.ui.revocation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.FoundDrive.Access;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Offer;
import org.hearthkey.core.drive.Removal.Outcome;

/// A computer whose drives are plugged in and pulled out by hand, and whose time passes by hand.
final class PluggedIn {
    private static final long SIZE = 8_004_304_896L;

    private final List<Runnable> waiting = new ArrayList<>();
    private List<Offer> drives = List.of();
    private Optional<IOException> failure = Optional.empty();
    private Outcome removal = new Outcome.Safe();
    private int looks;

    DrivesViewModel model(Path homeFile) {
        return new DrivesViewModel((_, _) -> look(), _ -> removal, homeFile, new AtOnce(), (_, act) -> {
            waiting.add(act);
            return () -> waiting.remove(act);
        });
    }

    private List<Offer> look() throws IOException {
        looks++;
        if (failure.isPresent()) {
            throw failure.get();
        }
        return drives;
    }

    int looks() {
        return looks;
    }

    void drives(Offer... plugged) {
        drives = List.of(plugged);
        failure = Optional.empty();
    }

    void failing(IOException cause) {
        failure = Optional.of(cause);
    }

    void removal(Outcome outcome) {
        removal = outcome;
    }

    void timePasses() {
        var due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    static Offer stick(String name) {
        return at(name, Path.of("/media/ann").resolve(name));
    }

    static Offer at(String name, Path folder) {
        return new Offer(drive(name, folder, Kind.REMOVABLE), Optional.empty());
    }

    static Offer stick(String name, Objection objection) {
        return new Offer(drive(name, Path.of("/media/ann").resolve(name), Kind.REMOVABLE), Optional.of(objection));
    }

    static Offer disk(String name) {
        return new Offer(drive(name, Path.of("/mnt").resolve(name), Kind.FIXED), Optional.empty());
    }

    static Offer system() {
        return new Offer(drive("root", Path.of("/"), Kind.SYSTEM), Optional.of(Objection.SYSTEM));
    }

    private static FoundDrive drive(String name, Path folder, Kind kind) {
        return new FoundDrive(
                name, folder, "/dev/" + name, "/dev/" + name, "vfat", SIZE, SIZE - 90_000_000, kind, Access.WRITABLE);
    }
}
