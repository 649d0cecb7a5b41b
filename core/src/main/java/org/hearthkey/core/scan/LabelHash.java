package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;

/// A SHA-256, whole or cut short, as RFC 6920 names it. Only the whole one identifies: the others can be matched by
/// trying keys, and are good for comparing by eye.
///
/// @param hex lower-case digits, as many as the algorithm has
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6920#section-9.4">RFC 6920, section 9.4</a>
public record LabelHash(Algorithm algorithm, String hex) {
    /// Whole and cut hashes, with their numbers in the registry of suites.
    public enum Algorithm {
        SHA_256(1, "sha-256", 256),
        SHA_256_128(2, "sha-256-128", 128),
        SHA_256_120(3, "sha-256-120", 120),
        SHA_256_96(4, "sha-256-96", 96),
        SHA_256_64(5, "sha-256-64", 64),
        SHA_256_32(6, "sha-256-32", 32);

        private final int suite;
        private final String text;
        private final int bytes;

        Algorithm(int suite, String text, int bits) {
            this.suite = suite;
            this.text = text;
            this.bytes = bits / Byte.SIZE;
        }

        /// As the code spells it.
        public String text() {
            return text;
        }

        int suite() {
            return suite;
        }

        static Algorithm named(String name) throws MalformedException {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.text.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new MalformedException("unknown hash algorithm"));
        }

        static Algorithm ofSuite(int suite) throws MalformedException {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.suite == suite)
                    .findFirst()
                    .orElseThrow(() -> new MalformedException("unknown suite id"));
        }
    }

    static LabelHash of(Algorithm algorithm, byte[] digest) throws MalformedException {
        require(digest.length == algorithm.bytes, "digest length is wrong for the algorithm");
        return new LabelHash(algorithm, HexFormat.of().formatHex(digest));
    }

    /// The hash as a fingerprint, where it was not cut short.
    public Optional<Fingerprint> whole() {
        return algorithm == Algorithm.SHA_256 ? Fingerprint.parse(hex) : Optional.empty();
    }

    List<Warning> warnings() {
        return algorithm == Algorithm.SHA_256
                ? List.of()
                : List.of(new Warning("truncated-digest", "RFC 6920, section 9.4"));
    }
}
