package org.hearthkey.core.seal;

/// Bytes that are not the one encoding of an array that the format allows.
public final class MalformedArrayException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedArrayException(String message) {
        super(message);
    }
}
