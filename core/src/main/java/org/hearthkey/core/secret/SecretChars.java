package org.hearthkey.core.secret;

import java.util.Arrays;

/// Letters that are shown or typed once and overwritten when closed.
public final class SecretChars implements AutoCloseable {
    private final char[] characters;
    private boolean closed;

    private SecretChars(char[] characters) {
        this.characters = characters;
    }

    /// Takes over `characters`: the caller forgets the array, which is overwritten when this is closed.
    public static SecretChars owning(char[] characters) {
        return new SecretChars(characters);
    }

    /// Lends the letters to `work`.
    ///
    /// @throws IllegalStateException if closed
    public <R, X extends Exception> R use(Lend<R, X> work) throws X {
        if (closed) {
            throw new IllegalStateException("This secret has been wiped");
        }
        return work.with(characters);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "SecretChars";
    }

    /// Work done with the letters while they are lent, which it must not keep.
    ///
    /// @param <R> what the work answers
    /// @param <X> what it may throw
    @FunctionalInterface
    public interface Lend<R, X extends Exception> {
        R with(char[] characters) throws X;
    }
}
