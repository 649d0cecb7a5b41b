package org.hearthkey.core.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kind of code that is read here, known by how its text opens.
///
/// @param opening matched at the start of the text; of kinds without a prefix it may match the text of another kind
/// @param typing how far a text is on its way to a code of this kind while it is typed
/// @param alphabet what the whole text may consist of
record Kind(String name, Pattern opening, Typing typing, Pattern alphabet, int longest, Grammar grammar) {
    static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]*+");

    /// The most an alphanumeric QR code holds.
    static final int LONGEST = 4296;

    Kind(String name, String prefix, Grammar grammar) {
        this(name, Pattern.compile(Pattern.quote(prefix)), PRINTABLE_ASCII, LONGEST, grammar);
    }

    Kind(String name, Pattern opening, Pattern alphabet, int longest, Grammar grammar) {
        this(name, opening, Typing.opening(opening), alphabet, longest, grammar);
    }

    Kind atMost(int characters) {
        return new Kind(name, opening, typing, alphabet, characters, grammar);
    }

    Kind typed(Typing other) {
        return new Kind(name, opening, other, alphabet, longest, grammar);
    }

    /// How far a text is that is being typed.
    Stage stage(String text) {
        return text.length() <= longest && alphabet.matcher(text).matches() ? typing.of(text) : Stage.IMPOSSIBLE;
    }

    /// How far a text is on its way to a code.
    enum Stage {
        IMPOSSIBLE,
        /// More may follow.
        BEGUN,
        /// As long as a code of this kind is.
        FULL
    }

    /// Tells the stage of a text that has the kind's length and alphabet.
    interface Typing {
        Stage of(String text);

        /// Of kinds that are known by how they begin, and may have any length.
        static Typing opening(Pattern pattern) {
            return text -> {
                var matcher = pattern.matcher(text);
                return matcher.lookingAt() || mayGoOn(matcher) ? Stage.BEGUN : Stage.IMPOSSIBLE;
            };
        }

        /// Whether only the end of the text kept it from matching. Keys come one by one, as a stream does.
        @SuppressWarnings("JdkObsolete")
        private static boolean mayGoOn(Matcher matcher) {
            return matcher.hitEnd();
        }

        /// Of kinds with a fixed length.
        static Typing whole(Pattern pattern) {
            return text -> {
                var matcher = pattern.matcher(text);
                if (matcher.matches()) {
                    return Stage.FULL;
                }
                return mayGoOn(matcher) ? Stage.BEGUN : Stage.IMPOSSIBLE;
            };
        }
    }

    boolean opens(String text) {
        return opening.matcher(text).lookingAt();
    }

    Scan read(String text) {
        if (text.length() > longest) {
            return new Scan.Malformed(name, "oversize: more than " + longest + " characters");
        }
        if (!alphabet.matcher(text).matches()) {
            return new Scan.Malformed(name, "control or non-ASCII character");
        }
        try {
            return new Scan.Read(grammar.read(text));
        } catch (MalformedException e) {
            return new Scan.Malformed(name, e.why());
        }
    }

    /// Reads any text of the kind's length and alphabet, also one that opens in another way.
    interface Grammar {
        Code read(String text) throws MalformedException;
    }
}
