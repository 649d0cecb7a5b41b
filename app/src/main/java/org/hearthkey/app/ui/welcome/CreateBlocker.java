package org.hearthkey.app.ui.welcome;

import org.hearthkey.app.ui.passphrase.NewPassphrase;

/// What keeps the owner from going on in the wizard that makes a home.
public sealed interface CreateBlocker {
    record NoName() implements CreateBlocker {}

    /// Nobody has brought a home back in a rehearsal, and the owner has not said that it goes without.
    record NotRehearsed() implements CreateBlocker {}

    record HomePassphrase(NewPassphrase.Lack lack) implements CreateBlocker {}

    record RootPassphrase(NewPassphrase.Lack lack) implements CreateBlocker {}

    record NoZone() implements CreateBlocker {}
}
