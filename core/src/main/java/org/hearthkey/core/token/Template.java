package org.hearthkey.core.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;

/// Attributes of an object that is looked for or made.
final class Template {
    /// CK_ATTRIBUTE: type, pointer to the value, its length.
    static final long ENTRY_BYTES = 2 * CkLong.BYTES + ADDRESS.byteSize();

    static final long VALUE_AT = CkLong.BYTES;
    static final long LENGTH_AT = CkLong.BYTES + ADDRESS.byteSize();

    private final Map<Attribute, byte[]> values = new EnumMap<>(Attribute.class);

    static Template of(long objectClass) {
        return new Template().with(Attribute.CLASS, objectClass);
    }

    Template with(Attribute attribute, byte[] value) {
        values.put(attribute, value);
        return this;
    }

    Template with(Attribute attribute, long value) {
        return with(attribute, CkLong.bytes(value));
    }

    Template yes(Attribute attribute) {
        return with(attribute, new byte[] {1});
    }

    Template no(Attribute attribute) {
        return with(attribute, new byte[] {0});
    }

    long size() {
        return values.size();
    }

    /// As the module reads it, for as long as `arena` lives.
    MemorySegment in(Arena arena) {
        var entries = arena.allocate(ENTRY_BYTES * values.size());
        long at = 0;
        for (var value : values.entrySet()) {
            CkLong.put(entries, at, value.getKey().number);
            entries.set(ADDRESS_UNALIGNED, at + VALUE_AT, arena.allocateFrom(JAVA_BYTE, value.getValue()));
            CkLong.put(entries, at + LENGTH_AT, value.getValue().length);
            at += ENTRY_BYTES;
        }
        return entries;
    }

    /// Overwrites the copies of the values, of which one may be a private key.
    static void wipe(MemorySegment entries) {
        for (long at = 0; at < entries.byteSize(); at += ENTRY_BYTES) {
            copied(entries, at).fill((byte) 0);
        }
    }

    @SuppressWarnings("restricted")
    private static MemorySegment copied(MemorySegment entries, long at) {
        return entries.get(ADDRESS_UNALIGNED, at + VALUE_AT).reinterpret(CkLong.get(entries, at + LENGTH_AT));
    }
}
