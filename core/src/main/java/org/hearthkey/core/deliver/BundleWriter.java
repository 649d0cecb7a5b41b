package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.key.Fingerprint;

/// Writes a bundle to `DIRECTORY/hearthkey` so that at every moment a whole one is there: the old, the new, or, for the
/// moment between two renames, the old under another name, which the next delivery puts back.
///
/// The new bundle is written beside the old one, brought to the drive file by file, read back, compared, and verified as
/// a hub would before the old one is touched. Only plain operations are used, which a FAT stick has as well.
public final class BundleWriter {
    private final Drive drive;
    private final BundleFolder folder;
    private final Check check;
    private final DeliveryProgress progress;
    private long done;

    BundleWriter(Drive drive, Path directory, Check check, DeliveryProgress progress) {
        this.drive = drive;
        this.folder = new BundleFolder(directory);
        this.check = check;
        this.progress = progress;
    }

    /// Looks at a bundle as it lies on a drive, before it takes the place of the one before.
    interface Check {
        /// What is wrong with it.
        ///
        /// @param bundle the folder that holds the manifest
        List<Flaw> flaws(Drive drive, Path bundle) throws IOException;
    }

    /// Writes the bundle, and removes the one before.
    ///
    /// @param directory an existing folder of the drive
    /// @param signature the detached CMS signature of the bundle's manifest
    /// @param at when it is handed out
    /// @param root the hash of the home's root certificate
    /// @param progress is told how far it is
    /// @throws DeliveryException if it was not written; the bundle that was there is still there
    public static WrittenBundle write(
            Path directory, Bundle bundle, byte[] signature, Instant at, Fingerprint root, DeliveryProgress progress)
            throws DeliveryException {
        Check check = (drive, written) -> BundleReader.flaws(drive, written, bundle, at, root);
        return new BundleWriter(new LocalDrive(), directory, check, progress).write(bundle, signature);
    }

    WrittenBundle write(Bundle bundle, byte[] signature) throws DeliveryException {
        var files = new LinkedHashMap<String, byte[]>();
        bundle.files().forEach(file -> files.put(file.path(), file.content()));
        files.put(Manifest.FILE, bundle.manifest());
        files.put(Manifest.SIGNATURE_FILE, signature);
        try {
            tidy();
            files.putAll(checkpoints());
            var readBack = writeNext(files);
            refuseUnsound();
            boolean replaced = BundleFolder.exists(folder.current());
            putInPlace(replaced);
            return new WrittenBundle(folder.current(), readBack, replaced ? removeLast() : WrittenBundle.Last.NONE);
        } catch (IOException e) {
            var failure = explained(e, files);
            removeNext(failure);
            throw failure;
        }
    }

    /// Puts right what a delivery that was stopped left behind.
    private void tidy() throws IOException {
        if (!Files.isDirectory(folder.directory())) {
            throw new DeliveryException(Reason.GONE, "No folder " + folder.directory());
        }
        for (var ours : new Path[] {folder.current(), folder.next(), folder.last()}) {
            refuseForeign(ours);
        }
        if (folder.wasInterrupted()) {
            drive.rename(folder.last(), folder.current());
            drive.sync(folder.directory());
        }
        remove(folder.last());
        remove(folder.next());
    }

    /// What homes left of their journals beside the old bundle goes along with the new one: a witness must not get lost.
    private Map<String, byte[]> checkpoints() throws IOException {
        var kept = new LinkedHashMap<String, byte[]>();
        for (var checkpoint : FolderContents.of(folder.current()).checkpoints().entrySet()) {
            kept.put(checkpoint.getKey(), Files.readAllBytes(checkpoint.getValue()));
        }
        return kept;
    }

    private static void refuseForeign(Path ours) throws IOException {
        var contents = FolderContents.of(ours);
        if (!contents.links().isEmpty()) {
            throw new DeliveryException(
                    Reason.LINK, "A link: " + contents.links().getFirst());
        }
        if (!contents.foreign().isEmpty()) {
            throw new DeliveryException(
                    Reason.NOT_A_BUNDLE,
                    "Not of a bundle: " + contents.foreign().getFirst());
        }
    }

    /// Only what verifies on the drive takes the place of the bundle before. A list that has lapsed is as bad there as here,
    /// and keeps the others from nobody.
    private void refuseUnsound() throws IOException {
        for (var flaw : check.flaws(drive, folder.next())) {
            if (flaw.code() != Flaw.Code.LIST_LAPSED) {
                throw new DeliveryException(Reason.UNSOUND, flaw.code().text() + ": " + flaw.path());
            }
        }
    }

    private ReadBack writeNext(Map<String, byte[]> files) throws IOException {
        var folders = new ArrayList<>(List.of(folder.next()));
        foldersOf(files.keySet()).forEach(path -> folders.add(folder.next().resolve(path)));
        for (var path : folders) {
            drive.createFolder(path);
        }
        long all = 2 * size(files);
        for (var file : files.entrySet()) {
            drive.write(folder.next().resolve(file.getKey()), file.getValue());
            tell(file.getValue().length, all);
        }
        for (var path : folders) {
            drive.sync(path);
        }
        var readBack = ReadBack.FROM_DRIVE;
        for (var file : files.entrySet()) {
            if (compare(folder.next().resolve(file.getKey()), file.getValue()) == ReadBack.FROM_SYSTEM) {
                readBack = ReadBack.FROM_SYSTEM;
            }
            tell(file.getValue().length, all);
        }
        return readBack;
    }

    private static long size(Map<String, byte[]> files) {
        return files.values().stream().mapToLong(content -> content.length).sum();
    }

    private void tell(long more, long all) throws DeliveryException {
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

    private ReadBack compare(Path file, byte[] written) throws IOException {
        var reading = drive.read(file, written.length);
        if (!reading.content().equals(ByteBuffer.wrap(written))) {
            throw new DeliveryException(Reason.READ_BACK_DIFFERS, "Read back otherwise: " + file);
        }
        return reading.from();
    }

    private void putInPlace(boolean replaces) throws IOException {
        if (replaces) {
            drive.rename(folder.current(), folder.last());
        }
        try {
            if (replaces) {
                drive.sync(folder.directory());
            }
            drive.rename(folder.next(), folder.current());
            drive.sync(folder.directory());
            requireInPlace();
        } catch (IOException e) {
            putBack(replaces, e);
            throw e;
        }
    }

    /// The folder under a drive that was just pulled out can be synced as well.
    private void requireInPlace() throws NoSuchFileException {
        if (!BundleFolder.exists(folder.current())) {
            throw new NoSuchFileException(folder.current().toString());
        }
    }

    private void putBack(boolean replaced, IOException failure) {
        try {
            if (BundleFolder.exists(folder.current())) {
                drive.rename(folder.current(), folder.next());
            }
            if (replaced) {
                drive.rename(folder.last(), folder.current());
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private WrittenBundle.Last removeLast() {
        try {
            remove(folder.last());
            return WrittenBundle.Last.REMOVED;
        } catch (IOException stillThere) {
            return WrittenBundle.Last.LEFT;
        }
    }

    private void removeNext(DeliveryException failure) {
        // What stands there is ours only if everything in it is: a refusal must not remove what it refused.
        try {
            refuseForeign(folder.next());
            remove(folder.next());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// The manifest goes first: without it, nobody takes the rest for a whole bundle.
    private void remove(Path ours) throws IOException {
        var contents = new ArrayList<>(FolderContents.of(ours).all());
        var manifest = ours.resolve(Manifest.FILE);
        if (contents.remove(manifest)) {
            drive.delete(manifest);
            drive.sync(ours);
        }
        for (var path : contents) {
            drive.delete(path);
        }
    }

    /// Looks at the drive to say why it failed: messages of the system come in every language.
    private DeliveryException explained(IOException failure, Map<String, byte[]> files) {
        if (failure instanceof DeliveryException explained) {
            return explained;
        }
        if (failure instanceof AccessDeniedException) {
            return new DeliveryException(Reason.NOT_ALLOWED, failure);
        }
        if (failure instanceof NoSuchFileException) {
            // What was made a moment ago is not there: another drive, or none, answers now.
            return new DeliveryException(Reason.GONE, failure);
        }
        try {
            var store = Files.getFileStore(folder.directory());
            if (store.isReadOnly()) {
                return new DeliveryException(Reason.READ_ONLY, failure);
            }
            return new DeliveryException(store.getUsableSpace() < size(files) ? Reason.FULL : Reason.FAILED, failure);
        } catch (IOException gone) {
            failure.addSuppressed(gone);
            return new DeliveryException(Reason.GONE, failure);
        }
    }
}
