package org.hearthkey.app.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.approve.CodeRules;
import org.hearthkey.core.approve.RequestRules;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Cargo;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.Proof;
import org.hearthkey.core.scan.RequestCode;
import org.hearthkey.core.scan.Scan;

/// What came of reading a code, and what speaks for and against it by itself, before it is held against a home.
public record Reading(Scan scan, List<Finding> findings) {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final String CLAUSE = "ISO/IEC 18004";

    public Reading {
        findings = List.copyOf(findings);
    }

    /// One code by itself.
    public static Reading of(Scan scan) {
        return new Reading(scan, look(scan));
    }

    /// Reads a picture of a code, or a file that is a code itself.
    ///
    /// @throws org.hearthkey.app.camera.UnreadablePictureException if it is a picture that is damaged or too large
    public static Reading ofFile(Path file) throws IOException {
        return ofFile(file, Expected.ANYTHING);
    }

    /// The same, as the kind that the owner says it is.
    ///
    /// @throws org.hearthkey.app.camera.UnreadablePictureException if it is a picture that is damaged or too large
    public static Reading ofFile(Path file, Expected expected) throws IOException {
        byte[] content = content(file);
        try {
            return ofPicture(PictureReader.texts(content), expected);
        } catch (UnreadablePictureException failed) {
            if (failed.reason() == UnreadablePictureException.Reason.NOT_A_PICTURE) {
                return of(expected.readFile(content));
            }
            throw failed;
        }
    }

    /// What a file holds, up to one byte more than a picture may have.
    public static byte[] content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    /// Chooses among the codes of one picture: the only one that reads, else the first.
    public static Reading ofPicture(List<String> texts) {
        return ofPicture(texts, Expected.ANYTHING);
    }

    /// The same, as the kind that the owner says it is.
    public static Reading ofPicture(List<String> texts, Expected expected) {
        if (texts.isEmpty()) {
            return new Reading(new Scan.Unknown(), List.of(refusal("label.none", CLAUSE)));
        }
        var scans = texts.stream().map(expected::read).toList();
        var wellFormed = scans.stream().filter(Scan.Read.class::isInstance).toList();
        return switch (wellFormed.size()) {
            case 0 -> of(scans.getFirst());
            case 1 -> of(wellFormed.getFirst());
            default -> {
                var count = Integer.toString(wellFormed.size());
                yield new Reading(new Scan.Unknown(), List.of(refusal("label.several", CLAUSE, count)));
            }
        };
    }

    /// The code, if one was read.
    public Optional<Code> code() {
        return scan instanceof Scan.Read(var code) ? Optional.of(code) : Optional.empty();
    }

    /// The same where a device is approved: what a code carries counts, not that it carries. A request is read as such;
    /// anything else that is carried, or a part of something, is no code of a device.
    public Reading unpacked() {
        if (!(scan instanceof Scan.Read(var code)) || code.proof() != Proof.CARRIES) {
            return this;
        }
        return switch (Cargo.of(code).orElse(null)) {
            case null -> new Reading(new Scan.Unknown(), List.of(refusal("label.part", CLAUSE)));
            case Cargo.Request(var request) -> of(new Scan.Read(request));
            case Cargo.OneCertificate _, Cargo.RevocationList _, Cargo.Unknown _ ->
                new Reading(new Scan.Unknown(), List.of(refusal("series.no-request", CLAUSE)));
        };
    }

    private static List<Finding> look(Scan scan) {
        return switch (scan) {
            case Scan.Read(RequestCode(var request)) -> look(request);
            case Scan.Read(var code) -> CodeRules.look(code);
            case Scan.Ambiguous(var codes) ->
                List.of(refusal(
                        "label.ambiguous",
                        CLAUSE,
                        codes.stream().map(Code::kind).collect(Collectors.joining(", "))));
            case Scan.Malformed(var kind, var why) -> List.of(refusal("label.malformed", CLAUSE, kind, why));
            case Scan.Unknown() -> List.of(refusal("label.unknown", CLAUSE));
        };
    }

    private static List<Finding> look(CertificateRequest request) {
        var findings = new ArrayList<Finding>();
        findings.add(RequestRules.possession(request));
        RequestRules.strength(request.publicKey()).ifPresent(findings::add);
        RequestRules.droppedExtensions(request).ifPresent(findings::add);
        return findings;
    }

    private static Finding refusal(String code, String clause, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), clause);
    }
}
