package org.hearthkey.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.hearthkey.core.seal.PrivateKeyVault;

/// Fills the tables of a new home. What it writes is commit 1: the home is there with it, or not at all.
///
/// @param <X> what it may throw besides
@FunctionalInterface
public interface FirstWork<X extends Exception> {
    void run(Connection tables, PrivateKeyVault keys) throws X, SQLException;
}
