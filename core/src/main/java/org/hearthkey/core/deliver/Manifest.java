package org.hearthkey.core.deliver;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.HomeId;

/// What `MANIFEST.json` says: which bundle this is, until when it may be used, and the size and hash of every file.
///
/// @param number higher than that of any bundle of this home before
/// @param validUntil when the first of its revocation lists lapses
/// @param entries ordered by path
public record Manifest(long number, HomeId home, Instant created, Instant validUntil, List<Entry> entries) {
    static final String FILE = "MANIFEST.json";
    static final String SIGNATURE_FILE = "MANIFEST.p7s";
    static final String SECOND_SIGNATURE_FILE = "MANIFEST.mld";

    /// What no manifest names, for it comes after it.
    private static final Set<String> OWN_FILES = Set.of(FILE, SIGNATURE_FILE, SECOND_SIGNATURE_FILE);

    private static final String FORMAT = "hearthkey-bundle/1";

    /// One file and what it must contain.
    ///
    /// @param size in bytes
    public record Entry(String path, Fingerprint sha256, long size) {}

    public Manifest {
        created = created.truncatedTo(ChronoUnit.SECONDS);
        validUntil = validUntil.truncatedTo(ChronoUnit.SECONDS);
        entries = entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
        if (number < 1) {
            throw new IllegalArgumentException("Bundles are numbered from 1");
        }
    }

    /// Whether a file is the manifest itself or signs it.
    static boolean isOwnFile(String path) {
        return OWN_FILES.contains(path);
    }

    /// The hash of the key that its second signature is by, if it names one.
    public Optional<Fingerprint> secondSigner() {
        return entries.stream()
                .filter(entry -> entry.path().equals(BundleFile.SECOND_KEY))
                .map(Entry::sha256)
                .findAny();
    }

    /// The bytes that are signed.
    byte[] bytes() {
        return Jcs.write(Map.of(
                "format", FORMAT,
                "bundleNumber", number,
                "homeId", home.text(),
                "created", created.toString(),
                "validUntil", validUntil.toString(),
                "files", entries.stream().map(Manifest::fields).toList()));
    }

    private static Map<String, Object> fields(Entry entry) {
        return Map.of("path", entry.path(), "sha256", entry.sha256().hex(), "size", entry.size());
    }

    /// Reads exactly what [#bytes()] writes.
    static Optional<Manifest> parse(byte[] bytes) {
        // What is not looked at here would make the bytes differ.
        return Jcs.parse(bytes).flatMap(Manifest::of).filter(manifest -> Arrays.equals(manifest.bytes(), bytes));
    }

    private static Optional<Manifest> of(Map<String, Object> document) {
        if (!(document.get("bundleNumber") instanceof Long number && number >= 1)
                || !(document.get("files") instanceof List<?> files)) {
            return Optional.empty();
        }
        var home = text(document, "homeId").flatMap(HomeId::parse);
        var created = text(document, "created").flatMap(Manifest::instant);
        var validUntil = text(document, "validUntil").flatMap(Manifest::instant);
        var entries = entries(files);
        return home.isPresent() && created.isPresent() && validUntil.isPresent() && entries.isPresent()
                ? Optional.of(new Manifest(number, home.get(), created.get(), validUntil.get(), entries.get()))
                : Optional.empty();
    }

    private static Optional<List<Entry>> entries(List<?> files) {
        var entries = new ArrayList<Entry>();
        for (var file : files) {
            if (!(file instanceof Map<?, ?> fields) || !(fields.get("size") instanceof Long size)) {
                return Optional.empty();
            }
            var path = text(fields, "path").filter(BundleFile::isPath);
            var sha256 = text(fields, "sha256").flatMap(Fingerprint::parse);
            if (path.isEmpty()
                    || sha256.isEmpty()
                    || entries.stream().anyMatch(e -> e.path().equals(path.get()))) {
                return Optional.empty();
            }
            entries.add(new Entry(path.get(), sha256.get(), size));
        }
        return Optional.of(entries);
    }

    private static Optional<String> text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noInstant) {
            return Optional.empty();
        }
    }
}
