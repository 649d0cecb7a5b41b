package org.hearthkey.core.recovery;

import java.util.List;

/// A polynomial over [Gf256] for each byte of a value, known by as many points as it has coefficients.
///
/// @param points with distinct `x`, all of one length
record Polynomial(List<Point> points) {
    /// What the polynomials give at `x`, which is public.
    @SuppressWarnings("ArrayRecordComponent") // Shared for a moment between the classes of this package.
    record Point(int x, byte[] y) {}

    Polynomial {
        points = List.copyOf(points);
    }

    /// The values at `x`, by Lagrange's formula.
    byte[] at(int x) {
        byte[] values = new byte[points.getFirst().y().length];
        for (var point : points) {
            int weight = weight(point.x(), x);
            for (int i = 0; i < values.length; i++) {
                values[i] ^= (byte) Gf256.multiply(point.y()[i] & 0xff, weight);
            }
        }
        return values;
    }

    private int weight(int own, int x) {
        int weight = 1;
        for (var other : points) {
            if (other.x() != own) {
                weight = Gf256.multiply(weight, Gf256.multiply(x ^ other.x(), Gf256.inverse(own ^ other.x())));
            }
        }
        return weight;
    }
}
