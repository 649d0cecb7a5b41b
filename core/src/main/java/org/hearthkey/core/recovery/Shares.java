package org.hearthkey.core.recovery;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.core.recovery.Polynomial.Point;
import org.hearthkey.core.secret.SecretBytes;

/// Divides a secret into shares and puts it together again, as SLIP-39 says.
///
/// @see <a href="https://github.com/satoshilabs/slips/blob/master/slip-0039.md">SLIP-39</a>
public final class Shares {
    private static final byte[] NO_PASSPHRASE = {};

    /// 20,000 rounds of PBKDF2: what is shared is 256 random bits, which nobody guesses.
    private static final int ITERATION_EXPONENT = 1;

    private Shares() {}

    /// New shares of `secret`, by group and member. Whoever gets them closes them.
    ///
    /// @param secret at least 16 bytes, an even number
    public static List<Share> split(SecretBytes secret, SharePlan plan, SecureRandom random) {
        var set = new ShareSet(
                random.nextInt(ShareSet.IDENTIFIERS),
                true,
                ITERATION_EXPONENT,
                plan.groupThreshold(),
                plan.groups().size());
        return secret.use(bytes -> split(bytes, set, plan.groups(), NO_PASSPHRASE, random));
    }

    static List<Share> split(
            byte[] secret, ShareSet set, List<SharePlan.Group> groups, byte[] passphrase, SecureRandom random) {
        var encrypted = new ShareCipher(passphrase, set).encrypt(secret);
        var groupSecrets = SecretSharing.split(encrypted, set.groupThreshold(), groups.size(), random);
        Arrays.fill(encrypted, (byte) 0);
        var shares = new ArrayList<Share>();
        for (int group = 0; group < groups.size(); group++) {
            int threshold = groups.get(group).threshold();
            var values = SecretSharing.split(
                    groupSecrets.get(group), threshold, groups.get(group).members(), random);
            Arrays.fill(groupSecrets.get(group), (byte) 0);
            for (int member = 0; member < values.size(); member++) {
                shares.add(new Share(set, new ShareSeat(group, member, threshold), values.get(member)));
            }
        }
        return shares;
    }

    /// The secret that these shares give. More than it takes do no harm, as long as they agree.
    ///
    /// @throws ShareException other-set, conflict, too-few or digest
    public static SecretBytes join(List<Share> shares) throws ShareException {
        return SecretBytes.owning(join(shares, NO_PASSPHRASE));
    }

    /// How many more it takes beside these, at the least: of a group of which none is here, one may be enough.
    public static int missing(List<Share> shares) {
        if (shares.isEmpty()) {
            return 1;
        }
        var set = shares.getFirst().set();
        var groups = shares.stream()
                .collect(Collectors.groupingBy(
                        share -> share.seat().group(),
                        Collectors.mapping(Share::seat, Collectors.toCollection(LinkedHashSet::new))));
        return Stream.concat(
                        groups.values().stream()
                                .map(seats -> Math.max(0, seats.getFirst().threshold() - seats.size())),
                        Stream.generate(() -> 1).limit(set.groups() - groups.size()))
                .sorted()
                .limit(set.groupThreshold())
                .mapToInt(Integer::intValue)
                .sum();
    }

    static byte[] join(List<Share> shares, byte[] passphrase) throws ShareException {
        if (shares.isEmpty()) {
            throw new ShareException(ShareFlaw.TOO_FEW);
        }
        var set = shares.getFirst().set();
        requireOneSet(shares, set);
        var complete = complete(groups(shares));
        if (complete.size() < set.groupThreshold()) {
            throw new ShareException(ShareFlaw.TOO_FEW);
        }
        var groupPoints = new ArrayList<Point>();
        try {
            for (var group : complete.subList(0, set.groupThreshold())) {
                groupPoints.add(new Point(group.getFirst().seat().group(), joinMembers(group)));
            }
            var encrypted = joinPoints(groupPoints);
            try {
                return new ShareCipher(passphrase, set).decrypt(encrypted);
            } finally {
                Arrays.fill(encrypted, (byte) 0);
            }
        } finally {
            groupPoints.forEach(point -> Arrays.fill(point.y(), (byte) 0));
        }
    }

    private static void requireOneSet(List<Share> shares, ShareSet set) throws ShareException {
        int length = shares.getFirst().value().length;
        if (shares.stream().anyMatch(share -> !share.set().equals(set) || share.value().length != length)) {
            throw new ShareException(ShareFlaw.OTHER_SET);
        }
    }

    /// By group, each share once.
    private static Map<Integer, List<Share>> groups(List<Share> shares) throws ShareException {
        var seats = new TreeMap<ShareSeat, Share>(
                Comparator.comparingInt(ShareSeat::group).thenComparingInt(ShareSeat::member));
        for (var share : shares) {
            var before = seats.putIfAbsent(share.seat(), share);
            if (before != null && !before.isSame(share)) {
                throw new ShareException(ShareFlaw.CONFLICT);
            }
        }
        return seats.values().stream()
                .collect(Collectors.groupingBy(share -> share.seat().group(), TreeMap::new, Collectors.toList()));
    }

    /// The groups that have as many members together as they ask for.
    private static List<List<Share>> complete(Map<Integer, List<Share>> groups) throws ShareException {
        var complete = new ArrayList<List<Share>>();
        for (var group : groups.values()) {
            int threshold = group.getFirst().seat().threshold();
            if (group.stream().anyMatch(share -> share.seat().threshold() != threshold)) {
                throw new ShareException(ShareFlaw.CONFLICT);
            }
            if (group.size() >= threshold) {
                complete.add(group.subList(0, threshold));
            }
        }
        return complete;
    }

    private static byte[] joinMembers(List<Share> group) throws ShareException {
        return joinPoints(group.stream()
                .map(share -> new Point(share.seat().member(), share.value()))
                .toList());
    }

    private static byte[] joinPoints(List<Point> points) throws ShareException {
        return SecretSharing.join(points).orElseThrow(() -> new ShareException(ShareFlaw.DIGEST));
    }
}
