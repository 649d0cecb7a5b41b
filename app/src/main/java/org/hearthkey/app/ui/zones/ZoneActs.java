package org.hearthkey.app.ui.zones;

import org.hearthkey.app.ui.zones.ZonesViewModel.Shown;

/// What can be done with a zone. What cannot be undone asks first.
interface ZoneActs {
    /// Other rules for those who join it.
    void change(Shown zone);

    /// Takes its issuer back, whose key is in other hands.
    void withdraw(Shown zone);

    /// A new issuer in the place of the one that was taken back.
    void reissue(Shown zone);

    /// Where the bundle is handed out.
    void handOut();
}
