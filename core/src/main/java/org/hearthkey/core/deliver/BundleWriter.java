package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.Transport;

/// Writes a bundle to `DIRECTORY/hearthkey` so that at every moment a whole one is there: the old, the new, or, for the
/// moment between two renames, the old under another name, which the next delivery puts back.
///
/// The new bundle is written beside the old one, brought to the drive file by file, read back, compared, and verified as
/// a hub would before the old one is touched. Only plain operations are used, which a FAT stick has as well.
public final class BundleWriter {
    private static final long MOST_MANIFEST_BYTES = 1 << 20;

    private final Transport transport;
    private final BundleFolder folder;
    private final Check check;
    private final DeliveryProgress progress;
    private final Unfinished unfinished;

    /// What becomes of a bundle that was not brought to its end.
    enum Unfinished {
        /// It is removed, and the next delivery begins anew.
        REMOVED,
        /// It stays beside the whole one, and the next delivery goes on where it stopped.
        CONTINUED
    }

    BundleWriter(Transport transport, Path directory, Check check, DeliveryProgress progress) {
        this(transport, directory, check, progress, Unfinished.REMOVED);
    }

    BundleWriter(Transport transport, Path directory, Check check, DeliveryProgress progress, Unfinished unfinished) {
        this(transport, new BundleFolder(directory), check, progress, unfinished);
    }

    BundleWriter(
            Transport transport, BundleFolder folder, Check check, DeliveryProgress progress, Unfinished unfinished) {
        this.transport = transport;
        this.folder = folder;
        this.check = check;
        this.progress = progress;
        this.unfinished = unfinished;
    }

    /// Looks at a bundle as it lies on a drive, before it takes the place of the one before.
    interface Check {
        /// What is wrong with it.
        ///
        /// @param bundle the folder that holds the manifest
        List<Flaw> flaws(Transport transport, Path bundle) throws IOException;
    }

    /// Writes the bundle, and removes the one before.
    ///
    /// @param directory an existing folder of the drive
    /// @param signatures those of the bundle's manifest
    /// @param at when it is handed out
    /// @param root the hash of the home's root certificate
    /// @param progress is told how far it is
    /// @throws IOException if it was not written; the bundle that was there is still there
    public static WrittenBundle write(
            Path directory,
            Bundle bundle,
            ManifestSignatures signatures,
            Instant at,
            Fingerprint root,
            DeliveryProgress progress)
            throws IOException {
        return new BundleWriter(new LocalTransport(), directory, against(bundle, at, root), progress)
                .write(bundle, signatures);
    }

    /// Only this bundle of this home will do.
    static Check against(Bundle bundle, Instant at, Fingerprint root) {
        return (transport, written) -> BundleReader.flaws(transport, written, bundle, at, root);
    }

    WrittenBundle write(Bundle bundle, ManifestSignatures signatures) throws IOException {
        var files = new LinkedHashMap<String, Content>();
        bundle.files().forEach(file -> files.put(file.path(), file.content()));
        files.put(Manifest.FILE, Content.of(bundle.manifest()));
        files.putAll(signatures.files());
        return write(files);
    }

    /// Writes these files, whatever they are, in their order.
    WrittenBundle write(Map<String, Content> content) throws IOException {
        var files = new LinkedHashMap<>(content);
        try {
            tidy();
            boolean replaced = transport.exists(folder.current());
            files.putAll(checkpoints());
            var readBack = new NextBundle(transport, folder.next(), files, progress).bring();
            refuseUnsound();
            refuseElsewhere(replaced);
            putInPlace(replaced);
            return new WrittenBundle(folder.current(), readBack, replaced ? removeLast() : WrittenBundle.Last.NONE);
        } catch (IOException e) {
            var failure = explained(e, NextBundle.size(files));
            if (unfinished == Unfinished.REMOVED && !isDamage(failure)) {
                removeNext(failure);
            }
            throw failure;
        }
    }

    /// Puts right what a delivery that was stopped left behind.
    private void tidy() throws IOException {
        if (!transport.isFolder(folder.directory())) {
            throw new DeliveryException(Reason.GONE, "No folder " + folder.directory());
        }
        for (var ours : new Path[] {folder.current(), folder.next(), folder.last()}) {
            refuseForeign(ours);
        }
        if (folder.wasInterrupted(transport)) {
            rename(folder.last(), folder.current());
        }
        refuseCrossed();
        remove(folder.last());
        if (unfinished == Unfinished.REMOVED || contents(folder.next()).files().isEmpty()) {
            remove(folder.next());
        }
    }

    /// What homes left of their journals beside the old bundle goes along with the new one: a witness must not get lost.
    private Map<String, Content> checkpoints() throws IOException {
        var kept = new LinkedHashMap<String, Content>();
        for (var checkpoint : contents(folder.current()).checkpoints().entrySet()) {
            var content = transport
                    .read(checkpoint.getValue(), FolderContents.MOST_CHECKPOINT_BYTES)
                    .content();
            var bytes = new byte[content.remaining()];
            content.get(bytes);
            kept.put(checkpoint.getKey(), Content.of(bytes));
        }
        return kept;
    }

    /// FAT renames in two steps. Where it was stopped between them, two names lead to the same files, and whoever removes one
    /// of them removes both. No two bundles have the same manifest.
    private void refuseCrossed() throws IOException {
        var current = manifest(folder.current());
        for (var other : List.of(folder.last(), folder.next())) {
            if (current.isPresent() && current.equals(manifest(other))) {
                throw new DeliveryException(Reason.DAMAGED, other + " is " + folder.current());
            }
        }
    }

    private Optional<ByteBuffer> manifest(Path bundle) throws IOException {
        var size = contents(bundle).files().get(folder.kind().mark());
        return size == null || size > MOST_MANIFEST_BYTES
                ? Optional.empty()
                : Optional.of(transport
                        .read(bundle.resolve(folder.kind().mark()), Math.toIntExact(size))
                        .content());
    }

    private void refuseForeign(Path ours) throws IOException {
        var contents = contents(ours);
        if (!contents.links().isEmpty()) {
            throw new DeliveryException(
                    Reason.LINK, "A link: " + contents.links().getFirst());
        }
        if (!contents.foreign().isEmpty()) {
            throw new DeliveryException(
                    folder.kind().foreign(), "Not ours: " + contents.foreign().getFirst());
        }
    }

    /// A drive that was pulled out before the first byte came leaves its folder on this machine, and the next bundle was
    /// written there: the one before is not beside it.
    private void refuseElsewhere(boolean hadOne) throws IOException {
        if (hadOne && !transport.exists(folder.current())) {
            throw new DeliveryException(Reason.GONE, "No " + folder.current() + " any more");
        }
    }

    /// Only what verifies on the drive takes the place of the bundle before. A list that has lapsed is as bad there as here,
    /// and keeps the others from nobody.
    private void refuseUnsound() throws IOException {
        for (var flaw : check.flaws(transport, folder.next())) {
            if (flaw.code() != Flaw.Code.LIST_LAPSED) {
                throw new DeliveryException(Reason.UNSOUND, flaw.code().text() + ": " + flaw.path());
            }
        }
    }

    private void putInPlace(boolean replaces) throws IOException {
        if (replaces) {
            transport.rename(folder.current(), folder.last());
        }
        try {
            if (replaces) {
                settle(folder.last());
            }
            rename(folder.next(), folder.current());
            requireInPlace();
        } catch (IOException e) {
            putBack(replaces, e);
            throw e;
        }
    }

    private void rename(Path from, Path to) throws IOException {
        transport.rename(from, to);
        settle(to);
    }

    /// On FAT under Linux a folder that was renamed leads to the top of the drive until it is itself synced, and for as long
    /// whoever pulls the drive out loses what is in it. So that comes first, then the folder that it is in.
    private void settle(Path renamed) throws IOException {
        transport.sync(renamed);
        transport.sync(folder.directory());
    }

    /// The folder under a drive that was just pulled out can be synced as well.
    private void requireInPlace() throws IOException {
        if (!transport.exists(folder.current())) {
            throw new NoSuchFileException(folder.current().toString());
        }
    }

    private void putBack(boolean replaced, IOException failure) {
        try {
            if (transport.exists(folder.current())) {
                transport.rename(folder.current(), folder.next());
            }
            if (replaced) {
                transport.rename(folder.last(), folder.current());
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

    private static boolean isDamage(IOException failure) {
        return failure instanceof DeliveryException refused && refused.reason() == Reason.DAMAGED;
    }

    private void removeNext(IOException failure) {
        // What stands there is ours only if everything in it is: a refusal must not remove what it refused.
        try {
            refuseForeign(folder.next());
            remove(folder.next());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private FolderContents contents(Path ours) throws IOException {
        return folder.kind().contents(transport, ours);
    }

    /// The mark goes first: without it, nobody takes the rest for a whole bundle.
    private void remove(Path ours) throws IOException {
        var contents = new ArrayList<>(contents(ours).all());
        var mark = ours.resolve(folder.kind().mark());
        if (contents.remove(mark)) {
            transport.delete(mark);
            transport.sync(ours);
        }
        for (var path : contents) {
            transport.delete(path);
        }
    }

    /// Looks at the place to say why it failed: messages of the system come in every language.
    private IOException explained(IOException failure, long needed) {
        return failure instanceof DeliveryException
                ? failure
                : DeliveryException.explained(failure, transport.trouble(failure, folder.directory(), needed));
    }
}
