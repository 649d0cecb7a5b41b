package org.hearthkey.app.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks the owner for a file or a folder.
public interface FileChoice {
    /// A file to read.
    ///
    /// @param kind what it is called in the list of kinds
    /// @param endings such as `*.png`
    Optional<Path> open(String title, String kind, List<String> endings);

    /// Files to read, all of the same kinds; none if the owner changed their mind.
    List<Path> openSeveral(String title, String kind, List<String> endings);

    /// A folder to write to.
    Optional<Path> folder(String title);

    /// Asks with the system's own dialogs, over `window`.
    static FileChoice over(Supplier<Window> window) {
        return new FileChoice() {
            @Override
            public Optional<Path> open(String title, String kind, List<String> endings) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, endings));
                return Optional.ofNullable(chooser.showOpenDialog(window.get())).map(File::toPath);
            }

            @Override
            public List<Path> openSeveral(String title, String kind, List<String> endings) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, endings));
                return Optional.ofNullable(chooser.showOpenMultipleDialog(window.get())).orElse(List.of()).stream()
                        .map(File::toPath)
                        .toList();
            }

            @Override
            public Optional<Path> folder(String title) {
                var chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
            }
        };
    }
}
