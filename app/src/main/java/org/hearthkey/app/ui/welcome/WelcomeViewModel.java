package org.hearthkey.app.ui.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.preference.RecentHome;
import org.hearthkey.app.ui.task.Background;

/// The choice one has when nothing is open: make a home, open a file, or open one of those opened before.
public final class WelcomeViewModel {
    /// A home opened before, and whether its file is still there.
    public record Recent(RecentHome home, boolean isThere) {}

    private final Entrance entrance;
    private final Consumer<Path> forget;
    private final ReadOnlyObjectWrapper<List<Recent>> recent = new ReadOnlyObjectWrapper<>(List.of());

    /// @param forget takes a file from the list of recent homes; the file itself stays
    public WelcomeViewModel(List<RecentHome> homes, Entrance entrance, Background background, Consumer<Path> forget) {
        this.entrance = entrance;
        this.forget = forget;
        background.run(
                () -> homes.stream()
                        .map(home -> new Recent(home, Files.isRegularFile(home.file())))
                        .toList(),
                recent::set,
                _ -> recent.set(
                        homes.stream().map(home -> new Recent(home, false)).toList()));
    }

    public ReadOnlyObjectProperty<List<Recent>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    public void create() {
        entrance.create();
    }

    /// Opens the package of a house that changed hands.
    public void receive() {
        entrance.receive();
    }

    /// Makes a home, loses it and brings it back, without anything real.
    public void rehearse() {
        entrance.rehearse();
    }

    public void open(Path file) {
        entrance.unlock(file);
    }

    /// Opens a home whose passphrase is lost.
    public void restore(Path file) {
        entrance.restore(file);
    }

    /// Makes a home anew whose file is gone.
    public void rebuild() {
        entrance.rebuild();
    }

    public void forget(Recent gone) {
        forget.accept(gone.home().file());
        recent.set(recent.get().stream().filter(kept -> !kept.equals(gone)).toList());
    }
}
