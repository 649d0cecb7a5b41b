package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.attest.BrokenRuleException;
import org.hearthkey.core.attest.CertificationDeclaration;
import org.hearthkey.core.attest.MatterCertificate;
import org.hearthkey.core.attest.MatterProfile;
import org.hearthkey.core.attest.MatterRole;
import org.hearthkey.core.attest.RuleBreak;
import org.hearthkey.core.certificate.LintFinding;
import org.hearthkey.core.certificate.Pem;
import org.jspecify.annotations.Nullable;

/// A file with one Matter certificate, in TLV (binary, hex or base64) or in DER, or with one declaration.
final class MatterFile {
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
    private static final int TLV_STRUCTURE = 0x15;
    private static final int DER_SEQUENCE = 0x30;

    private final byte[] content;

    private MatterFile(byte[] content) {
        this.content = content;
    }

    /// The file, if it begins like one that Matter has a form of its own for.
    static Optional<MatterFile> inTlv(byte[] content) {
        return plain(content).filter(bytes -> bytes[0] == TLV_STRUCTURE).map(MatterFile::new);
    }

    /// The file whatever it holds, for those who know that it is Matter's.
    static MatterFile of(byte[] content) {
        return new MatterFile(plain(content).orElse(content));
    }

    private static Optional<byte[]> plain(byte[] content) {
        var blocks = Pem.parse(new String(content, ISO_8859_1)).filter(all -> all.size() == 1);
        if (blocks.isPresent()) {
            return Optional.of(blocks.get().getFirst().content().bytes());
        }
        if (content.length > 0 && (content[0] == TLV_STRUCTURE || content[0] == DER_SEQUENCE)) {
            var text = new String(content, ISO_8859_1).strip();
            // 0x30 is also the digit 0, with which no certificate in hex begins.
            return HEX.matcher(text).matches() ? Optional.of(HexFormat.of().parseHex(text)) : Optional.of(content);
        }
        var text = new String(content, ISO_8859_1).strip();
        try {
            return Optional.of(
                            HEX.matcher(text).matches()
                                    ? HexFormat.of().parseHex(text)
                                    : Base64.getMimeDecoder().decode(text))
                    .filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }

    private boolean isTlv() {
        return content.length > 0 && content[0] == TLV_STRUCTURE;
    }

    MatterCertificate certificate() throws BrokenRuleException {
        return isTlv() ? MatterCertificate.readTlv(content) : MatterCertificate.readX509(content);
    }

    /// The declaration, if it is one.
    Optional<CertificationDeclaration> declaration() {
        try {
            return Optional.of(CertificationDeclaration.read(content));
        } catch (BrokenRuleException another) {
            return Optional.empty();
        }
    }

    /// What it does against the rules of its role.
    ///
    /// @param role what it should be; empty to go by what it says
    /// @param issuer the certificate above it, if that is known
    List<LintFinding> lint(Optional<MatterRole> role, Optional<MatterCertificate> issuer) {
        var breaks = new ArrayList<RuleBreak>();
        try {
            var certificate = certificate();
            // What nothing says is held to the rules for nodes, which it breaks.
            var due = role.or(() -> MatterRole.guess(certificate)).orElse(MatterRole.NOC);
            breaks.addAll(MatterProfile.check(certificate, due));
            issuer.ifPresent(above -> breaks.addAll(MatterProfile.checkSignedBy(certificate, above)));
        } catch (BrokenRuleException unreadable) {
            breaks.add(unreadable.broken());
        }
        return breaks.stream()
                .map(broken -> new LintFinding(
                        "matter." + broken.rule().code(),
                        broken.saw(),
                        broken.rule().clause()))
                .toList();
    }

    static Map<String, @Nullable Object> document(MatterCertificate certificate) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("role", MatterRole.guess(certificate).map(MatterRole::code).orElse(null));
        document.putAll(certificate.facts());
        return document;
    }
}
