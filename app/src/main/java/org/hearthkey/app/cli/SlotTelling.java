package org.hearthkey.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;

/// Tells of the ways to unlock a home.
final class SlotTelling {
    private final Session session;

    SlotTelling(Session session) {
        this.session = session;
    }

    void list(List<UnlockSlot> slots) {
        session.answers().give(() -> slots.stream().map(SlotTelling::document).toList(), () -> table(slots));
    }

    void tell(UnlockSlot slot, String line) {
        session.answers().give(() -> document(slot), () -> Stream.of(Plain.text(line)));
    }

    private Stream<String> table(List<UnlockSlot> slots) {
        var words = session.words();
        var table = new Table(
                words.text("slot.number"), words.text("slot.name"), words.text("slot.opens"), words.text("slot.since"));
        for (var slot : slots) {
            table.add(
                    Long.toString(slot.id()),
                    name(slot),
                    slot.factors().map(this::factors).orElseGet(() -> words.text("slot.opens.unknown")),
                    slot.added().map(session.dates()::day).orElse(""));
        }
        return table.lines();
    }

    String name(UnlockSlot slot) {
        return slot.name().map(SlotName::text).orElseGet(() -> session.words().text("slot.unnamed"));
    }

    String factors(Factors factors) {
        return session.words()
                .text(
                        switch (factors) {
                            case PASSPHRASE -> "slot.opens.passphrase";
                            case TOKEN -> "slot.opens.token";
                            case PASSPHRASE_AND_TOKEN -> "slot.opens.both";
                            case RECOVERY_SECRET -> "slot.opens.recovery";
                        });
    }

    static Map<String, Object> document(UnlockSlot slot) {
        var document = new LinkedHashMap<String, Object>();
        document.put("slot", slot.id());
        slot.name().ifPresent(name -> document.put("name", name.text()));
        slot.factors().ifPresent(factors -> document.put("factors", factors.code()));
        slot.added().ifPresent(added -> document.put("added", added.toString()));
        slot.cost().ifPresent(cost -> document.put("argon2id", document(cost)));
        slot.tokenUri().ifPresent(uri -> document.put("token", uri));
        return document;
    }

    private static Map<String, Object> document(Argon2Cost cost) {
        var document = new LinkedHashMap<String, Object>();
        document.put("memoryKib", cost.memoryKib());
        document.put("passes", cost.passes());
        document.put("lanes", cost.lanes());
        return document;
    }
}
