package org.hearthkey.app.ui.setupcode;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.print.CodeSheets;
import org.hearthkey.app.print.Paper;

/// What is chosen for a sheet before it is written.
///
/// @param file where it goes; a new file
/// @param which whose codes, on a sheet of stickers
/// @param then what becomes of the code here, once it is handed over
public record SheetPlan(
        Path file,
        ObjectProperty<Paper> paper,
        ObjectProperty<SetupCodeViewModel.Which> which,
        ObjectProperty<CodeSheets.Then> then) {
    /// Begins with one device, on A4, whose code stays.
    public static SheetPlan into(Path file) {
        return new SheetPlan(
                file,
                new SimpleObjectProperty<>(Paper.A4),
                new SimpleObjectProperty<>(SetupCodeViewModel.Which.THIS),
                new SimpleObjectProperty<>(CodeSheets.Then.KEEP));
    }
}
