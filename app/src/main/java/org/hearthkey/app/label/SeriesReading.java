package org.hearthkey.app.label;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.frames.FrameCollector;
import org.hearthkey.core.frames.Progress;
import org.hearthkey.core.frames.Step;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Cargo;
import org.hearthkey.core.scan.Scan;

/// What came of several codes that carry one thing together.
///
/// @param dropped codes that belong to another series, or are no frames
public record SeriesReading(Progress progress, int dropped) {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final String CLAUSE = "BCR-2020-005";

    /// Reads pictures, and files with the text of one frame a line, in any order.
    ///
    /// @throws UnreadablePictureException if one is a picture that is damaged or too large
    public static SeriesReading ofFiles(List<Path> files) throws IOException {
        // Files do not grow old while they are read.
        var collector = new FrameCollector(InstantSource.fixed(Instant.EPOCH));
        int dropped = 0;
        for (var file : files) {
            for (var text : texts(file)) {
                var took = collector.add(text).took();
                dropped += took == Step.Took.FOREIGN || took == Step.Took.MALFORMED ? 1 : 0;
            }
        }
        return new SeriesReading(collector.progress(), dropped);
    }

    private static List<String> texts(Path file) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES);
        }
        try {
            return PictureReader.texts(content);
        } catch (UnreadablePictureException failed) {
            if (failed.reason() != UnreadablePictureException.Reason.NOT_A_PICTURE) {
                throw failed;
            }
            return new String(content, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /// What was carried, once it is whole.
    public Optional<Cargo> cargo() {
        return progress instanceof Progress.Done(var carried) ? Optional.of(Cargo.of(carried)) : Optional.empty();
    }

    /// What speaks for and against what was carried, or why nothing was.
    public List<Finding> findings() {
        return switch (progress) {
            case Progress.Waiting() -> List.of(refusal("series.none"));
            case Progress.Gathering(int have, int needed, var missing)
            when missing.isEmpty() -> List.of(refusal("series.more", Integer.toString(have), Integer.toString(needed)));
            case Progress.Gathering(int have, int needed, var missing) ->
                List.of(refusal(
                        "series.missing",
                        Integer.toString(have),
                        Integer.toString(needed),
                        missing.stream().map(String::valueOf).collect(Collectors.joining(", "))));
            case Progress.Refused(var why) -> List.of(refusal("series.refused", why));
            case Progress.Done(var carried) -> findings(Cargo.of(carried));
        };
    }

    private static List<Finding> findings(Cargo cargo) {
        return switch (cargo) {
            case Cargo.Request(var code) -> Reading.of(new Scan.Read(code)).findings();
            case Cargo.OneCertificate _, Cargo.RevocationList _ ->
                List.of(new Finding("series.signature-unchecked", Weight.NOTE, List.of(), "RFC 5280, section 6.1"));
            case Cargo.Unknown(var type) -> List.of(refusal("series.unknown", type));
        };
    }

    /// The same as the code of a device: a request is one, and nothing else that can be carried.
    public Reading asCode() {
        return cargo().orElse(null) instanceof Cargo.Request(var code)
                ? Reading.of(new Scan.Read(code))
                : new Reading(new Scan.Unknown(), refusalOf(findings()));
    }

    private static List<Finding> refusalOf(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL)
                ? findings
                : List.of(refusal("series.no-request"));
    }

    private static Finding refusal(String code, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), CLAUSE);
    }
}
