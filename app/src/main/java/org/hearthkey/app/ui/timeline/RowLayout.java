package org.hearthkey.app.ui.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where groups and their rows lie below one another. Takes the same time whether a group has ten rows or ten thousand.
///
/// @param sizes how many rows each group has
/// @param folded the groups whose rows are hidden
public record RowLayout(List<Integer> sizes, Set<Integer> folded) {
    static final double HEAD_HEIGHT = 28;
    static final double ROW_HEIGHT = 24;

    public RowLayout {
        sizes = List.copyOf(sizes);
        folded = Set.copyOf(folded);
    }

    /// A place in the list: a group's head, or one of its rows.
    ///
    /// @param row counts from 0; [#HEAD] is the head
    public record Spot(int group, int row) {
        static final int HEAD = -1;

        static Spot head(int group) {
            return new Spot(group, HEAD);
        }

        boolean isHead() {
            return row == HEAD;
        }

        double height() {
            return isHead() ? HEAD_HEIGHT : ROW_HEIGHT;
        }
    }

    /// How high all of it is.
    public double height() {
        return top(sizes.size());
    }

    /// The distance of a spot from the top of the list.
    public double y(Spot spot) {
        double head = top(spot.group());
        return spot.isHead() ? head : head + HEAD_HEIGHT + spot.row() * ROW_HEIGHT;
    }

    /// What lies `y` below the top of the list.
    public Optional<Spot> at(double y) {
        for (int group = 0; group < sizes.size(); group++) {
            double below = y - top(group);
            if (below >= 0 && below < groupHeight(group)) {
                return Optional.of(
                        below < HEAD_HEIGHT
                                ? Spot.head(group)
                                : new Spot(group, (int) ((below - HEAD_HEIGHT) / ROW_HEIGHT)));
            }
        }
        return Optional.empty();
    }

    /// All that can be seen of the list between two distances from its top.
    public List<Spot> between(double from, double to) {
        var spots = new ArrayList<Spot>();
        var spot = at(Math.max(0, from));
        while (spot.isPresent() && y(spot.get()) < to) {
            spots.add(spot.get());
            spot = after(spot.get());
        }
        return spots;
    }

    /// How many spots are further up.
    public int index(Spot spot) {
        int index = spot.row() + 1;
        for (int before = 0; before < spot.group(); before++) {
            index += 1 + shown(before);
        }
        return index;
    }

    /// The next spot further down.
    public Optional<Spot> after(Spot spot) {
        if (spot.row() + 1 < shown(spot.group())) {
            return Optional.of(new Spot(spot.group(), spot.row() + 1));
        }
        return spot.group() + 1 < sizes.size() ? Optional.of(Spot.head(spot.group() + 1)) : Optional.empty();
    }

    /// The next spot further up.
    public Optional<Spot> before(Spot spot) {
        if (!spot.isHead()) {
            return Optional.of(new Spot(spot.group(), spot.row() - 1));
        }
        return spot.group() > 0
                ? Optional.of(new Spot(spot.group() - 1, shown(spot.group() - 1) - 1))
                : Optional.empty();
    }

    /// The last spot, if there is any.
    public Optional<Spot> last() {
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spot(sizes.size() - 1, shown(sizes.size() - 1) - 1));
    }

    /// With this group's rows hidden if they are shown, and shown if they are hidden.
    public RowLayout toggled(int group) {
        var changed = new HashSet<>(folded);
        if (!changed.remove(group)) {
            changed.add(group);
        }
        return new RowLayout(sizes, changed);
    }

    private int shown(int group) {
        return folded.contains(group) ? 0 : sizes.get(group);
    }

    private double groupHeight(int group) {
        return HEAD_HEIGHT + shown(group) * ROW_HEIGHT;
    }

    private double top(int group) {
        double top = 0;
        for (int before = 0; before < group; before++) {
            top += groupHeight(before);
        }
        return top;
    }
}
