package org.hearthkey.core.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hearthkey.core.scan.Kind.Stage;

/// A code while somebody types it, looked at key by key: what it may still become, how it is printed, and whether the
/// check digit agrees. Nothing is kept from one key to the next, so that a correction in the middle is no special case.
///
/// Space and hyphens between digits are the typist's: they are put where labels have them.
///
/// @param text what [CodeReader] should read, in the groups of its label where it has any
/// @param kinds the names of the kinds that the text may still become
/// @param progress how far it is
/// @param check what the check digit says
public record TypedCode(String text, List<String> kinds, Progress progress, Check check) {
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]*[0-9])*+[ -]*");
    private static final Pattern SEPARATOR = Pattern.compile("[ -]+");

    /// How far a text is.
    public enum Progress {
        /// More has to follow.
        UNFINISHED,
        /// It is a code. Of some kinds more may follow.
        WHOLE,
        /// It is as long as its code is, and breaks a rule: something was mistyped.
        MISTYPED,
        /// Whatever follows, it becomes no code.
        IMPOSSIBLE
    }

    /// What the check digit of a Matter code says. Other kinds have none, or one that only the whole code tells.
    public enum Check {
        NONE,
        HOLDS,
        FAILS
    }

    public TypedCode {
        kinds = List.copyOf(kinds);
    }

    /// Looks at what was typed so far; nothing may be typed yet.
    public static TypedCode of(String typed) {
        var text = typed.strip();
        return DIGITS.matcher(text).matches() ? ofDigits(text) : of(text, text, CodeReader.known());
    }

    /// People write the groups of the label: the first tells which label.
    private static TypedCode ofDigits(String typed) {
        var groups = SEPARATOR.split(typed, 0);
        var digits = String.join("", groups);
        int first = typed.equals(digits) ? 0 : groups[0].length();
        var kinds = CodeReader.known().stream()
                .filter(kind -> !(first == 4 && kind.equals(ZwaveDskCode.KIND)))
                .filter(kind -> !(first == 5 && kind.equals(MatterManualCode.KIND)))
                .filter(kind -> !(typed.contains("-") && kind.name().equals(ZigbeeCode.BARE.name())))
                .filter(kind -> kind.stage(digits) != Stage.IMPOSSIBLE)
                .toList();
        return of(digits, printed(digits, typed, kinds), kinds);
    }

    private static String printed(String digits, String typed, List<Kind> open) {
        if (open.contains(MatterManualCode.KIND)) {
            return Grouping.ofManualCode(digits);
        }
        if (open.contains(ZwaveDskCode.KIND)) {
            return Grouping.EIGHT_FIVES.apply(digits);
        }
        return open.contains(ZwaveCode.KIND) ? digits : typed;
    }

    private static TypedCode of(String bare, String text, List<Kind> kinds) {
        var open = kinds.stream()
                .filter(kind -> kind.stage(bare) != Stage.IMPOSSIBLE)
                .toList();
        var names = open.stream().map(Kind::name).distinct().toList();
        return new TypedCode(text, names, progress(bare, text, open), check(bare, open));
    }

    private static Progress progress(String bare, String text, List<Kind> open) {
        if (isWhole(text, open)) {
            return Progress.WHOLE;
        }
        var furthest = open.stream()
                .map(kind -> kind.stage(bare))
                .min(Comparator.naturalOrder())
                .orElse(Stage.IMPOSSIBLE);
        return switch (furthest) {
            case IMPOSSIBLE -> Progress.IMPOSSIBLE;
            case BEGUN -> Progress.UNFINISHED;
            case FULL -> Progress.MISTYPED;
        };
    }

    private static boolean isWhole(String text, List<Kind> open) {
        return switch (CodeReader.read(text)) {
            case Scan.Read(var code) -> open.stream().map(Kind::name).anyMatch(code.kind()::equals);
            case Scan.Ambiguous _ -> true;
            case Scan.Malformed _, Scan.Unknown() -> false;
        };
    }

    private static Check check(String bare, List<Kind> open) {
        if (!open.contains(MatterManualCode.KIND) || MatterManualCode.KIND.stage(bare) != Stage.FULL) {
            return Check.NONE;
        }
        return Verhoeff.holds(bare) ? Check.HOLDS : Check.FAILS;
    }

    /// How far it is: the text may be a secret.
    @Override
    public String toString() {
        return progress.name().toLowerCase(Locale.ROOT);
    }
}
