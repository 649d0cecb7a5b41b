package org.hearthkey.core.frames;

import java.util.ArrayDeque;

/// How many fragments a frame of a UR sums up: one in `d` times as often `d` of them. Drawn by Vose's alias method, in
/// the one order in which all programs do.
final class Degrees {
    private final double[] probabilities;
    private final int[] aliases;

    Degrees(int count) {
        probabilities = new double[count];
        aliases = new int[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
        }
        var small = new ArrayDeque<Integer>();
        var large = new ArrayDeque<Integer>();
        double[] scaled = new double[count];
        for (int i = count - 1; i >= 0; i--) {
            scaled[i] = 1.0 / (i + 1) * count / sum;
            (scaled[i] < 1 ? small : large).push(i);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int less = small.pop();
            int more = large.pop();
            probabilities[less] = scaled[less];
            aliases[less] = more;
            scaled[more] += scaled[less] - 1;
            (scaled[more] < 1 ? small : large).push(more);
        }
        large.forEach(i -> probabilities[i] = 1);
        small.forEach(i -> probabilities[i] = 1);
    }

    /// From 1 to the count of fragments.
    int next(Xoshiro256 random) {
        double where = random.nextDouble();
        double which = random.nextDouble();
        int i = (int) (probabilities.length * where);
        return 1 + (which < probabilities[i] ? i : aliases[i]);
    }
}
