package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any bytes whatever where arrays, locks and sealed keys are read: read as written, or refused by name.
class SealFuzzTest {
    @FuzzTest
    void arrays(byte[] bytes) {
        try {
            List<@Nullable Object> values = CborArray.decode(bytes);
            assertArrayEquals(bytes, CborArray.encode(values), "a second form was read");
        } catch (MalformedArrayException refused) {
            assertNamed(refused);
        }
    }

    @FuzzTest
    void locks(byte[] bytes) {
        try {
            assertArrayEquals(bytes, Lock.parse(bytes).encode());
        } catch (RefusedException refused) {
            assertNamed(refused);
        }
    }

    @FuzzTest
    void privateKeys(byte[] bytes) {
        try {
            assertArrayEquals(bytes, PrivateKeyValue.parse(bytes).encode());
        } catch (RefusedException refused) {
            assertNamed(refused);
        }
    }

    private static void assertNamed(Exception refused) {
        if (refused.getMessage() == null) {
            throw new AssertionError("A refusal without a name", refused);
        }
    }
}
