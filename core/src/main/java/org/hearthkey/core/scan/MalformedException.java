package org.hearthkey.core.scan;

/// The text has the opening of a kind and breaks its rules; the message says which one and quotes nothing.
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    static void require(boolean kept, String why) throws MalformedException {
        if (!kept) {
            throw new MalformedException(why);
        }
    }
}
