package org.hearthkey.core.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.seal.RefusedException;

/// Another process that has the home open: it adds devices, one a commit, and says so line by line until it is killed.
final class OtherProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private OtherProgram(Process process) {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProgram start(Path file, int commits) throws IOException {
        return new OtherProgram(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        file.toString(),
                        Integer.toString(commits))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Reads as many lines as it says, or all until it ends.
    List<String> said(int count) throws IOException {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            said.add(line);
        }
        return said;
    }

    /// Kills it as the power does, without a chance to clean up.
    void kill() {
        // Through its handle, so that what it said before can still be read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
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
