package org.hearthkey.core.scan;

/// What became of a text that should be a code.
public sealed interface Scan {
    /// A well-formed code of a known kind.
    record Read(Code code) implements Scan {}

    /// A code of this kind that breaks the kind's rules.
    ///
    /// @param why which rule, in English, for logs and scripts; quotes nothing of the code
    record Malformed(String kind, String why) implements Scan {}

    /// A kind of code that exists and that this release does not read.
    record NotYetKnown(String kind) implements Scan {}

    /// No kind of code that we have heard of.
    record Unknown() implements Scan {}
}
