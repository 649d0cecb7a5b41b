package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Any text or file whatever where codes are read: each is some kind of code, or told what breaks its grammar.
class CodeFuzzTest {
    @FuzzTest
    void texts(byte[] utf8) {
        assertNotNull(CodeReader.read(new String(utf8, StandardCharsets.UTF_8)));
    }

    @FuzzTest
    void files(byte[] content) {
        assertNotNull(CodeReader.readFile(content));
    }
}
