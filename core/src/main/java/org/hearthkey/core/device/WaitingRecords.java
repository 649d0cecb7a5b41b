package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.secret.SecretBytes;

/// The devices that came with the house and wait to be set up again. Changes only inside a commit.
public interface WaitingRecords {
    /// All of them, by name.
    List<WaitingDevice> all();

    /// The one of that name, compared without regard to case.
    Optional<WaitingDevice> find(DeviceName name);

    /// The one with this code from its box, whatever it is called now.
    ///
    /// @param code the whole text
    Optional<WaitingDevice> findByCode(String code);

    /// Adds one.
    ///
    /// @param code the code from its box and its picture, if they came with it
    void add(DeviceListing listing, Instant since, Optional<WaitingCode> code);

    /// The whole text of its code in UTF-8. Whoever opens it closes it.
    ///
    /// @throws IllegalArgumentException if no code came with it
    SecretBytes openCode(WaitingDevice device);

    /// The picture of its label, if one came with it. Whoever opens it closes it.
    Optional<SecretBytes> openPhoto(WaitingDevice device);

    /// Forgets it with its code and picture.
    void remove(WaitingDevice device);
}
