import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Lays out the runnable image, `TARGET/hearthkey`: in `bin` the launchers, in `lib` our jars and those we use, in
/// `runtime` a Java with JavaFX linked in, and beside them the license and the bill of materials.
///
/// Maven runs it at `package` with the toolchain's JDK, which is also the one that is linked. It may keep its modules as
/// `jmods` or only in its own run-time image (JEP 493).
final class Image {
    /// JavaFX brings what it needs itself. Tokens (PKCS#11) and names of days and months are reached by name only.
    private static final String MODULES = String.join(
            ",",
            "java.desktop",
            "java.logging",
            "java.naming",
            "java.net.http",
            "java.sql",
            "javafx.controls",
            "jdk.crypto.cryptoki",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported");

    /// In force whoever starts this Java: no memory of ours in a dump or for a debugger, nothing in the shared temporary
    /// folder, and no word about a cache that does not fit or the native code of JavaFX, SQLite and Argon2.
    private static final String OPTIONS = String.join(
            " ",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-Xlog:aot=off",
            "-Xlog:cds=off",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path image;
    private final Path work;
    private final List<Path> javafx = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>();

    private Image(Path target, String classPath) {
        image = target.resolve("hearthkey");
        work = target.resolve("jmods");
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                (name(path).startsWith("javafx-") ? javafx : libraries).add(path);
            }
        }
    }

    /// @param arguments the project's folder, Maven's target folder, the app's jar, its class path
    public static void main(String[] arguments) throws IOException, InterruptedException, GeneralSecurityException {
        Path project = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        var image = new Image(target, arguments[3]);
        image.launchers(project.resolve("installer/launcher"));
        image.jars(Path.of(arguments[2]));
        image.runtime();
        image.cache();
        image.add(project.resolve("LICENSE"));
        image.bill(target.resolve("sbom.json"));
    }

    private void launchers(Path from) throws IOException {
        Path bin = emptied(image.resolve("bin"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path launcher : files.toList()) {
                copy(launcher, bin.resolve(name(launcher)));
                bin.resolve(name(launcher)).toFile().setExecutable(true, false);
            }
        }
    }

    private void jars(Path app) throws IOException {
        Path lib = emptied(image.resolve("lib"));
        copy(app, lib.resolve("hearthkey-app.jar"));
        for (Path library : libraries) {
            copy(library, lib.resolve(name(library)));
        }
    }

    /// Links anew only when what goes in has changed: it takes longer than all the rest.
    private void runtime() throws IOException {
        Path runtime = image.resolve("runtime");
        Path stamp = runtime.resolve("lib/linked-from");
        String ingredients = String.join("\n", Runtime.version().toString(), MODULES, OPTIONS, javafx.toString());
        if (Files.exists(stamp) && Files.readString(stamp).equals(ingredients)) {
            return;
        }
        emptied(work);
        for (Path jar : javafx) {
            jmod(jar);
        }
        delete(runtime);
        run(
                "jlink",
                "--module-path",
                work.toString(),
                "--add-modules",
                MODULES,
                "--add-options",
                OPTIONS,
                "--generate-cds-archive",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-6",
                "--output",
                runtime.toString());
        Files.writeString(stamp, ingredients);
    }

    /// Turns one of JavaFX's jars into a jmod, so that its native libraries are linked as such. Otherwise they would
    /// stay resources that each user's first start unpacks into their home.
    private void jmod(Path jar) throws IOException {
        String name = name(jar).replaceFirst("\\.jar$", "");
        Path classes = work.resolve(name).resolve("classes");
        Path natives = work.resolve(name).resolve("natives");
        try (var content = new JarFile(jar.toFile())) {
            if (content.getEntry("module-info.class") == null) {
                return; // the jar that only points to the one of this platform
            }
            Files.createDirectories(natives);
            for (JarEntry entry : content.stream().filter(e -> !e.isDirectory()).toList()) {
                boolean isNative = entry.getName().matches("[^/]+\\.(so|dylib|dll)");
                Path file = (isNative ? natives : classes).resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var in = content.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        run(
                "jmod",
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                natives.toString(),
                work.resolve(name + ".jmod").toString());
    }

    /// Keeps what a short command loads in the form that Java has it in memory, so that the next start need not read,
    /// check and link it again (JEP 483). A cache that does not fit, as after a copy with new dates, is not used.
    private void cache() throws IOException, InterruptedException {
        Path lib = image.resolve("lib");
        Path said = image.resolveSibling("cache.log");
        int exit = new ProcessBuilder(
                        image.resolve("runtime/bin/java").toString(),
                        "-XX:AOTCacheOutput=" + lib.resolve("hearthkey.aot"),
                        "--class-path",
                        lib.resolve("hearthkey-app.jar").toString(),
                        "org.hearthkey.app.launch.Launch",
                        "--help")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("hearthkey --help answered " + exit + ": " + Files.readString(said));
        }
    }

    private void add(Path file) throws IOException {
        Files.copy(file, image.resolve(name(file)), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Adds the bill of materials. It is written with a network only; one that an earlier build left is not of this image
    /// if it lacks a jar's hash, and then the image says that it has none.
    private void bill(Path sbom) throws IOException, GeneralSecurityException {
        Path excuse = image.resolve("SBOM-MISSING.txt");
        if (Files.exists(sbom) && names(Files.readString(sbom), libraries) && names(Files.readString(sbom), javafx)) {
            Files.deleteIfExists(excuse);
            add(sbom);
            return;
        }
        Files.deleteIfExists(image.resolve(name(sbom)));
        Files.writeString(
                excuse,
                "Hearthkey was built without a network here, so its bill of materials, sbom.json, is missing.\n"
                        + "The program itself is whole. A build with a network writes the bill.\n");
        System.err.println("Built without a network: the image has no bill of materials (sbom.json).");
    }

    private static boolean names(String sbom, List<Path> jars) throws IOException, GeneralSecurityException {
        for (Path jar : jars) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            if (!sbom.contains(HexFormat.of().formatHex(hash))) {
                return false;
            }
        }
        return true;
    }

    private static void run(String tool, String... arguments) {
        int exit = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        if (exit != 0) {
            throw new IllegalStateException(tool + " answered " + exit);
        }
    }

    private static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
