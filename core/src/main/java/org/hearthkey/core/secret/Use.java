package org.hearthkey.core.secret;

/// Work done with the bytes of a secret while it lends them. The array is the secret itself: it is not kept, not
/// changed and not handed on.
///
/// @param <R> what the work answers
/// @param <X> what it may throw
@FunctionalInterface
public interface Use<R, X extends Exception> {
    R with(byte[] secret) throws X;
}
