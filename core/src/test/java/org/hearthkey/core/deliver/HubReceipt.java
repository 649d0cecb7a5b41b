package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearthkey.core.journal.Jcs;

/// What a hub says of itself, in canonical JSON.
record HubReceipt(Map<String, Object> fields) {
    static HubReceipt read(byte[] json) {
        var receipt = new HubReceipt(Jcs.parse(json).orElseThrow(() -> new AssertionError(new String(json, UTF_8))));
        assertArrayEquals(json, Jcs.write(receipt.fields));
        return receipt;
    }

    HubReceipt says(String name, Object value) {
        assertEquals(value, fields.get(name), fields.toString());
        return this;
    }

    HubReceipt listed(String issuer, long number) {
        assertEquals(
                List.of(Long.toString(number)),
                list("lists").stream()
                        .filter(list -> issuer.equals(list.get("issuer")))
                        .map(list -> list.get("number"))
                        .toList());
        return this;
    }

    /// Listener, zone, control and canary of every try.
    List<String> probes() {
        return list("probes").stream()
                .map(probe -> String.join(
                        " ",
                        String.valueOf(probe.get("zone")),
                        String.valueOf(probe.get("control")),
                        String.valueOf(probe.get("canary"))))
                .toList();
    }

    private List<Map<?, ?>> list(String name) {
        return ((List<?>) Objects.requireNonNull(fields.get(name)))
                .stream().<Map<?, ?>>map(Map.class::cast).toList();
    }
}
