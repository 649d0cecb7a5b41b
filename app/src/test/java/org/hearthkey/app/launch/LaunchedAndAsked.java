package org.hearthkey.app.launch;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program in a process of its own which says, when it ends, whether its memory may be dumped.
@SuppressWarnings("restricted")
final class LaunchedAndAsked {
    private static final int PR_GET_DUMPABLE = 3;

    private LaunchedAndAsked() {}

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(LaunchedAndAsked::tell));
        Launch.main(args);
    }

    private static void tell() {
        try (var limits = Files.lines(Path.of("/proc/self/limits"))) {
            System.out.println("dumpable " + dumpable());
            limits.filter(line -> line.startsWith("Max core file size")).forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int dumpable() {
        var linker = Linker.nativeLinker();
        var prctl = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("prctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        try {
            return (int) prctl.invokeExact(PR_GET_DUMPABLE, 0L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
