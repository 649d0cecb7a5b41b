package org.hearthkey.core.certificate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.content.Spool;

/// One block of PEM: bytes with a label around them that says what they are.
///
/// Reading is strict where spellings differ in meaning: labels must match, base64 must be canonical, and between blocks
/// only blank lines are allowed. Where senders merely differ in taste (line length, CR LF, spaces at the end) it
/// follows them.
///
/// @param label what stands after BEGIN, such as `CERTIFICATE`
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-2">RFC 7468, section 2</a>
public record Pem(String label, Der content) {
    private static final Pattern LABEL = Pattern.compile("[A-Z0-9]+( [A-Z0-9]+)*");
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    public Pem {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("Not a PEM label: " + label);
        }
    }

    /// All blocks of a text, which holds nothing else.
    public static Optional<List<Pem>> parse(String text) {
        var blocks = new ArrayList<Pem>();
        var lines = text.lines().map(String::stripTrailing).iterator();
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.isEmpty()) {
                continue;
            }
            if (!line.startsWith("-----BEGIN ") || !line.endsWith("-----")) {
                return Optional.empty();
            }
            var label = line.substring("-----BEGIN ".length(), Math.max(11, line.length() - 5));
            var end = "-----END " + label + "-----";
            var base64 = new StringBuilder();
            for (line = ""; !line.equals(end); ) {
                base64.append(line);
                if (!lines.hasNext()) {
                    return Optional.empty();
                }
                line = lines.next();
            }
            var content = canonicalBase64(base64.toString());
            if (content.isEmpty() || !LABEL.matcher(label).matches()) {
                return Optional.empty();
            }
            blocks.add(new Pem(label, content.get()));
        }
        return Optional.of(List.copyOf(blocks));
    }

    /// The one block in these bytes, if they are PEM and it has one of the labels.
    static Optional<Der> single(byte[] bytes, String... labels) {
        return parse(new String(bytes, StandardCharsets.ISO_8859_1))
                .filter(blocks -> blocks.size() == 1)
                .map(List::getFirst)
                .filter(block -> List.of(labels).contains(block.label()))
                .map(Pem::content);
    }

    static boolean isLabel(String label) {
        return LABEL.matcher(label).matches();
    }

    /// Writes a block as [#text()] has it, of bytes that nobody need hold.
    ///
    /// @param content writes the bytes
    /// @throws IOException as `content` or `out` throw it
    public static void write(String label, Spool.Source content, OutputStream out) throws IOException {
        out.write(("-----BEGIN " + label + "-----\n").getBytes(StandardCharsets.US_ASCII));
        try (var base64 = ENCODER.wrap(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int at, int count) throws IOException {
                out.write(bytes, at, count);
            }

            @Override
            public void close() {
                // Something follows the block.
            }
        })) {
            content.writeTo(base64);
        }
        out.write(("\n-----END " + label + "-----\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// The block as text, ending in a line feed.
    public String text() {
        return "-----BEGIN " + label + "-----\n" + ENCODER.encodeToString(content.bytes()) + "\n-----END " + label
                + "-----\n";
    }

    private static Optional<Der> canonicalBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text)
                    ? Optional.of(new Der(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
