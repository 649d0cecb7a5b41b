package org.hearthkey.core.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Any bytes whatever where canonical JSON is read: only the one canonical form is.
class JcsFuzzTest {
    @FuzzTest
    void documents(byte[] bytes) {
        Jcs.parse(bytes).ifPresent(document -> assertArrayEquals(bytes, Jcs.write(document)));
    }
}
