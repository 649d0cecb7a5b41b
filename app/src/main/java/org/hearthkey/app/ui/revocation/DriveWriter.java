package org.hearthkey.app.ui.revocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Export;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.deliver.Deliveries.Delivered;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.seal.RefusedException;

/// Brings to a drive what hubs take from it: the bundle, and beside it the program that they run. Works on the home's thread.
record DriveWriter(Home home) {
    /// Whether the hub's program goes along.
    enum Program {
        WITH,
        WITHOUT
    }

    /// Reads what hubs left there, then works out what writing there would do.
    Forecast look(Path folder) throws IOException {
        home.receipts().readFrom(folder);
        return home.forecasts().at(folder);
    }

    Export.Written write(Path folder, Program program, DeliveryProgress progress) throws IOException {
        var beside = beside(folder, program, progress);
        return written(folder, home.deliveries().export(folder, progress), beside);
    }

    Export.Written write(Path folder, Program program, RootSecret root) throws RefusedException, IOException {
        var beside = beside(folder, program, DeliveryProgress.NONE);
        return written(folder, home.deliveries().export(folder, root, DeliveryProgress.NONE), beside);
    }

    private Optional<Path> beside(Path folder, Program program, DeliveryProgress progress) throws IOException {
        return program == Program.WITH ? Optional.of(home.hubPrograms().export(folder, progress)) : Optional.empty();
    }

    private static Export.Written written(Path folder, Delivered delivered, Optional<Path> program) {
        return new Export.Written(folder, delivered, program);
    }

    /// The folder that was written to last, if it is there now.
    Optional<Path> lastFolder() {
        return home.deliveries().newest(1).stream()
                .flatMap(delivery -> path(delivery.target()).stream())
                .filter(Files::isDirectory)
                .findFirst();
    }

    /// What was written down on another system may be no path here.
    private static Optional<Path> path(String target) {
        try {
            return Optional.of(Path.of(target));
        } catch (InvalidPathException notHere) {
            return Optional.empty();
        }
    }
}
