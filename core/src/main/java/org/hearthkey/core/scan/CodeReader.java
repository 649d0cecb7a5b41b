package org.hearthkey.core.scan;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells what kind of code a text is and reads it. Nothing is trimmed, folded or repaired: a code that a camera or a
/// keyboard altered does not read. No code makes it throw.
public final class CodeReader {
    private static final List<Kind> KNOWN = List.of(
            KeyLabelCode.KIND,
            SpokenLabelCode.KIND,
            DppCode.KIND,
            RequestCode.ARMORED,
            RequestCode.BARE,
            MatterCode.KIND,
            MatterManualCode.KIND,
            HomeKitCode.KIND,
            ZwaveCode.KIND,
            ZwaveDskCode.KIND,
            ZigbeeCode.LABEL,
            ZigbeeCode.BARE,
            ThreadCode.KIND,
            EspCode.KIND,
            LorawanCode.KIND,
            OpenPgpCode.KIND,
            SshCode.KIND,
            UrlCode.KIND,
            UrCode.KIND,
            BbqrCode.KIND);

    private CodeReader() {}

    static List<Kind> known() {
        return KNOWN;
    }

    /// The names of all kinds that are read here.
    public static Set<String> kinds() {
        return KNOWN.stream().map(Kind::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Reads a text as the kind that its owner says it is, which tells what is wrong with it where [#read(String)] can
    /// only say that it knows no such code.
    ///
    /// @param kind one of [#kinds()]
    /// @throws IllegalArgumentException if it is another
    public static Scan read(String text, String kind) {
        var named = KNOWN.stream().filter(known -> known.name().equals(kind)).toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("Not a kind that is read: " + kind);
        }
        return named.stream()
                .filter(known -> known.opens(text))
                .findFirst()
                .orElse(named.getFirst())
                .read(text);
    }

    /// Reads the text of a code as a camera or a scanner gave it.
    public static Scan read(String text) {
        var scans = KNOWN.stream()
                .filter(kind -> kind.opens(text))
                .map(kind -> kind.read(text))
                .toList();
        var codes = scans.stream()
                .flatMap(scan -> scan instanceof Scan.Read(var code) ? Stream.of(code) : Stream.empty())
                .toList();
        return switch (codes.size()) {
            case 0 -> scans.stream().findFirst().orElseGet(Scan.Unknown::new);
            case 1 -> new Scan.Read(codes.getFirst());
            default -> new Scan.Ambiguous(codes);
        };
    }

    /// What a text says that a program kept or passed on: in a file, through a pipe or on the clipboard. Editors end a text
    /// with a line end, which no label has: one, LF or CRLF, is taken off, and nothing else.
    public static String withoutLineEnd(String text) {
        if (!text.endsWith("\n")) {
            return text;
        }
        int end = text.length() - (text.endsWith("\r\n") ? 2 : 1);
        return text.substring(0, end);
    }

    /// Reads a file as the kind that its owner says it is.
    ///
    /// @param kind one of [#kinds()]
    /// @throws IllegalArgumentException if it is another
    public static Scan readFile(byte[] content, String kind) {
        return kind.equals(RequestCode.BARE.name()) && RequestCode.isFile(content)
                ? RequestCode.readFile(content)
                : read(text(content), kind);
    }

    /// Reads a file that is itself a code and not a picture of one: a certificate request in DER or PEM, or the text of
    /// any code.
    public static Scan readFile(byte[] content) {
        return RequestCode.isFile(content) ? RequestCode.readFile(content) : read(text(content));
    }

    /// ISO 8859-1 gives every byte a character of its own: what is not ASCII stays visible and is refused.
    private static String text(byte[] content) {
        return withoutLineEnd(new String(content, StandardCharsets.ISO_8859_1));
    }
}
