package org.hearthkey.core.revoke;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.authority.EntryRun;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.SignedEnds;
import org.hearthkey.core.certificate.Crl;

/// Keeps the lists of every issuer that were signed last, and the facts of all that ever were in force. Changing only inside
/// a commit.
public interface ListBook {
    /// The lists of `issuer` that were signed last.
    Optional<Lifeline> lifeline(Role issuer);

    /// One list of a lifeline itself.
    ///
    /// @throws IllegalArgumentException if it is not one of those that were signed last
    Crl crl(SignedList list);

    /// Writes one list of a lifeline in DER, without holding it.
    ///
    /// @throws IllegalArgumentException if it is not one of those that were signed last
    /// @throws IOException as `out` throws it
    void write(SignedList list, OutputStream out) throws IOException;

    /// Facts of all lists of `issuer`, the oldest first; those too that are yet to begin.
    List<SignedList> history(Role issuer);

    /// Keeps new lists of an issuer in place of its lifeline. What was yet to begin of the old one at `at` never will, and
    /// is forgotten.
    void replace(List<Signed> lists, Instant at);

    /// The number of the last list that another program signed with the key of an issuer that the home took over, if that is
    /// known.
    Optional<BigInteger> inheritedNumber(Role issuer);

    /// What that program had revoked, and what was revoked of its certificates since, one by one, of what ends after `from`
    /// and not after `until`.
    void eachInherited(Role issuer, Instant from, Instant until, Consumer<RevokedEntry> taker);

    /// The certificates of hubs that were revoked, one by one, of those that end after `from` and not after `until`.
    void eachHub(Instant from, Instant until, Consumer<RevokedEntry> taker);

    /// A list without what it shares with those that are kept with it.
    ///
    /// @param lastNamed what it and those before it name, but none after it. Its entries are, between its ends, those of
    ///     the last of the lists, then those of the one before, and so on to its own.
    record Signed(SignedList facts, SignedEnds ends, EntryRun lastNamed) {}
}
