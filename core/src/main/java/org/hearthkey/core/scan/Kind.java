package org.hearthkey.core.scan;

import java.util.regex.Pattern;

/// A kind of code that is read here, known by how its text opens.
///
/// @param opening matched at the start of the text; of kinds without a prefix it may match the text of another kind
/// @param alphabet what the whole text may consist of
record Kind(String name, Pattern opening, Pattern alphabet, int longest, Grammar grammar) {
    static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]*+");

    /// The most an alphanumeric QR code holds.
    static final int LONGEST = 4296;

    Kind(String name, String prefix, Grammar grammar) {
        this(name, Pattern.compile(Pattern.quote(prefix)), PRINTABLE_ASCII, LONGEST, grammar);
    }

    Kind atMost(int characters) {
        return new Kind(name, opening, alphabet, characters, grammar);
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
