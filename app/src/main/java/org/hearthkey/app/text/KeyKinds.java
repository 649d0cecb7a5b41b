package org.hearthkey.app.text;

import java.util.List;
import java.util.stream.Collectors;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.key.KeyProfile;

/// What people call a kind of key and those who have such keys.
public final class KeyKinds {
    private static final int MOST_NAMED = 4;

    private KeyKinds() {}

    /// The standard's name, such as `P-256` or `RSA 2048`.
    public static String name(KeyProfile kind) {
        return (kind.curve().isPresent() ? "P-" : kind.algorithm() + " ") + kind.bits();
    }

    /// The first of them by name, and how many there are besides.
    public static String holders(List<Device> devices, Words words) {
        var named = devices.stream()
                .limit(MOST_NAMED)
                .map(device -> device.name().text())
                .collect(Collectors.joining(", "));
        int more = devices.size() - MOST_NAMED;
        return more > 0 ? words.text("kinds.more.devices", named, more) : named;
    }
}
