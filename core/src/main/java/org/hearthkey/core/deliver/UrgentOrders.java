package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.hearthkey.core.name.HomeId;

/// What a broker keeps for hubs that subscribe to it: the orders and the current lists of a bundle in one message, signed as
/// bundles are. Lines of a header, then `orders.txt`, then the lists as in `crl-all.pem`.
final class UrgentOrders {
    private static final String FORMAT = "hearthkey-orders-message/1";

    private UrgentOrders() {}

    /// Where it is left. Whoever subscribes to it hears the newest at once.
    static String topic(HomeId home) {
        return "hearthkey/" + home.text() + "/orders";
    }

    /// What is to be signed.
    static byte[] content(Bundle bundle) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes((FORMAT + "\nhome " + bundle.home().text() + "\nnumber " + bundle.number() + "\ncreated "
                        + bundle.created() + "\nvalid-until " + bundle.validUntil() + "\n")
                .getBytes(US_ASCII));
        content.writeBytes(file(bundle, BundleFile.ORDERS));
        content.writeBytes(file(bundle, BundleFile.ALL_LISTS));
        return content.toByteArray();
    }

    private static byte[] file(Bundle bundle, String path) throws IOException {
        return bundle.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content()
                .bytes();
    }
}
