import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keeps the sources in one format: Java as palantir-java-format writes it; other text without spaces at the ends of
/// lines and with one line end at the end of the file.
///
/// Maven runs it with the toolchain's JDK (`check` at `verify`, `write` by `installer/format.sh`), because the
/// formatter reads Java with the compiler of the JDK that runs it, and Maven may run on one too old for our sources.
final class Format {
    private static final Set<String> TEXT =
            Set.of("css", "desktop", "json", "md", "properties", "py", "sh", "sql", "svg", "xml", "yml");
    private static final Set<String> SKIPPED_FOLDERS = Set.of(".git", ".idea", ".vscode", "target");

    /// Left out: a hostile input is meant to look as it does.
    private static final Path TEST_RESOURCES = Path.of("src", "test", "resources");

    /// Kept from the formatter, but for where they begin: it breaks long ones into what no longer is a comment.
    private static final Pattern DOCUMENTATION = Pattern.compile("^( *)(///.*)$", Pattern.MULTILINE);

    private static final Pattern SHORTENED = Pattern.compile("^( *)/// (\\d+)$", Pattern.MULTILINE);

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());
    private final SortedSet<String> differing = new ConcurrentSkipListSet<>();
    private final SortedSet<String> unreadable = new ConcurrentSkipListSet<>();
    private final boolean write;

    private Format(boolean write) {
        this.write = write;
    }

    /// @param arguments `check` or `write`, then files and folders in one argument, separated as in a class path
    public static void main(String[] arguments) throws IOException {
        var format = new Format(arguments[0].equals("write"));
        format.files(arguments[1].split(File.pathSeparator)).parallelStream().forEach(format::file);
        System.exit(format.report());
    }

    private List<Path> files(String[] roots) throws IOException {
        var files = new ArrayList<Path>();
        for (String root : roots) {
            Files.walkFileTree(Path.of(root), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = folder.endsWith(TEST_RESOURCES)
                            || SKIPPED_FOLDERS.contains(
                                    folder.toAbsolutePath().getFileName().toString());
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isJava(file) || TEXT.contains(extension(file))) {
                        files.add(file.normalize());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return files;
    }

    private void file(Path file) {
        try {
            String found = Files.readString(file);
            String expected = isJava(file) ? formatted(found) : tidied(found);
            if (!found.equals(expected)) {
                differing.add(file.toString());
                if (write) {
                    Files.writeString(file, expected);
                }
            }
        } catch (FormatterException e) {
            unreadable.add(file + ":" + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private int report() {
        if (!differing.isEmpty()) {
            System.err.println(
                    write ? "Formatted:" : "Not in the project's format; run installer/format.sh to rewrite them:");
            differing.forEach(line -> System.err.println("  " + line));
        }
        if (!unreadable.isEmpty()) {
            System.err.println("The formatter cannot read these; in a record pattern write `var _` for `_`:");
            unreadable.forEach(line -> System.err.println("  " + line));
        }
        return unreadable.isEmpty() && (write || differing.isEmpty()) ? 0 : 1;
    }

    private String formatted(String source) throws FormatterException {
        var documentation = new ArrayList<String>();
        String shortened = DOCUMENTATION.matcher(source).replaceAll(line -> {
            documentation.add(Matcher.quoteReplacement(line.group(2)));
            return "$1/// " + (documentation.size() - 1);
        });
        return SHORTENED
                .matcher(formatter.formatSourceAndFixImports(shortened))
                .replaceAll(line -> "$1" + documentation.get(Integer.parseInt(line.group(2))));
    }

    private static String tidied(String text) {
        String lines = text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return lines.stripTrailing() + "\n";
    }

    private static boolean isJava(Path file) {
        return extension(file).equals("java");
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
