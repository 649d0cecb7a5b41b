package org.hearthkey.core.certificate;

import java.io.IOException;

/// What is being read is not what it should be, whoever may have brought it. The place it is read from works.
public final class MalformedException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedException(String why) {
        super(why);
    }

    MalformedException(String why, Exception cause) {
        super(why, cause);
    }
}
