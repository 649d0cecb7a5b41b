package org.hearthkey.core.ceremony;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearthkey.core.journal.Jcs;

/// The members of a document that this program wrote itself. Every method throws [IllegalStateException] where a member is
/// missing or of another kind.
record Fields(Map<?, ?> members) {
    static Fields read(byte[] document) {
        return new Fields(Jcs.parse(document).orElseThrow(() -> new IllegalStateException("A kept ceremony")));
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw lacking(name);
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    int number(String name) {
        if (members.get(name) instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw lacking(name);
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    Fields inner(String name) {
        return of(members.get(name) instanceof Map<?, ?> inner ? inner : Map.of());
    }

    List<Fields> inners(String name) {
        return list(name).stream()
                .map(inner -> of(inner instanceof Map<?, ?> map ? map : Map.of()))
                .toList();
    }

    /// All members, which are texts.
    Map<String, String> allTexts() {
        var texts = new TreeMap<String, String>();
        members.keySet().forEach(name -> texts.put(String.valueOf(name), text(String.valueOf(name))));
        return texts;
    }

    private static Fields of(Map<?, ?> members) {
        return new Fields(members);
    }

    private List<?> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw lacking(name);
    }

    private static IllegalStateException lacking(String name) {
        return new IllegalStateException("A kept ceremony has no " + name);
    }
}
