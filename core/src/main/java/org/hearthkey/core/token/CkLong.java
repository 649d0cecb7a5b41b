package org.hearthkey.core.token;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/// The unsigned long of PKCS#11, CK_ULONG: 8 bytes, on Windows 4.
final class CkLong {
    static final MemoryLayout LAYOUT =
            Objects.requireNonNull(Linker.nativeLinker().canonicalLayouts().get("long"));
    static final long BYTES = LAYOUT.byteSize();
    /// Windows packs the standard's structures. Elsewhere all fields that we meet are as long as a pointer.
    static final boolean PACKED = BYTES < JAVA_LONG.byteSize();

    private CkLong() {}

    static void put(MemorySegment at, long offset, long number) {
        if (PACKED) {
            at.set(JAVA_INT_UNALIGNED, offset, (int) number);
        } else {
            at.set(JAVA_LONG_UNALIGNED, offset, number);
        }
    }

    static long get(MemorySegment at, long offset) {
        return PACKED
                ? Integer.toUnsignedLong(at.get(JAVA_INT_UNALIGNED, offset))
                : at.get(JAVA_LONG_UNALIGNED, offset);
    }

    /// Whether this length stands for "there is no such thing", CK_UNAVAILABLE_INFORMATION.
    static boolean isUnavailable(long length) {
        return length == (PACKED ? 0xFFFF_FFFFL : -1);
    }

    /// A number as the value of an attribute.
    static byte[] bytes(long number) {
        var bytes = ByteBuffer.allocate((int) BYTES).order(ByteOrder.nativeOrder());
        return PACKED
                ? bytes.putInt((int) number).array()
                : bytes.putLong(number).array();
    }
}
