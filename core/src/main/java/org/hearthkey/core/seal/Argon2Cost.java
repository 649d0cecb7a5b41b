package org.hearthkey.core.seal;

import java.time.Duration;
import java.util.Optional;

/// What one guess at a passphrase costs: memory in KiB, passes over it, and lanes.
///
/// @param memoryKib 65536 to 1048576
/// @param passes 3 to 16; memory times passes is at most 8388608
/// @param lanes 1 to 8
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9106#section-4">RFC 9106, section 4</a>
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    /// The least that the format opens.
    public static final Argon2Cost MINIMUM = new Argon2Cost(65_536, 3, 4);
    /// The least that new locks get: well above RFC 9106's second choice, in memory that every computer has.
    public static final Argon2Cost FLOOR = new Argon2Cost(262_144, 3, 4);

    /// What all locks tried for one secret may cost together, in KiB times passes.
    public static final long MOST_WORK = 16_777_216;

    private static final int MOST_PASSES = 16;
    private static final long MOST_WORK_OF_ONE = 8_388_608;
    private static final double WORTH_RAISING = 1.5;

    public Argon2Cost {
        if (!isAllowed(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException("Argon2id outside the format's bounds");
        }
    }

    /// Whether a stranger's file may ask for this.
    public static boolean isAllowed(long memoryKib, long passes, long lanes) {
        return 65_536 <= memoryKib
                && memoryKib <= 1_048_576
                && 3 <= passes
                && passes <= MOST_PASSES
                && 1 <= lanes
                && lanes <= 8
                && memoryKib * passes <= MOST_WORK_OF_ONE;
    }

    /// A cost of about one second on this computer and never under [#FLOOR]. Takes as long as one run at the floor. More
    /// passes, not more memory: the owner's smallest computer must open the home too.
    public static Argon2Cost calibrated(Argon2id argon2) {
        return forOneSecond(timed(argon2));
    }

    private static Duration timed(Argon2id argon2) {
        long start = System.nanoTime();
        argon2.derive(new byte[16], new byte[32], FLOOR);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// @param floorTook how long a run at the floor takes
    static Argon2Cost forOneSecond(Duration floorTook) {
        long perPass = Math.max(1, floorTook.toMillis() / FLOOR.passes);
        long passes = Math.clamp(1000 / perPass, FLOOR.passes, MOST_PASSES);
        return new Argon2Cost(FLOOR.memoryKib, (int) passes, FLOOR.lanes);
    }

    /// What a lock at this cost is raised to, so that one guess takes about a second again. A lock that is slow enough, or
    /// not far from it, stays: each change of a slot is an entry in the journal. Never less than this in anything.
    ///
    /// @param took how long trying this once has taken just now
    Optional<Argon2Cost> raised(Duration took) {
        int memory = Math.max(memoryKib, FLOOR.memoryKib);
        double millisPerPass = Math.max(1, took.toNanos() / 1e6 * memory / work());
        long most = Math.min(MOST_PASSES, MOST_WORK_OF_ONE / memory);
        long wanted = Math.clamp((long) (1000 / millisPerPass), Math.max(passes, FLOOR.passes), most);
        var raised = new Argon2Cost(memory, (int) wanted, Math.max(lanes, FLOOR.lanes));
        return isBelowFloor() || raised.work() >= WORTH_RAISING * work() ? Optional.of(raised) : Optional.empty();
    }

    private boolean isBelowFloor() {
        return memoryKib < FLOOR.memoryKib || lanes < FLOOR.lanes;
    }

    /// As other programs write it, such as `m=262144,t=3,p=4`.
    public String text() {
        return "m=" + memoryKib + ",t=" + passes + ",p=" + lanes;
    }

    /// Memory times passes, in KiB.
    public long work() {
        return (long) memoryKib * passes;
    }
}
