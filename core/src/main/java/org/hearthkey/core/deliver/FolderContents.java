package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hearthkey.core.transport.Transport;
import org.hearthkey.core.transport.Transport.Item;

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
    static final int MOST_CHECKPOINT_BYTES = 64 * 1024;
    private static final int MOST_CHECKPOINTS = 16;
    private static final Set<String> LEFT_BY_DESKTOPS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final String LEFT_BY_MACS = "._";
    /// One more than the deepest folder of a bundle.
    private static final int DEEPEST = 6;

    /// Somebody else's folder may be large. That it is not ours is known soon.
    private static final int MOST_FOREIGN = 100;

    /// Looks into a folder; one that does not exist has no contents.
    static FolderContents of(Transport transport, Path folder) throws IOException {
        return of(transport, folder, FolderContents::isOfBundle);
    }

    /// The same for a folder that holds something else than a bundle.
    ///
    /// @param ours which paths its files have
    static FolderContents of(Transport transport, Path folder, Predicate<String> ours) throws IOException {
        var contents = new FolderContents(
                new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        transport.walk(folder, DEEPEST, item -> {
            contents.add(item, relative(folder, item.path()), ours);
            return contents.foreign.size() < MOST_FOREIGN;
        });
        return contents;
    }

    private void add(Item item, String path, Predicate<String> ours) {
        var file = item.path();
        all.add(file);
        switch (item.kind()) {
            case LINK -> links.add(file);
            case FOLDER -> {}
            case OTHER -> foreign.add(file);
            case FILE -> {
                if (ours.test(path)) {
                    files.put(path, item.size());
                } else if (isCheckpoint(path, item.size())) {
                    checkpoints.put(path, file);
                } else if (!isLeftBehind(path, file.getFileName().toString())) {
                    foreign.add(file);
                }
            }
        }
    }

    private static boolean isOfBundle(String path) {
        return BundleFile.isPath(path) || Manifest.isOwnFile(path);
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
