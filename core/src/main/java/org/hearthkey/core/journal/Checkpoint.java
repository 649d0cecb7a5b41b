package org.hearthkey.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far a journal had come: its size and root hash then. Signed, it is a promise that all later journals begin with
/// these entries.
///
/// @param origin which journal it is of
/// @param extensions lines of other programs; ours has none
/// @see <a href="https://c2sp.org/tlog-checkpoint@v1.0.0">C2SP tlog-checkpoint</a>
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]+");
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin)
                || size < 0
                || size > Jcs.LARGEST_INTEGER
                || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("Not a checkpoint");
        }
    }

    public Checkpoint(String origin, long size, TreeHash root) {
        this(origin, size, root, List.of());
    }

    private static boolean isLine(String line) {
        return LINE.matcher(line).matches();
    }

    /// Reads the text of a note.
    public static Optional<Checkpoint> parse(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() <= LINES
                || !lines.getLast().isEmpty()
                || !SIZE.matcher(lines.get(1)).matches()) {
            return Optional.empty();
        }
        var extensions = lines.subList(LINES, lines.size() - 1);
        long size = Long.parseLong(lines.get(1));
        if (!isLine(lines.getFirst())
                || size > Jcs.LARGEST_INTEGER
                || !extensions.stream().allMatch(Checkpoint::isLine)) {
            return Optional.empty();
        }
        return TreeHash.parse(lines.get(2)).map(root -> new Checkpoint(lines.getFirst(), size, root, extensions));
    }

    /// The text that is signed.
    public String text() {
        var lines = new ArrayList<>(List.of(origin, Long.toString(size), root.base64()));
        lines.addAll(extensions);
        return String.join("\n", lines) + "\n";
    }
}
