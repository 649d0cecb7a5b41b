package org.hearthkey.core.probe;

import java.io.IOException;
import java.util.Locale;

/// A broker did not do what its administrator asked for, or nobody knows whether it did.
public final class ControlException extends IOException {
    private static final long serialVersionUID = 1L;

    /// What to say to the owner.
    public enum Trouble {
        /// The broker was not reached, or is not our hub's.
        NOT_REACHED,
        /// It does not let this user in with this password.
        NOT_LET_IN,
        /// This user may not administer it.
        NO_RIGHTS,
        /// It has no dynamic security.
        NO_DYNAMIC_SECURITY,
        /// It answered that it did not do it.
        NOT_DONE;

        /// As scripts read it.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Trouble trouble;

    ControlException(Trouble trouble) {
        super("The broker: " + trouble);
        this.trouble = trouble;
    }

    ControlException(Trouble trouble, Throwable cause) {
        super("The broker: " + trouble, cause);
        this.trouble = trouble;
    }

    ControlException(Verdict verdict, IOException cause) {
        super("The broker: " + verdict.code(), cause);
        this.trouble = Trouble.NOT_REACHED;
    }

    public Trouble trouble() {
        return trouble;
    }
}
