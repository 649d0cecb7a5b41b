package org.hearthkey.core.sale;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.HomeId;

/// What a buyer gives back: which package was opened, and the root that the house has from now on, signed by that root.
///
/// @param home the buyer's
/// @param root of the buyer's root, which has signed this
/// @param packageHash the SHA-256 of the package
/// @param proof what only the opened package tells
/// @param devices how many wait to be set up there
/// @param signed the signature with its content and the root's certificate inside, in DER
public record BuyerReceipt(
        HomeId home,
        Fingerprint root,
        Fingerprint packageHash,
        HouseFacts.OpeningProof proof,
        Instant received,
        long devices,
        Der signed) {
    private static final String FORMAT = "hearthkey-receipt/1";
    private static final int MOST_LETTERS = 16 * 1024;
    private static final String BEGIN = "-----BEGIN CMS-----";
    private static final String END = "-----END CMS-----";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LINE = 64;

    /// What a receipt says, to be signed by the new root.
    public static byte[] statement(HomeId home, Fingerprint root, HouseContents contents, Instant received) {
        return Jcs.write(Map.of(
                "format", FORMAT,
                "home", home.text(),
                "root", root.hex(),
                "package", contents.hash().hex(),
                "proof", Fingerprint.ofDigest(contents.facts().proof().bytes()).hex(),
                "received", received.toString(),
                "devices", (long) contents.devices().size()));
    }

    /// Reads a receipt as it was sent or pasted, whatever became of its lines on the way. Nothing if it is none, or was
    /// changed, or not signed by the root that it names.
    public static Optional<BuyerReceipt> parse(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (text.length() > MOST_LETTERS || begin < 0 || end < begin) {
            return Optional.empty();
        }
        var letters = SPACE.matcher(text.substring(begin + BEGIN.length(), end)).replaceAll("");
        try {
            return read(Base64.getDecoder().decode(letters));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// Reads the signature itself.
    public static Optional<BuyerReceipt> read(byte[] signed) {
        return AttachedCms.signers(signed).stream().findFirst().flatMap(root -> read(signed, root));
    }

    private static Optional<BuyerReceipt> read(byte[] signed, Certificate root) {
        if (!root.isSignedBy(root)
                || !(AttachedCms.open(signed, List.of(root)) instanceof AttachedCms.Signed(var content, var _))) {
            return Optional.empty();
        }
        return Jcs.parse(content.bytes())
                .flatMap(document -> read(document, new Der(signed)))
                .filter(receipt -> receipt.root().equals(root.fingerprint()));
    }

    private static Optional<BuyerReceipt> read(Map<String, Object> document, Der signed) {
        if (document.size() == 7
                && FORMAT.equals(document.get("format"))
                && document.get("home") instanceof String home
                && document.get("root") instanceof String root
                && document.get("package") instanceof String packageHash
                && document.get("proof") instanceof String proof
                && document.get("received") instanceof String received
                && document.get("devices") instanceof Long devices
                && devices >= 0) {
            try {
                return Optional.of(new BuyerReceipt(
                        new HomeId(home),
                        Fingerprint.parse(root).orElseThrow(IllegalArgumentException::new),
                        Fingerprint.parse(packageHash).orElseThrow(IllegalArgumentException::new),
                        new HouseFacts.OpeningProof(Fingerprint.parse(proof)
                                .orElseThrow(IllegalArgumentException::new)
                                .bytes()),
                        Instant.parse(received),
                        devices,
                        signed));
            } catch (IllegalArgumentException | DateTimeException notOurs) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// As it is sent: PEM, which OpenSSL reads as well.
    public String text() {
        var base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(signed.bytes());
        return BEGIN + "\n" + base64 + "\n" + END + "\n";
    }
}
