package org.hearthkey.app.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.cli.Hearthkey;
import org.hearthkey.app.ui.shell.HearthkeyApplication;

/// Where the program begins: tells its version, opens the window, or answers a command, and loads only what that takes.
public final class Launch {
    private Launch() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.print("hearthkey ");
            System.out.println(version());
        } else if (args.length == 0) {
            OwnMemory.close();
            QuietLibraries.begin();
            HearthkeyApplication.open(
                    Optional.ofNullable(System.getenv("HEARTHKEY_HOME")).map(Path::of));
        } else {
            OwnMemory.close();
            QuietLibraries.begin();
            System.exit(Hearthkey.run(version(), args));
        }
    }

    /// The release, from the manifest of the jar that this class came in, which has been read by now.
    public static String version() {
        return Optional.ofNullable(Launch.class.getPackage().getImplementationVersion())
                .orElse("in development");
    }
}
