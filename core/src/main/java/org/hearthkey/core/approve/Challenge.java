package org.hearthkey.core.approve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearthkey.core.key.PublicKeyInfo;

/// Six digits that are typed into a device or hub, which then shows six others made from them and from the key that asked.
/// They are drawn after the key was shown: digits that depended on the key alone could be matched by trying keys, a
/// million of which take seconds.
///
/// @param digits six decimal digits
public record Challenge(String digits) {
    private static final Pattern SIX = Pattern.compile("[0-9]{6}");
    private static final int ALL = 1_000_000;
    private static final String PURPOSE = "hearthkey confirmation\n";

    /// Seven bytes: what a shell can reckon with.
    private static final int SHIFT = Byte.SIZE;

    /// @throws IllegalArgumentException if these are not six digits
    public Challenge {
        if (!SIX.matcher(digits).matches()) {
            throw new IllegalArgumentException("A challenge has six digits");
        }
    }

    /// A challenge that nobody can foresee.
    public static Challenge random(SecureRandom random) {
        return new Challenge(six(random.nextInt(ALL)));
    }

    /// What the device with this key shows: the first seven bytes of HMAC-SHA-256, with the challenge as its key, of
    /// `hearthkey confirmation`, a line feed and the hex SHA-256 of the canonical public key, modulo a million.
    public String answer(PublicKeyInfo key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(digits.getBytes(US_ASCII), "HmacSHA256"));
            byte[] code = mac.doFinal((PURPOSE + key.hash().hex()).getBytes(US_ASCII));
            return six(ByteBuffer.wrap(code).getLong() >>> SHIFT);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String six(long number) {
        return String.format(Locale.ROOT, "%06d", number % ALL);
    }
}
