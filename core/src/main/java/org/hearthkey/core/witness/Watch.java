package org.hearthkey.core.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches over an open home: holds its journal against every witness within reach and against the clock, and keeps the
/// witnesses up to date. While the file is older than a witness, or the clock is wrong, it lets nothing be signed.
public final class Watch {
    /// A clock that is set right by a time server is not this far off.
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /// No home rests that long; certificates of devices have ended by then.
    public static final Duration LONG_REST = Duration.ofDays(400);

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Anchors anchors;
    private final Supplier<Optional<Instant>> handedOver;
    private final InstantSource clock;
    private final Comparing comparing;
    private final List<Seen> seen = new ArrayList<>();
    private Optional<Standing.ClockAhead> ahead = Optional.empty();
    private List<Path> lookedAt = List.of();
    private long remembered = -1;

    /// @param handedOver since when this home is handed over, if it is
    public Watch(
            Journal journal,
            Checkpoints checkpoints,
            Anchors anchors,
            Supplier<Optional<Instant>> handedOver,
            InstantSource clock) {
        this.handedOver = handedOver;
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.anchors = anchors;
        this.clock = clock;
        comparing = new Comparing(journal, checkpoints);
    }

    /// Asks what this computer remembers, and every folder that may hold a checkpoint.
    ///
    /// @param folders where checkpoints were left before; the drives that are plugged in are looked at as well
    public void look(List<Path> folders) {
        lookedAt = List.copyOf(folders);
        seen.clear();
        askComputer();
        askFolders(folders);
    }

    /// All at once, so that those that do not answer cost no more than one does.
    private void askFolders(List<Path> folders) {
        long until = System.nanoTime() + Asking.PATIENCE.toNanos();
        var drives = Asking.begin(anchors::drives);
        var asked = new LinkedHashMap<CheckpointFile, Asking<Optional<Anchors.Kept>>>();
        folders.forEach(folder -> ask(asked, folder));
        try {
            drives.within(until).ifPresent(plugged -> plugged.forEach(folder -> ask(asked, folder)));
        } catch (IOException failed) {
            LOG.warn("The drives that are plugged in are not known", failed);
        }
        asked.forEach((file, answer) -> take(file, answer, until));
    }

    private void ask(Map<CheckpointFile, Asking<Optional<Anchors.Kept>>> asked, Path folder) {
        asked.computeIfAbsent(CheckpointFile.on(folder, checkpoints.home()), file -> Asking.begin(file::read));
    }

    private void take(CheckpointFile file, Asking<Optional<Anchors.Kept>> asked, long until) {
        try {
            var answer = asked.within(until);
            if (answer.isEmpty()) {
                LOG.warn("{} does not answer", file.file());
                know(Comparing.silent(folder(file)));
            }
            answer.flatMap(kept -> kept).ifPresent(this::knowFolder);
        } catch (IOException failed) {
            knowFailed(file, failed);
        }
    }

    private void knowFolder(Anchors.Kept kept) {
        know(comparing.compare(witness(Witness.Kind.FOLDER, kept), kept.checkpoint()));
    }

    private void knowFailed(CheckpointFile file, IOException failed) {
        LOG.warn("The checkpoint {} cannot be read", file.file(), failed);
        know(Comparing.failed(folder(file)));
    }

    private static Witness folder(CheckpointFile file) {
        return new Witness(Witness.Kind.FOLDER, Optional.of(file.file()), Optional.empty());
    }

    /// Asks every place again, and no longer counts what the owner brought.
    public void askAgain() {
        look(lookedAt);
        remember();
    }

    /// How far the clock is ahead of the last entry, if that is more than a home rests.
    public Optional<Standing.ClockAhead> noteClock() {
        var now = clock.instant();
        ahead = journal.latest()
                .filter(latest -> now.isAfter(latest.plus(LONG_REST)))
                .map(latest -> new Standing.ClockAhead(latest, now));
        return ahead;
    }

    /// How the home stands now: the worst that is known.
    public Standing standing() {
        return blocking()
                .<Standing>map(standing -> standing)
                .or(() -> ahead)
                .or(() -> seen.stream().flatMap(one -> unproven(one).stream()).findFirst())
                .orElseGet(() -> new Standing.Current(seen));
    }

    /// What keeps the home from signing.
    public Optional<Standing.Blocking> blocking() {
        return contradictions().stream()
                .findFirst()
                .<Standing.Blocking>map(Watch::blocking)
                .or(() -> handedOver.get().map(Standing.HandedOver::new))
                .or(this::clockBehind);
    }

    /// Passes if something may be signed now.
    ///
    /// @throws BlockedException if nothing may be
    public void requireMaySign() {
        blocking().ifPresent(reason -> {
            throw new BlockedException(reason);
        });
    }

    /// Passes unless the house was handed over: from then on its home is read, and nothing in it changes.
    ///
    /// @throws BlockedException if it was
    public void requireMayChange() {
        handedOver.get().ifPresent(at -> {
            throw new BlockedException(new Standing.HandedOver(at));
        });
    }

    /// Every witness that speaks against the file.
    public List<Seen> contradictions() {
        return seen.stream()
                .filter(one -> one.comparison() instanceof Comparison.Contradicted)
                .toList();
    }

    /// Compares a checkpoint that the owner brought. What it says counts as long as this home is open.
    public Seen compare(SignedNote note) {
        return know(comparing.compare(Witness.ofOwner(), note));
    }

    /// Compares a checkpoint that the owner typed from paper.
    public Seen compare(PaperCheckpoint paper) {
        return know(comparing.compare(Witness.ofOwner(), paper));
    }

    /// Leaves the newest checkpoint on a drive. A checkpoint that this journal does not begin with stays there.
    ///
    /// @param directory the folder of the drive that the owner chose
    /// @return the file
    /// @throws BlockedException if the file is older than a witness: the one on this drive or another
    public Path leaveOn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        askFolder(directory);
        requireCurrent();
        var file = CheckpointFile.on(directory, checkpoints.home());
        file.write(checkpoints.sign().bytes());
        askFolder(directory);
        return file.file();
    }

    /// Asks the checkpoint on a drive before something is done there.
    public void ask(Path directory) {
        askFolder(directory);
    }

    /// Lets this computer remember how far the journal has come, if it went on. That it cannot stops nothing: the home's
    /// file holds what was done.
    public void remember() {
        var size = journal.size();
        if (size == remembered || !contradictions().isEmpty()) {
            return;
        }
        try {
            anchors.write(checkpoints.home(), checkpoints.sign().bytes());
            remembered = size;
        } catch (IOException failed) {
            LOG.warn("This computer does not remember the journal at {} entries", size, failed);
        }
    }

    /// Passes unless a witness speaks against the file.
    ///
    /// @throws BlockedException if one does
    public void requireCurrent() {
        contradictions().stream().findFirst().map(Watch::blocking).ifPresent(reason -> {
            throw new BlockedException(reason);
        });
    }

    private void askComputer() {
        try {
            anchors.read(checkpoints.home())
                    .ifPresent(
                            kept -> know(comparing.compare(witness(Witness.Kind.COMPUTER, kept), kept.checkpoint())));
        } catch (IOException failed) {
            LOG.warn("What this computer remembers cannot be read", failed);
            know(Comparing.failed(new Witness(Witness.Kind.COMPUTER, Optional.empty(), Optional.empty())));
        }
    }

    private void askFolder(Path directory) {
        var file = CheckpointFile.on(directory, checkpoints.home());
        try {
            file.read().ifPresent(this::knowFolder);
        } catch (IOException failed) {
            knowFailed(file, failed);
        }
    }

    private static Witness witness(Witness.Kind kind, Anchors.Kept kept) {
        return new Witness(kind, Optional.of(kept.place()), Optional.of(kept.written()));
    }

    /// A place counts with what it said last. What the owner brought is no place: it counts until it is accepted.
    private Seen know(Seen now) {
        seen.removeIf(before -> before.witness().place().isPresent()
                ? before.witness().place().equals(now.witness().place())
                : before.evidence().equals(now.evidence()));
        seen.add(now);
        return now;
    }

    private static Standing.Blocking blocking(Seen seen) {
        return switch ((Comparison.Contradicted) seen.comparison()) {
            case Comparison.Older(var size, var ours) -> new Standing.Older(seen.witness(), size, ours);
            case Comparison.Forked(var size, var ours) -> new Standing.Forked(seen.witness(), size, ours);
        };
    }

    private static Optional<Standing.Unproven> unproven(Seen seen) {
        return seen.comparison() instanceof Comparison.Unreadable(var why)
                ? Optional.of(new Standing.Unproven(seen.witness(), why))
                : Optional.empty();
    }

    private Optional<Standing.Blocking> clockBehind() {
        var now = clock.instant();
        return journal.latest()
                .filter(latest -> now.plus(TOLERANCE).isBefore(latest))
                .map(latest -> new Standing.ClockBehind(latest, now));
    }
}
