package org.hearthkey.core.home;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.ShownBundle;
import org.hearthkey.core.journal.Checkpoint;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.witness.CheckpointFile;

/// What is left of a home whose file is gone: the sealed core, and what others remember of it. The more of them are shown,
/// the better do the numbers of the new file go on, and the more of the old issuers are taken back.
///
/// @param bundles as they lie on drives
/// @param checkpoints of the lost journal: signed notes, or what was typed from paper
public record Remains(SealedCore core, List<ShownBundle> bundles, List<String> checkpoints) {
    public Remains {
        bundles = List.copyOf(bundles);
        checkpoints = List.copyOf(checkpoints);
    }

    /// The core alone.
    public static Remains of(SealedCore core) {
        return new Remains(core, List.of(), List.of());
    }

    /// Looks at a drive as well.
    ///
    /// @return nothing if neither a bundle of this home nor a checkpoint of its journal lies there
    /// @throws IOException if it cannot be read
    public Optional<Remains> with(Path directory) throws IOException {
        var bundle = ShownBundle.read(directory, core.root().fingerprint());
        var kept = CheckpointFile.on(directory, core.home()).read();
        var checkpoint =
                kept.flatMap(file -> SignedNote.parse(file.checkpoint())).flatMap(this::evidence);
        return bundle.isPresent() || checkpoint.isPresent()
                ? Optional.of(new Remains(
                        core,
                        Stream.concat(bundles.stream(), bundle.stream()).toList(),
                        Stream.concat(checkpoints.stream(), checkpoint.stream())
                                .distinct()
                                .toList()))
                : Optional.empty();
    }

    /// Takes a checkpoint as well.
    ///
    /// @return nothing if it is of another home's journal
    public Optional<Remains> with(SignedNote checkpoint) {
        return evidence(checkpoint).map(this::withEvidence);
    }

    /// Takes a checkpoint as well that was typed from paper.
    public Remains with(PaperCheckpoint checkpoint) {
        return withEvidence(checkpoint.toString());
    }

    private Remains withEvidence(String evidence) {
        return new Remains(
                core,
                bundles,
                Stream.concat(checkpoints.stream(), Stream.of(evidence))
                        .distinct()
                        .toList());
    }

    private Optional<String> evidence(SignedNote note) {
        return Checkpoint.parse(note.text())
                .filter(checkpoint -> checkpoint.origin().equals(Checkpoints.origin(core.home())))
                .map(_ -> note.toString());
    }

    /// The zones that the home had: in the order of the core, then those that only bundles show.
    public List<ZoneName> zones() {
        Set<ZoneName> zones = new LinkedHashSet<>();
        core.issuers().stream()
                .map(SealedCore.IssuerNote::role)
                .filter(role -> !role.equals(new Role.Services().code()))
                .map(ZoneName::new)
                .forEach(zones::add);
        var later = new ArrayList<ShownBundle.ShownIssuer>();
        bundles.forEach(bundle -> later.addAll(bundle.issuers()));
        later.sort(Comparator.comparing(issuer -> issuer.certificate().notBefore()));
        later.forEach(issuer -> {
            if (issuer.role() instanceof Role.Zone(var zone)) {
                zones.add(zone);
            }
        });
        return List.copyOf(zones);
    }

    /// Every issuer that anything tells of, and when it ends; at the latest, the root does.
    Map<SerialNumber, Instant> issuers() {
        var issuers = new LinkedHashMap<SerialNumber, Instant>();
        Stream.concat(core.issuers().stream(), core.others().stream())
                .forEach(note -> issuers.put(note.serial(), note.notAfter()));
        for (var bundle : bundles) {
            bundle.issuers()
                    .forEach(issuer -> issuers.put(
                            issuer.certificate().serial(), issuer.certificate().notAfter()));
            bundle.revoked()
                    .forEach(serial -> issuers.putIfAbsent(serial, core.root().notAfter()));
        }
        return issuers;
    }

    /// The highest number of a list that anything tells of.
    BigInteger newestList() {
        return bundles.stream()
                .map(ShownBundle::newestList)
                .max(Comparator.naturalOrder())
                .orElse(BigInteger.ZERO);
    }
}
