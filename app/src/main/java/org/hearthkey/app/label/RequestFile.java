package org.hearthkey.app.label;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// A file that should be a certificate request.
///
/// @param request what it holds, if it is one
public record RequestFile(Path path, Optional<CertificateRequest> request, Kind kind) {
    /// It is no request, or one that breaks the rules.
    public static final Finding UNREADABLE = refusal("request.unreadable");

    /// Neither the request nor its file has a name that a device could have.
    public static final Finding NAMELESS = refusal("request.nameless");

    /// What the file is.
    public enum Kind {
        REQUEST,
        /// Something else in PEM by its own words, such as a key that lies beside its request.
        OTHER_PEM,
        UNKNOWN
    }

    /// Reads at most as much as a request may have.
    public static RequestFile read(Path path) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(path)) {
            content = in.readNBytes(CertificateRequest.MAX_LENGTH + 1);
        }
        var request = CertificateRequest.parse(content);
        return new RequestFile(path, request, request.isPresent() ? Kind.REQUEST : otherKind(content));
    }

    private static Kind otherKind(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return text.startsWith("-----BEGIN ") && !text.contains("CERTIFICATE REQUEST-----")
                ? Kind.OTHER_PEM
                : Kind.UNKNOWN;
    }

    /// What the device calls itself; else the name of its file without its ending.
    public Optional<DeviceName> name() {
        return request.flatMap(CertificateRequest::commonName)
                .flatMap(DeviceName::parse)
                .or(() -> DeviceName.parse(bareName()));
    }

    /// What the file is called, without its ending.
    public String bareName() {
        return AttestationFiles.stem(path);
    }

    private static Finding refusal(String code) {
        return new Finding(code, Weight.REFUSAL, List.of(), "RFC 2986, section 4");
    }
}
