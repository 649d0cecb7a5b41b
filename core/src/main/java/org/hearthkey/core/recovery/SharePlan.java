package org.hearthkey.core.recovery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.name.GroupName;

/// Who will hold shares, and how many of them it takes.
///
/// @param groupThreshold how many groups have to come together
/// @param groups 1 to 16, such as the owner, the family and a lawyer
public record SharePlan(int groupThreshold, List<Group> groups) {
    static final int MOST = 16;

    /// Two of three sheets.
    public static final SharePlan TWO_OF_THREE = of(2, 3);

    /// People or places that hold shares of their own.
    ///
    /// @param name who they are; nothing where that need not be said. No share carries it
    /// @param threshold how many members have to come together
    /// @param members how many there are. A group of several that one can open alone is refused, as SLIP-39 does: give
    ///     one member's sheet to each of them instead
    public record Group(Optional<GroupName> name, int threshold, int members) {
        private static final Pattern TEXT = Pattern.compile("(?:(.+)=)?(\\d{1,2})/(\\d{1,2})");

        public Group {
            if (threshold < 1 || threshold > members || members > MOST || (threshold == 1 && members > 1)) {
                throw new IllegalArgumentException(threshold + " of " + members + " members");
            }
        }

        /// A group that needs no name.
        public static Group of(int threshold, int members) {
            return new Group(Optional.empty(), threshold, members);
        }

        /// Such as `2/3`, or `The family=2/3`.
        public String text() {
            return name.map(holders -> holders + "=").orElse("") + threshold + "/" + members;
        }

        /// Reads what [#text()] writes.
        public static Optional<Group> parse(String text) {
            var group = TEXT.matcher(text);
            if (!group.matches()) {
                return Optional.empty();
            }
            var typed = Optional.ofNullable(group.group(1));
            var name = typed.flatMap(GroupName::parse);
            if (typed.isPresent() && name.isEmpty()) {
                return Optional.empty();
            }
            try {
                int threshold = Integer.parseInt(group.group(2));
                return Optional.of(new Group(name, threshold, Integer.parseInt(group.group(3))));
            } catch (IllegalArgumentException impossible) {
                return Optional.empty();
            }
        }
    }

    public SharePlan {
        groups = List.copyOf(groups);
        if (groupThreshold < 1 || groupThreshold > groups.size() || groups.size() > MOST) {
            throw new IllegalArgumentException(groupThreshold + " of " + groups.size() + " groups");
        }
    }

    /// One group.
    public static SharePlan of(int threshold, int members) {
        return new SharePlan(1, List.of(Group.of(threshold, members)));
    }

    public int shares() {
        return groups.stream().mapToInt(Group::members).sum();
    }

    /// Which sheet it is, counted from 1 through all groups.
    public int number(ShareSeat seat) {
        return 1
                + seat.member()
                + groups.stream().limit(seat.group()).mapToInt(Group::members).sum();
    }
}
