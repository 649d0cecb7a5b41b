package org.hearthkey.core.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes all that is reachable in this process into a file, as a thief of memory would, and searches it.
public final class HeapDump {
    private HeapDump() {}

    /// The names of the planted secrets that are in memory now. The dump is deleted before this returns.
    ///
    /// @param folder where the dump may lie for a moment
    public static Set<String> found(Planted planted, Path folder) throws IOException {
        var file = folder.resolve("memory.hprof");
        jcmd(folder, "GC.heap_dump", file.toString());
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            var memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return search(memory, planted.needles());
        } finally {
            Files.delete(file);
        }
    }

    /// How many objects of this class are reachable now.
    public static long count(Class<?> type, Path folder) throws IOException {
        // A line of the histogram: rank, instances, bytes, class.
        return jcmd(folder, "GC.class_histogram")
                .lines()
                .map(line -> List.of(line.strip().split(" +", -1)))
                .filter(line -> line.size() >= 4 && line.get(3).equals(type.getName()))
                .mapToLong(line -> Long.parseLong(line.get(1)))
                .sum();
    }

    /// Asks the JDK's own tool, which looks at what is left after a full collection. Into a file, not a pipe: this process
    /// stands still while it answers, and could not empty one.
    private static String jcmd(Path folder, String... what) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(ProcessHandle.current().pid()));
        command.addAll(List.of(what));
        var answer = folder.resolve("jcmd.txt");
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start()
                    .waitFor();
            var said = Files.readString(answer);
            if (exit != 0) {
                throw new IOException(said);
            }
            return said;
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    private static Set<String> search(MemorySegment memory, Map<String, byte[]> needles) {
        var isFirst = new boolean[1 << Byte.SIZE];
        needles.values().forEach(needle -> isFirst[needle[0] & 0xff] = true);
        var found = new TreeSet<String>();
        for (long at = 0; at < memory.byteSize(); at++) {
            if (isFirst[memory.get(ValueLayout.JAVA_BYTE, at) & 0xff]) {
                for (var needle : needles.entrySet()) {
                    if (startsAt(memory, at, needle.getValue())) {
                        found.add(needle.getKey());
                    }
                }
            }
        }
        return found;
    }

    private static boolean startsAt(MemorySegment memory, long at, byte[] needle) {
        if (at + needle.length > memory.byteSize()) {
            return false;
        }
        for (int i = 0; i < needle.length; i++) {
            if (memory.get(ValueLayout.JAVA_BYTE, at + i) != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
