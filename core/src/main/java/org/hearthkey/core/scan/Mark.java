package org.hearthkey.core.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Something by which a device, or a copy of its label, is known again among all devices of a home.
///
/// @param value comparable as it is: hex in lower case, a secret only as its hash
public record Mark(Sort sort, String value) {
    /// What the value is, and with it how much it means when two devices share one.
    public enum Sort {
        /// The SHA-256 of the canonical public key.
        KEY("key"),
        /// The part of a key that a label has room for, such as a Z-Wave DSK.
        KEY_PART("key-part"),
        /// A secret that pairs the device. Two devices never share one by chance.
        SECRET("secret"),
        /// The whole label, where it says more than a name. One label belongs to one device.
        LABEL("label"),
        /// A number that the maker gave to this one device.
        SERIAL("serial"),
        /// A MAC address or EUI-64.
        ADDRESS("address"),
        /// A short number or name by which nearby devices are told apart; chance may repeat it.
        SHORT_NAME("short-name");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        /// What the file and scripts call it.
        public String code() {
            return code;
        }
    }

    /// A mark that can be known again without its secret being kept.
    ///
    /// @param kind the kind of code that it is a secret of: the same digits may pair devices of two kinds
    static Mark ofSecret(String kind, String secret) {
        return new Mark(Sort.SECRET, hash(kind, secret));
    }

    /// The mark of a label as a whole.
    public static Mark ofLabel(Code code) {
        return new Mark(Sort.LABEL, hash(code.kind(), code.text()));
    }

    private static String hash(String kind, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((kind + "\n" + text).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
