package org.hearthkey.app.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.control.FileChoice;

/// Answers with a file and a folder that the test decided on.
public record ChosenFiles(Optional<Path> file, Optional<Path> chosenFolder) implements FileChoice {
    public static final ChosenFiles NONE = new ChosenFiles(Optional.empty(), Optional.empty());

    @Override
    public Optional<Path> open(String title, String kind, List<String> endings) {
        return file;
    }

    @Override
    public List<Path> openSeveral(String title, String kind, List<String> endings) {
        return file.stream().toList();
    }

    @Override
    public Optional<Path> folder(String title) {
        return chosenFolder;
    }
}
