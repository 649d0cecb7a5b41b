package org.hearthkey.core.recovery;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearthkey.core.recovery.Polynomial.Point;

/// Divides a secret among the members of one group, with a digest that tells whether what comes together is one secret.
///
/// @see <a href="https://github.com/satoshilabs/slips/blob/master/slip-0039.md">SLIP-39, shamir's secret-sharing</a>
final class SecretSharing {
    private static final int SECRET_X = 255;
    private static final int DIGEST_X = 254;
    private static final int DIGEST_BYTES = 4;

    private SecretSharing() {}

    /// Values for the members 0 to `count` - 1; any `threshold` of them give the secret back.
    static List<byte[]> split(byte[] secret, int threshold, int count, SecureRandom random) {
        var values = new ArrayList<byte[]>();
        if (threshold == 1) {
            for (int member = 0; member < count; member++) {
                values.add(secret.clone());
            }
            return values;
        }
        var points = new ArrayList<Point>();
        for (int member = 0; member < threshold - 2; member++) {
            var drawn = new byte[secret.length];
            random.nextBytes(drawn);
            values.add(drawn);
            points.add(new Point(member, drawn));
        }
        var digest = digestShare(secret, random);
        points.add(new Point(DIGEST_X, digest));
        points.add(new Point(SECRET_X, secret));
        var polynomial = new Polynomial(points);
        for (int member = threshold - 2; member < count; member++) {
            values.add(polynomial.at(member));
        }
        Arrays.fill(digest, (byte) 0);
        return values;
    }

    /// The secret, if these are points of one and its digest fits.
    ///
    /// @param points exactly as many as the threshold
    static Optional<byte[]> join(List<Point> points) {
        if (points.size() == 1) {
            return Optional.of(points.getFirst().y().clone());
        }
        var polynomial = new Polynomial(points);
        var secret = polynomial.at(SECRET_X);
        var digest = polynomial.at(DIGEST_X);
        var random = Arrays.copyOfRange(digest, DIGEST_BYTES, digest.length);
        boolean fits = MessageDigest.isEqual(digest(random, secret), Arrays.copyOf(digest, DIGEST_BYTES));
        Arrays.fill(digest, (byte) 0);
        Arrays.fill(random, (byte) 0);
        if (fits) {
            return Optional.of(secret);
        }
        Arrays.fill(secret, (byte) 0);
        return Optional.empty();
    }

    private static byte[] digestShare(byte[] secret, SecureRandom random) {
        var drawn = new byte[secret.length - DIGEST_BYTES];
        random.nextBytes(drawn);
        var share = Arrays.copyOf(digest(drawn, secret), secret.length);
        System.arraycopy(drawn, 0, share, DIGEST_BYTES, drawn.length);
        Arrays.fill(drawn, (byte) 0);
        return share;
    }

    private static byte[] digest(byte[] random, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(random, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(secret), DIGEST_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC", e);
        }
    }
}
