package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.name.HomeId;

/// What a broker keeps for hubs that subscribe to it: the orders and the current lists of a bundle in one message, signed twice
/// as bundles are. The text has lines of a header, then `orders.txt`, then the lists as in `crl-all.pem`. The second signer
/// signs the text, which begins as no manifest does; the signer signs that signature and the text.
final class UrgentOrders {
    /// Of a text, which a broker keeps as one message and hubs read as one: some twenty thousand clients to cut off.
    static final int MOST_BYTES = 4 << 20;

    private static final String FORMAT = "hearthkey-orders-message/2";
    private static final String SECOND = "second ";

    private UrgentOrders() {}

    /// Where it is left. Whoever subscribes to it hears the newest at once.
    static String topic(HomeId home) {
        return "hearthkey/" + home.text() + "/orders";
    }

    /// Asks whether the text of this bundle fits a message. It is not put together for that.
    ///
    /// @throws DeliveryException if it is too long
    static void requireFits(Bundle bundle) throws IOException {
        fitting(bundle);
    }

    /// What the second signer signs.
    ///
    /// @throws DeliveryException if it is too long for a message; it is not put together then
    static byte[] text(Bundle bundle) throws IOException {
        return fitting(bundle).bytes();
    }

    private static Content fitting(Bundle bundle) throws IOException {
        var header = FORMAT + "\nhome " + bundle.home().text() + "\nnumber " + bundle.number() + "\ncreated "
                + bundle.created() + "\nvalid-until " + bundle.validUntil() + "\n";
        var parts = List.of(
                Content.of(header.getBytes(US_ASCII)),
                file(bundle, BundleFile.ORDERS),
                file(bundle, BundleFile.ALL_LISTS));
        var all = Content.joined(parts);
        if (all.size() > MOST_BYTES) {
            throw new DeliveryException(
                    DeliveryException.Reason.ORDERS_TOO_LONG, all.size() + " bytes in a message of orders");
        }
        return all;
    }

    /// What the signer signs.
    ///
    /// @param second by the second signer, over the text
    static byte[] content(byte[] text, byte[] second) {
        var content = new ByteArrayOutputStream();
        content.writeBytes((SECOND + Base64.getEncoder().encodeToString(second) + "\n").getBytes(US_ASCII));
        content.writeBytes(text);
        return content.toByteArray();
    }

    private static Content file(Bundle bundle, String path) {
        return bundle.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
