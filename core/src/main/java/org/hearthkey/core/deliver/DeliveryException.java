package org.hearthkey.core.deliver;

import java.io.IOException;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;

/// The bundle could not be written. The one that was on the drive before is whole, unless the drive itself is gone or
/// broken.
public final class DeliveryException extends IOException {
    private static final long serialVersionUID = 1L;

    /// What to say to the owner.
    public enum Reason {
        /// The folder does not exist, or the drive was taken out.
        GONE,
        READ_ONLY,
        FULL,
        /// This user may not write there.
        NOT_ALLOWED,
        /// The home's own file lies on that drive.
        HOLDS_HOME,
        /// Whoever watches it stopped it.
        STOPPED,
        /// A link stands where the bundle's folder should be. Nothing is written through links.
        LINK,
        /// The folder has the bundle's name and holds something else. Nothing that is not ours is removed.
        NOT_A_BUNDLE,
        /// The same of the folder that has the name of the hub's program.
        NOT_THE_PROGRAM,
        /// What was read back is not what was written: the drive is broken or fakes its size.
        READ_BACK_DIFFERS,
        /// What lies on the drive does not verify as a bundle of this home, although it was written.
        UNSOUND,
        /// Two names on it lead to the same files.
        DAMAGED,
        /// So many devices are revoked that urgent orders are too long for a message.
        ORDERS_TOO_LONG,
        /// The drive failed in another way; the cause says how.
        FAILED
    }

    private final Reason reason;

    DeliveryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    DeliveryException(Reason reason, IOException cause) {
        super(reason + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    /// A failure with what the place said of it; what happened on the way to it stays what it is.
    static IOException explained(IOException failure, Trouble trouble) {
        return switch (trouble) {
            case NOT_ALLOWED -> new DeliveryException(Reason.NOT_ALLOWED, failure);
            case GONE -> new DeliveryException(Reason.GONE, failure);
            case READ_ONLY -> new DeliveryException(Reason.READ_ONLY, failure);
            case FULL -> new DeliveryException(Reason.FULL, failure);
            case FAILED -> new DeliveryException(Reason.FAILED, failure);
            case Trouble onTheWay ->
                failure instanceof TransportException known
                        ? known
                        : new TransportException(onTheWay, String.valueOf(failure.getMessage()), failure);
        };
    }

    public Reason reason() {
        return reason;
    }
}
