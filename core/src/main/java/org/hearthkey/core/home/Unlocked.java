package org.hearthkey.core.home;

import java.util.Optional;
import org.hearthkey.core.seal.Refusal;

/// What became of an attempt to open a home. A refused file was left as it was.
public sealed interface Unlocked {
    record Open(Home home) implements Unlocked {}

    /// The file was not opened.
    ///
    /// @param where which part of the file it was, for the record kinds of `damaged`
    record Refused(Refusal refusal, Optional<String> where) implements Unlocked {}
}
