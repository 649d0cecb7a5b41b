package org.hearthkey.app.camera;

import com.google.zxing.qrcode.decoder.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.app.camera.CornerMarks.Mark;

/// Three marks, the first where both sides meet.
record Corners(Mark topLeft, Mark topRight, Mark bottomLeft) {
    static Optional<Corners> of(Mark a, Mark b, Mark c) {
        double ab = a.distance(b);
        double bc = b.distance(c);
        double ac = a.distance(c);
        var corners = bc >= ab && bc >= ac ? turned(a, b, c) : ac >= ab ? turned(b, a, c) : turned(c, a, b);
        return Optional.of(corners).filter(Corners::isPossible);
    }

    private static Corners turned(Mark corner, Mark one, Mark other) {
        double turn =
                (one.x() - corner.x()) * (other.y() - corner.y()) - (one.y() - corner.y()) * (other.x() - corner.x());
        return turn > 0 ? new Corners(corner, one, other) : new Corners(corner, other, one);
    }

    double module() {
        return (topLeft.module() + topRight.module() + bottomLeft.module()) / 3;
    }

    private double across() {
        return topLeft.distance(topRight);
    }

    private double down() {
        return topLeft.distance(bottomLeft);
    }

    private double cosine() {
        double dot = (topRight.x() - topLeft.x()) * (bottomLeft.x() - topLeft.x())
                + (topRight.y() - topLeft.y()) * (bottomLeft.y() - topLeft.y());
        return dot / (across() * down());
    }

    private double unevenness() {
        double most = Math.max(topLeft.module(), Math.max(topRight.module(), bottomLeft.module()));
        double least = Math.min(topLeft.module(), Math.min(topRight.module(), bottomLeft.module()));
        return most / least;
    }

    private boolean isPossible() {
        double longer = Math.max(across(), down());
        double shorter = Math.min(across(), down());
        return shorter > 9 * module() && longer < 2.4 * shorter && Math.abs(cosine()) < 0.72 && unevenness() < 2.4;
    }

    /// The less, the more it looks like a code from straight above.
    double oddness() {
        return Math.abs(Math.log(across() / down()))
                + Math.abs(cosine())
                + Math.log(unevenness())
                - 0.02 * (topLeft.votes() + topRight.votes() + bottomLeft.votes());
    }

    private double likelyVersion() {
        double modules =
                (across() / (topLeft.module() + topRight.module()) + down() / (topLeft.module() + bottomLeft.module()))
                        + 7;
        return (modules - 17) / 4;
    }

    /// How many modules a side has, if this is seen from straight above.
    int side() {
        return Version.getVersionForNumber(Math.clamp(Math.round(likelyVersion()), 1, 40))
                .getDimensionForVersion();
    }

    /// Possible versions, the likeliest first. What is seen from the side looks narrower than it is.
    List<Version> versions() {
        double likely = likelyVersion();
        return IntStream.rangeClosed(1, 15)
                .filter(version -> Math.abs(version - likely) <= 1.2 + 0.25 * likely)
                .boxed()
                .sorted(Comparator.comparingDouble(version -> Math.abs(version - likely)))
                .map(Version::getVersionForNumber)
                .toList();
    }
}
