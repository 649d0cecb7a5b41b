package org.hearthkey.app.label;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearthkey.core.attest.Shown;

/// Reads files by which makers vouch for devices.
public final class AttestationFiles {
    private static final String SUFFIX = "-attestation";

    private AttestationFiles() {}

    /// Reads all of them.
    public static List<Shown> read(List<Path> files) throws IOException {
        var shown = new ArrayList<Shown>();
        for (var file : files) {
            shown.add(read(file, Shown.MAX_LENGTH));
        }
        return shown;
    }

    /// Reads one, and of a file that is too long one byte more than may be, so that it is seen.
    public static Shown read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new Shown(String.valueOf(file.getFileName()), in.readNBytes(most + 1));
        }
    }

    /// The files in a folder by which makers vouch for one of many devices, by the order of their names: those called
    /// `NAME-attestation`, whatever their ending, and all in a folder of that name.
    ///
    /// @param name what the device's request is called, without its ending
    public static List<Path> named(String name, Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (var entry : entries(folder)) {
            if (!stem(entry).equals(name + SUFFIX)) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                entries(entry).stream().filter(Files::isRegularFile).forEach(files::add);
            } else {
                files.add(entry);
            }
        }
        return files;
    }

    /// What is called as the files of a device are, in a folder, and belongs to none of these requests.
    public static List<Path> ofNone(List<Path> requests, Path folder) throws IOException {
        var names = requests.stream().map(request -> stem(request) + SUFFIX).collect(Collectors.toUnmodifiableSet());
        return entries(folder).stream()
                .filter(entry -> isNamed(entry) && !names.contains(stem(entry)))
                .toList();
    }

    /// Whether a file or folder is called as one of those.
    public static boolean isNamed(Path path) {
        return stem(path).endsWith(SUFFIX);
    }

    /// What is in a folder, by name, but for what is hidden.
    public static List<Path> entries(Path folder) throws IOException {
        var entries = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder)) {
            for (var entry : all) {
                if (!String.valueOf(entry.getFileName()).startsWith(".")) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        entries.sort(null);
        return entries;
    }

    /// The name of a file without its ending.
    static String stem(Path path) {
        var name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
