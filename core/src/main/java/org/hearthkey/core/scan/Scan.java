package org.hearthkey.core.scan;

import java.util.List;

/// What became of a text that should be a code.
public sealed interface Scan {
    /// A well-formed code of a known kind.
    record Read(Code code) implements Scan {}

    /// A text that is a well-formed code of more than one kind. The owner says which: nothing is guessed.
    ///
    /// @param codes two or more, each of another kind
    record Ambiguous(List<Code> codes) implements Scan {
        public Ambiguous {
            codes = List.copyOf(codes);
        }
    }

    /// A code of this kind that breaks the kind's rules.
    ///
    /// @param why which rule, in English, for logs and scripts; quotes nothing of the code
    record Malformed(String kind, String why) implements Scan {}

    /// No kind of code that we have heard of.
    record Unknown() implements Scan {}
}
