package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.store.DiskCall.Created;
import org.hearthkey.core.store.DiskCall.Linked;
import org.hearthkey.core.store.DiskCall.Renamed;
import org.hearthkey.core.store.DiskCall.Said;
import org.hearthkey.core.store.DiskCall.Synced;
import org.hearthkey.core.store.DiskCall.Truncated;
import org.hearthkey.core.store.DiskCall.Unlinked;
import org.hearthkey.core.store.DiskCall.Written;

/// What a program really asked of the disk, as strace saw it.
final class Recording {
    private static final String CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,link,rename,renameat2";
    private static final String FD = "\\(\\d+<(\\S*)>";
    private static final String TEXT = "\"(\\S*)\"";

    /// Every call that may change a disk has to be one of these.
    private static final List<Form> FORMS = List.of(
            form("write\\(1<\\S*>, " + TEXT + ", \\d+\\)", call -> new Said(text(call, 1))),
            form(
                    "pwrite64" + FD + ", " + TEXT + ", \\d+, (\\d+)\\)",
                    call -> new Written(text(call, 1), Long.parseLong(call.group(3)), bytes(call.group(2)))),
            form("(?:fsync|fdatasync)" + FD + "\\)", call -> new Synced(text(call, 1))),
            form("ftruncate" + FD + ", (\\d+)\\)", call -> new Truncated(text(call, 1), Long.parseLong(call.group(2)))),
            form("unlink\\(" + TEXT + "\\)", call -> new Unlinked(text(call, 1))),
            form("rename\\(" + TEXT + ", " + TEXT + "\\)", call -> new Renamed(text(call, 1), text(call, 2))),
            form("link\\(" + TEXT + ", " + TEXT + "\\)", call -> new Linked(text(call, 1), text(call, 2))),
            form("openat\\(\\S+, " + TEXT + ", \\S*O_CREAT\\S*, \\d+\\)", call -> new Created(text(call, 1))),
            form("openat\\(.*\\)", _ -> new Said("")));

    private record Form(Pattern pattern, Function<MatchResult, DiskCall> reader) {
        Optional<DiskCall> read(String line) {
            var call = pattern.matcher(line);
            return call.matches() ? Optional.of(reader.apply(call)) : Optional.empty();
        }
    }

    private static Form form(String pattern, Function<MatchResult, DiskCall> reader) {
        return new Form(Pattern.compile(pattern + " += \\d+.*"), reader);
    }

    private Recording() {}

    /// Runs a `main` to its end and tells what it did within `folder`, and what it said meanwhile.
    static List<DiskCall> of(Class<?> main, Path folder, Path home) throws IOException {
        var traces = Files.createDirectory(folder.resolveSibling("traces"));
        var arguments = new ArrayList<>(List.of(
                "-ff", "-qq", "-y", "-xx", "-s", "70000", "-e", "signal=none", "-e", "trace=" + CALLS, "-o", "trace"));
        arguments.addAll(JavaProgram.command(main, home.toString()));
        Peer.strace(traces).run(arguments.toArray(String[]::new)).accepts();
        var calls = new ArrayList<DiskCall>();
        // One file a thread; all that concerns the home happens on one.
        try (var files = Files.newDirectoryStream(traces)) {
            for (var file : files) {
                calls.addAll(within(folder, Files.readAllLines(file)));
            }
        }
        return calls;
    }

    private static List<DiskCall> within(Path folder, List<String> lines) {
        var here = hex(folder.toString());
        var calls = new ArrayList<DiskCall>();
        if (lines.stream().noneMatch(line -> line.startsWith("fsync(") && line.contains(here))) {
            return calls;
        }
        for (var line : lines) {
            // A name that does not end here is another folder's.
            if ((line.contains(here + "\\x2f") || line.contains(here + ">") || line.startsWith("write(1<"))
                    && !line.contains(" = -1 ")) {
                calls.add(read(line));
            }
        }
        return calls;
    }

    private static DiskCall read(String line) {
        for (var form : FORMS) {
            var call = form.read(line);
            if (call.isPresent()) {
                return call.get();
            }
        }
        throw new IllegalStateException("Not understood: " + line.substring(0, Math.min(line.length(), 300)));
    }

    private static String hex(String text) {
        return HexFormat.ofDelimiter("").withPrefix("\\x").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace("\\x", ""));
    }

    private static String text(MatchResult call, int group) {
        return new String(bytes(call.group(group)), StandardCharsets.UTF_8);
    }
}
