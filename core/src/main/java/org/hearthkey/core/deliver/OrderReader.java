package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.deliver.Orders.Order;

/// Reads a file of orders one by one, for more of them than should be held.
final class OrderReader {
    /// More than any subject that a certificate may have.
    private static final int LONGEST_LINE = 1 << 14;
    private static final int FIRST_NON_ASCII = 0x80;

    private final InputStream in;
    private boolean broken;

    OrderReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// Reads all.
    ///
    /// @param taker is given each before it is known whether the rest can be read
    /// @return whether the file is exactly as it would be written
    boolean each(Consumer<Order> taker) throws IOException {
        if (!line().equals(Optional.of(Orders.FORMAT))) {
            return false;
        }
        for (var line = line(); line.isPresent(); line = line()) {
            var order = line.flatMap(Orders::parseLine);
            if (order.isEmpty()) {
                return false;
            }
            taker.accept(order.get());
        }
        return !broken;
    }

    /// A line that ends in LF.
    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next != '\n') {
            if (next < 0 || next >= FIRST_NON_ASCII || line.size() == LONGEST_LINE) {
                broken = true;
                return Optional.empty();
            }
            line.write(next);
            next = in.read();
        }
        return Optional.of(line.toString(ISO_8859_1));
    }
}
