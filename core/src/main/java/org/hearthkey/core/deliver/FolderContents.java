package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What lies in a folder that has a bundle's name. Links are not followed.
///
/// @param files the files of a bundle, by their paths with `/`, and their sizes
/// @param checkpoints what homes left of their journals beside the bundle, by their paths
/// @param links symbolic links, the folder itself included
/// @param foreign whatever else a bundle does not have; what desktops leave everywhere is overlooked
/// @param all everything, a folder after what is in it
record FolderContents(
        SortedMap<String, Long> files,
        SortedMap<String, Path> checkpoints,
        List<Path> links,
        List<Path> foreign,
        List<Path> all) {
    private static final Pattern CHECKPOINT = Pattern.compile("journal/[a-z2-7]{8}\\.checkpoint");
    private static final Pattern UNFINISHED = Pattern.compile("journal/[a-z2-7]{8}\\.checkpoint\\.new");
    private static final int MOST_CHECKPOINT_BYTES = 64 * 1024;
    private static final int MOST_CHECKPOINTS = 16;
    private static final Set<String> LEFT_BY_DESKTOPS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final String LEFT_BY_MACS = "._";
    private static final int DEEPEST = 4;

    /// Somebody else's folder may be large. That it is not ours is known soon.
    private static final int MOST_FOREIGN = 100;

    /// Looks into a folder; one that does not exist has no contents.
    static FolderContents of(Path folder) throws IOException {
        var contents = new FolderContents(
                new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (BundleFolder.exists(folder)) {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, contents.visitor(folder));
        }
        return contents;
    }

    private SimpleFileVisitor<Path> visitor(Path folder) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                add(file, relative(folder, file), attributes);
                return foreign.size() < MOST_FOREIGN ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                all.add(visited);
                return super.postVisitDirectory(visited, failure);
            }
        };
    }

    private void add(Path file, String path, BasicFileAttributes attributes) {
        all.add(file);
        if (attributes.isSymbolicLink()) {
            links.add(file);
        } else if (attributes.isRegularFile() && isOurs(path)) {
            files.put(path, attributes.size());
        } else if (attributes.isRegularFile() && isCheckpoint(path, attributes.size())) {
            checkpoints.put(path, file);
        } else if (!attributes.isRegularFile()
                || !isLeftBehind(path, file.getFileName().toString())) {
            foreign.add(file);
        }
    }

    private static boolean isOurs(String path) {
        return BundleFile.isPath(path) || path.equals(Manifest.FILE) || path.equals(Manifest.SIGNATURE_FILE);
    }

    private boolean isCheckpoint(String path, long size) {
        return CHECKPOINT.matcher(path).matches()
                && size <= MOST_CHECKPOINT_BYTES
                && checkpoints.size() < MOST_CHECKPOINTS;
    }

    private static boolean isLeftBehind(String path, String name) {
        return UNFINISHED.matcher(path).matches() || LEFT_BY_DESKTOPS.contains(name) || name.startsWith(LEFT_BY_MACS);
    }

    /// A path within a folder as bundles write it.
    static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
