package org.hearthkey.app.ceremony;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Setting;

/// What a transcript says of the program that ran the ceremony.
public final class ThisProgram {
    private ThisProgram() {}

    /// What it is, and in which files it came.
    ///
    /// @param version as `--version` answers
    /// @throws IOException if the files that the program came in cannot be read
    public static Setting.Program facts(String version) throws IOException {
        var jars = new TreeMap<String, String>();
        for (var part : List.of(ThisProgram.class, Script.class)) {
            var file = file(part).filter(Files::isRegularFile);
            if (file.isPresent()) {
                jars.put(String.valueOf(file.get().getFileName()), sha256(file.get()));
            }
        }
        return new Setting.Program(
                version,
                Map.copyOf(jars),
                System.getProperty("java.vm.name", "") + " " + Runtime.version(),
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                        + System.getProperty("os.arch", ""));
    }

    /// Where random numbers come from.
    public static String randomness(SecureRandom random) {
        return random.getAlgorithm() + ", " + random.getProvider();
    }

    /// Where a class lies, if that is a file.
    static Optional<Path> file(Class<?> part) {
        return Optional.ofNullable(part.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .filter(location -> location.getProtocol().equals("file"))
                .map(location -> Path.of(URI.create(location.toString())));
    }

    private static String sha256(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
