package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.seal.RefusedException;

/// Another process that has the home open: it adds devices, one a commit, and says so.
final class OtherProgram {
    private OtherProgram() {}

    static JavaProgram start(Path file, int commits) throws IOException {
        return JavaProgram.start(OtherProgram.class, file.toString(), Integer.toString(commits));
    }

    /// Opens the file, adds so many devices and waits.
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        try (Store store = Homes.open(Path.of(arguments[0]))) {
            System.out.println("open");
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                String name = "d" + (store.head().commit() + 1);
                Homes.change(store, "INSERT INTO device(name,note) VALUES('" + name + "',zeroblob(3000))");
                System.out.println(name);
            }
            Thread.currentThread().join();
        } catch (RefusedException refused) {
            System.out.println(refused.refusal().text());
        }
    }
}
