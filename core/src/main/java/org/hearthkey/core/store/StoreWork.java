package org.hearthkey.core.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Plain SQL on the tables in memory. It neither commits nor rolls back: the store does, when the work returns or throws.
///
/// @param <R> what the work answers
/// @param <X> what it may throw besides
@FunctionalInterface
public interface StoreWork<R, X extends Exception> {
    R run(Connection tables) throws X, SQLException;
}
