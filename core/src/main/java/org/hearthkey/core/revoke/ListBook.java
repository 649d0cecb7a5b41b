package org.hearthkey.core.revoke;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Crl;

/// Keeps the newest list of every issuer, and the facts of all lists before it. Changing only inside a commit.
public interface ListBook {
    /// The facts of the newest list of `issuer`.
    Optional<SignedList> newest(Role issuer);

    /// The newest list of `issuer` itself.
    Optional<Crl> crl(Role issuer);

    /// Facts of all lists of `issuer`, the oldest first.
    List<SignedList> history(Role issuer);

    void add(SignedList list, Crl crl);
}
