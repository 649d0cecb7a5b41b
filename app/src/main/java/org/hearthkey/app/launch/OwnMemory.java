package org.hearthkey.app.launch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import org.slf4j.LoggerFactory;

/// Keeps this process's memory to itself on Linux: other programs of the same user may not read it, and a crash leaves no
/// core file. Elsewhere Java's own switches must do, which `installer/Image.java` sets.
///
/// @see <a href="https://man7.org/linux/man-pages/man2/PR_SET_DUMPABLE.2const.html">PR_SET_DUMPABLE</a>
@SuppressWarnings("restricted") // the launchers say --enable-native-access
final class OwnMemory {
    private static final int PR_SET_DUMPABLE = 4;
    private static final long NOT_DUMPABLE = 0;
    private static final int RLIMIT_CORE = 4;
    private static final int SOFT_AND_HARD = 2;

    private static final FunctionDescriptor PRCTL =
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor SETRLIMIT = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS);

    private OwnMemory() {}

    /// Closes it, once and for good. Costs some tens of milliseconds.
    static void close() {
        if (System.getProperty("os.name").equals("Linux") && !(isNotDumpable() && leavesNoCore())) {
            LoggerFactory.getLogger(OwnMemory.class).warn("Other programs of this user may read this one's memory");
        }
    }

    private static boolean isNotDumpable() {
        var linker = Linker.nativeLinker();
        var prctl = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("prctl"), PRCTL, Linker.Option.firstVariadicArg(1));
        try {
            return (int) prctl.invokeExact(PR_SET_DUMPABLE, NOT_DUMPABLE, 0L, 0L, 0L) == 0;
        } catch (Throwable mistake) {
            throw new IllegalStateException("Not how prctl is called", mistake);
        }
    }

    private static boolean leavesNoCore() {
        var linker = Linker.nativeLinker();
        var setrlimit = linker.downcallHandle(linker.defaultLookup().findOrThrow("setrlimit"), SETRLIMIT);
        try (var arena = Arena.ofConfined()) {
            return (int) setrlimit.invokeExact(RLIMIT_CORE, arena.allocate(JAVA_LONG, SOFT_AND_HARD)) == 0;
        } catch (Throwable mistake) {
            throw new IllegalStateException("Not how setrlimit is called", mistake);
        }
    }
}
