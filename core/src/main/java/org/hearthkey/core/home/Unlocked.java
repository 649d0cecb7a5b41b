package org.hearthkey.core.home;

import java.time.Duration;
import java.util.Optional;
import org.hearthkey.core.seal.Refusal;

/// What became of an attempt to open a home. A refused file was left as it was.
public sealed interface Unlocked {
    /// The home is open.
    ///
    /// @param wrongTries what was tried in vain on this computer before
    record Open(Home home, Optional<WrongTries> wrongTries) implements Unlocked {}

    /// Nothing was tried: too many wrong passphrases came before.
    ///
    /// @param left until the next may be tried; more than nothing, at most a minute
    record Wait(Duration left) implements Unlocked {}

    /// The file was not opened.
    ///
    /// @param where which part of the file it was, for the record kinds of `damaged`
    record Refused(Refusal refusal, Optional<String> where) implements Unlocked {}
}
