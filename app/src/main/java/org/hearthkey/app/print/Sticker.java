package org.hearthkey.app.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;
import org.hearthkey.core.secret.SecretBytes;

/// What one sticker says: a device and the code that takes it over, which is overwritten when this closes.
public final class Sticker implements AutoCloseable {
    /// Longer than this nobody types.
    private static final int MOST_TYPED = 64;

    private final DeviceName device;
    private final ZoneName zone;
    private final String kind;
    private final String kindWords;
    private final SecretBytes code;

    /// Takes over `code`.
    ///
    /// @param kind the kind of code, such as `matter-qr`
    /// @param kindWords what that is, in words
    /// @param code the whole text in UTF-8
    public Sticker(DeviceName device, ZoneName zone, String kind, String kindWords, SecretBytes code) {
        this.device = device;
        this.zone = zone;
        this.kind = kind;
        this.kindWords = kindWords;
        this.code = code;
    }

    String device() {
        return device.text();
    }

    String zone() {
        return zone.display();
    }

    String kindWords() {
        return kindWords;
    }

    /// Work done with the text of the code, which it must not keep.
    interface Lend<X extends Exception> {
        void with(String text) throws X;
    }

    /// Lends the text: what draws codes and letters takes a String, which is let go of when `work` returns.
    <X extends Exception> void lend(Lend<X> work) throws X {
        code.use(bytes -> {
            work.with(new String(bytes, UTF_8));
            return bytes.length;
        });
    }

    /// What people type where no camera is: the code in its groups, or as it is where it is short.
    Optional<String> typed(String text) {
        var spoken =
                CodeReader.read(text, kind) instanceof Scan.Read(Code read) ? read.spoken() : Optional.<String>empty();
        return spoken.or(() -> Optional.of(text).filter(all -> all.length() <= MOST_TYPED));
    }

    @Override
    public void close() {
        code.close();
    }

    @Override
    public String toString() {
        return "Sticker of " + device;
    }
}
