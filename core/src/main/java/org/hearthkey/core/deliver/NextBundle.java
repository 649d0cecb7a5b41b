package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.transport.ReadBack;
import org.hearthkey.core.transport.Transport;

/// Brings the files of a bundle to a folder of their own and reads them back. What is there already and is as it should be
/// is not sent again.
final class NextBundle {
    private final Transport transport;
    private final Path folder;
    private final Map<String, Content> files;
    private final DeliveryProgress progress;
    private final long all;
    private long done;

    NextBundle(Transport transport, Path folder, Map<String, Content> files, DeliveryProgress progress) {
        this.transport = transport;
        this.folder = folder;
        this.files = files;
        this.progress = progress;
        all = 2 * size(files);
    }

    ReadBack bring() throws IOException {
        var folders = new ArrayList<>(List.of(folder));
        foldersOf(files.keySet()).forEach(path -> folders.add(folder.resolve(path)));
        var there = FolderContents.of(transport, folder);
        removeOthers(there, folders);
        for (var path : folders) {
            if (!there.all().contains(path)) {
                transport.createFolder(path);
            }
        }
        for (var file : files.entrySet()) {
            long begun = begun(there, file.getKey(), file.getValue());
            if (begun > 0) {
                tell(begun);
            }
            if (begun < file.getValue().size() || !there.files().containsKey(file.getKey())) {
                transport.write(folder.resolve(file.getKey()), file.getValue(), begun, this::tell);
            }
        }
        for (var path : folders) {
            transport.sync(path);
        }
        return readBack();
    }

    /// What another bundle left here must not come along.
    private void removeOthers(FolderContents there, List<Path> folders) throws IOException {
        for (var path : there.all()) {
            if (!folders.contains(path) && !files.containsKey(FolderContents.relative(folder, path))) {
                transport.delete(path);
            }
        }
    }

    /// How much of a file is there and need not be sent again. What is there otherwise is removed.
    private long begun(FolderContents there, String path, Content content) throws IOException {
        var size = there.files().get(path);
        if (size == null) {
            return 0;
        }
        boolean usable = size <= content.size() && (size == content.size() || transport.appends()) && size > 0;
        if (usable
                && Comparing.with(transport, folder.resolve(path), content, size)
                        .isPresent()) {
            return size;
        }
        transport.delete(folder.resolve(path));
        there.files().remove(path);
        return 0;
    }

    private ReadBack readBack() throws IOException {
        var readBack = ReadBack.FROM_DRIVE;
        for (var file : files.entrySet()) {
            if (compare(folder.resolve(file.getKey()), file.getValue()) == ReadBack.FROM_SYSTEM) {
                readBack = ReadBack.FROM_SYSTEM;
            }
            tell(file.getValue().size());
        }
        return readBack;
    }

    private ReadBack compare(Path file, Content written) throws IOException {
        return Comparing.with(transport, file, written, written.size())
                .orElseThrow(() -> new DeliveryException(Reason.READ_BACK_DIFFERS, "Read back otherwise: " + file));
    }

    static long size(Map<String, Content> files) {
        return files.values().stream().mapToLong(Content::size).sum();
    }

    private void tell(long more) throws DeliveryException {
        done += more;
        if (progress.at(done, all) == DeliveryProgress.Going.STOP) {
            throw new DeliveryException(Reason.STOPPED, "Stopped after " + done + " of " + all + " bytes");
        }
    }

    /// Each folder before those in it.
    private static SortedSet<String> foldersOf(Set<String> files) {
        var folders = new TreeSet<String>();
        for (var file : files) {
            for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
                folders.add(file.substring(0, slash));
            }
        }
        return folders;
    }
}
