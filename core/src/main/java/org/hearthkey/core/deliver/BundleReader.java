package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.Transport;

/// Checks a bundle as it lies on a drive, as a careful hub would: first every byte against the manifest, then the
/// manifest's signatures, then whether what is signed fits together.
public final class BundleReader {
    private final Transport transport;
    private final Path bundle;
    /// In the order in which they were found, each once.
    private final Set<Flaw> flaws = new LinkedHashSet<>();
    private final FoundFiles files;

    /// @param bundle the folder that holds the manifest
    private BundleReader(Transport transport, Path bundle) {
        this.transport = transport;
        this.bundle = bundle;
        files = new FoundFiles(transport, bundle);
    }

    /// Whose bundle it has to be. What is empty may be anybody's, as long as it fits the rest.
    ///
    /// @param root the hash of the root's certificate
    /// @param secondSigner the hash of the key that signs manifests a second time, as a SubjectPublicKeyInfo
    public record Expected(Optional<Fingerprint> root, Optional<Fingerprint> secondSigner) {
        static final Expected ANYBODY = new Expected(Optional.empty(), Optional.empty());

        static Expected below(Fingerprint root) {
            return new Expected(Optional.of(root), Optional.empty());
        }
    }

    /// Checks the bundle in `directory/hearthkey`. Which home it is of is for the caller to say: a bundle proves itself
    /// only against its own root.
    ///
    /// @param at when it is to be used
    /// @throws IOException if the drive cannot be read
    public static BundleVerdict verify(Path directory, Instant at) throws IOException {
        return verify(directory, at, Expected.ANYBODY);
    }

    /// Checks the bundle in `directory/hearthkey` as one of the home with this root.
    ///
    /// @param at when it is to be used
    /// @param expectedRoot the hash of the root's certificate
    /// @throws IOException if the drive cannot be read
    public static BundleVerdict verify(Path directory, Instant at, Fingerprint expectedRoot) throws IOException {
        return verify(directory, at, Expected.below(expectedRoot));
    }

    /// Checks the bundle in `directory/hearthkey` as one of the home that is expected.
    ///
    /// @param at when it is to be used
    /// @throws IOException if the drive cannot be read
    public static BundleVerdict verify(Path directory, Instant at, Expected expected) throws IOException {
        var transport = new LocalTransport();
        var folder = new BundleFolder(directory);
        if (folder.wasInterrupted(transport)) {
            return new BundleVerdict.Interrupted();
        }
        if (!transport.exists(folder.current())) {
            return new BundleVerdict.Missing();
        }
        return new BundleReader(transport, folder.current()).judge(at, expected);
    }

    /// What a bundle shows of its home that was sound when it was made, however long ago: nothing else counts as evidence.
    ///
    /// @param root the hash of the root's certificate
    /// @throws IOException if the drive cannot be read
    static Optional<ShownBundle> shown(Path directory, Fingerprint root) throws IOException {
        var reader = new BundleReader(new LocalTransport(), new BundleFolder(directory).current());
        return reader.shown(root, directory);
    }

    private Optional<ShownBundle> shown(Fingerprint root, Path directory) throws IOException {
        find();
        var manifest = manifest();
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        var trust = check(manifest.get(), manifest.get().created(), Expected.below(root));
        return flaws.isEmpty()
                ? Optional.of(ShownBundle.of(directory, manifest.get(), trust.parts()))
                : Optional.empty();
    }

    /// Looks into every file once. What is wrong with a file as such is told before what is wrong with what it says.
    private BundleTrust check(Manifest manifest, Instant at, Expected expected) throws IOException {
        var inside = new LinkedHashSet<Flaw>();
        var trust = BundleTrust.check(manifest, files, at, inside, expected);
        compare(manifest);
        flaws.addAll(inside);
        return trust;
    }

    /// What is wrong with a bundle that has not its place yet. Another one, however genuine, is wrong too.
    ///
    /// @param folder the one that holds the manifest
    /// @param bundle what should lie there
    static List<Flaw> flaws(Transport transport, Path folder, Bundle bundle, Instant at, Fingerprint root)
            throws IOException {
        return switch (new BundleReader(transport, folder).judge(at, Expected.below(root))) {
            case BundleVerdict.Unsound(var flaws) -> flaws;
            case BundleVerdict.Sound(var manifest, var _, var _)
            when Arrays.equals(manifest.bytes(), bundle.manifest()) -> List.of();
            case BundleVerdict.Sound _, BundleVerdict.Interrupted _, BundleVerdict.Missing _ ->
                List.of(new Flaw(Code.FILE_CHANGED, Manifest.FILE));
        };
    }

    private BundleVerdict judge(Instant at, Expected expected) throws IOException {
        find();
        var manifest = manifest();
        if (manifest.isEmpty()) {
            return new BundleVerdict.Unsound(List.copyOf(flaws));
        }
        var root = check(manifest.get(), at, expected).root();
        return root.isPresent() && flaws.isEmpty()
                ? new BundleVerdict.Sound(manifest.get(), root.get(), files.readBack())
                : new BundleVerdict.Unsound(List.copyOf(flaws));
    }

    private void find() throws IOException {
        var contents = FolderContents.of(transport, bundle);
        contents.links().forEach(path -> flaws.add(new Flaw(Code.FILE_LINK, relative(path))));
        contents.foreign().forEach(path -> flaws.add(new Flaw(Code.FILE_EXTRA, relative(path))));
        for (var file : contents.files().entrySet()) {
            if (!files.add(file.getKey(), file.getValue())) {
                flaws.add(new Flaw(Code.FILE_TOO_LARGE, file.getKey()));
            }
        }
    }

    private Optional<Manifest> manifest() {
        var bytes = files.content(Manifest.FILE);
        if (bytes.isEmpty()) {
            flaws.add(new Flaw(Code.FILE_MISSING, Manifest.FILE));
            return Optional.empty();
        }
        var manifest = Manifest.parse(bytes.get());
        if (manifest.isEmpty()) {
            flaws.add(new Flaw(Code.MANIFEST_MALFORMED, Manifest.FILE));
        }
        return manifest;
    }

    private void compare(Manifest manifest) throws IOException {
        var extra = new TreeSet<>(files.paths());
        extra.removeIf(Manifest::isOwnFile);
        for (var entry : manifest.entries()) {
            if (!extra.remove(entry.path())) {
                flaws.add(new Flaw(Code.FILE_MISSING, entry.path()));
            } else if (!files.isAs(entry)) {
                flaws.add(new Flaw(Code.FILE_CHANGED, entry.path()));
            }
        }
        extra.forEach(path -> flaws.add(new Flaw(Code.FILE_EXTRA, path)));
    }

    private String relative(Path path) {
        return FolderContents.relative(bundle, path);
    }
}
