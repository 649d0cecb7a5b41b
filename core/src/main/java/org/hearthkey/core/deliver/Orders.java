package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.ZoneName;

/// What a hub must do beside taking lists: cut clients off that are connected, and withdraw anchors. The file `orders.txt`.
///
/// @param all in the order of the file
public record Orders(List<Order> all) {
    /// Nothing was taken back.
    public static final Orders NONE = new Orders(List.of());

    static final String FORMAT = "hearthkey-orders/1";

    public Orders {
        all = List.copyOf(all);
    }

    /// One line.
    public sealed interface Order {
        ZoneName zone();
    }

    /// A client whose certificate was revoked: whatever session it has must end.
    ///
    /// @param subject as the broker names it, in ASCII; see [Certificate#subjectAtBroker()]
    public record RemoveClient(ZoneName zone, SerialNumber serial, String subject) implements Order {
        /// The client that holds this certificate.
        public static RemoveClient of(ZoneName zone, Certificate certificate) {
            return new RemoveClient(zone, certificate.serial(), certificate.subjectAtBroker());
        }
    }

    /// A zone whose issuer was revoked: its listener must trust its anchor no longer.
    ///
    /// @param anchor the hash of the twin
    public record WithdrawAnchor(ZoneName zone, Fingerprint anchor) implements Order {
        static Optional<WithdrawAnchor> of(Issuer issuer) {
            return issuer.role() instanceof Role.Zone(var zone)
                    ? issuer.twin().map(twin -> new WithdrawAnchor(zone, twin.fingerprint()))
                    : Optional.empty();
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(begin());
        bytes.writeBytes(lines(all));
        return bytes.toByteArray();
    }

    /// What the file begins with.
    static byte[] begin() {
        return (FORMAT + "\n").getBytes(US_ASCII);
    }

    /// The lines of some orders.
    static byte[] lines(List<? extends Order> orders) {
        return orders.stream()
                .map(order -> line(order) + "\n")
                .collect(Collectors.joining())
                .getBytes(US_ASCII);
    }

    private static String line(Order order) {
        return switch (order) {
            case RemoveClient(var zone, var serial, var subject) ->
                "remove-client " + zone.text() + " " + serial.hex() + " " + subject;
            case WithdrawAnchor(var zone, var anchor) -> "withdraw-anchor " + zone.text() + " " + anchor.hex();
        };
    }

    /// Reads exactly what [#bytes()] writes.
    static Optional<Orders> parse(byte[] bytes) {
        var orders = new ArrayList<Order>();
        try {
            return new OrderReader(new ByteArrayInputStream(bytes)).each(orders::add)
                    ? Optional.of(new Orders(orders))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
    }

    /// Reads exactly what is written for one order.
    static Optional<Order> parseLine(String line) {
        // What is not looked at here would make the line differ.
        return order(line.split(" ", 4)).filter(order -> line(order).equals(line));
    }

    private static Optional<Order> order(String[] words) {
        if (words.length < 3) {
            return Optional.empty();
        }
        var zone = ZoneName.parse(words[1]);
        return switch (words[0]) {
            case "remove-client" ->
                words.length < 4
                        ? Optional.empty()
                        : zone.flatMap(name ->
                                SerialNumber.parse(words[2]).map(serial -> new RemoveClient(name, serial, words[3])));
            case "withdraw-anchor" ->
                zone.flatMap(name -> Fingerprint.parse(words[2]).map(anchor -> new WithdrawAnchor(name, anchor)));
            default -> Optional.empty();
        };
    }
}
