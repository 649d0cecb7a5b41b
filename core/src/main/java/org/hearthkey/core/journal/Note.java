package org.hearthkey.core.journal;

import java.util.Map;
import java.util.TreeMap;

/// What an act says of itself.
///
/// @param act which act, such as `device.approve`; one name has one meaning for ever
/// @param facts numbers, hashes and codes that stay readable in the log for ever: strings, whole numbers or lists of
/// strings
/// @param details what names persons, rooms or devices; the log keeps only a salted hash of it, so that it can be
///     forgotten while the proof stays
public record Note(String act, Map<String, Object> facts, Map<String, Object> details) {
    public Note {
        facts = Map.copyOf(facts);
        details = Map.copyOf(details);
    }

    /// An act that says nothing more.
    public static Note of(String act) {
        return new Note(act, Map.of(), Map.of());
    }

    public Note fact(String name, Object value) {
        return new Note(act, with(facts, name, value), details);
    }

    public Note detail(String name, String value) {
        return new Note(act, facts, with(details, name, value));
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        var more = new TreeMap<>(map);
        more.put(name, value);
        return more;
    }
}
