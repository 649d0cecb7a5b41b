package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Any text or file whatever where codes are read: each is some kind of code, or told what breaks its grammar.
class CodeFuzzTest {
    @FuzzTest
    void texts(byte[] utf8) {
        assertNotNull(CodeReader.read(new String(utf8, StandardCharsets.UTF_8)));
    }

    /// As each kind that an owner may name, whatever it opens with.
    @FuzzTest
    void kinds(byte[] utf8) {
        var text = new String(utf8, StandardCharsets.UTF_8);
        for (var kind : CodeReader.kinds()) {
            if (CodeReader.read(text, kind) instanceof Scan.Read(var code)) {
                assertNotNull(code.identity());
                assertNotNull(code.marks());
                assertNotNull(code.spoken());
            }
        }
    }

    /// While it is typed: what is a whole code then reads.
    @FuzzTest
    void typed(byte[] utf8) {
        var typed = TypedCode.of(new String(utf8, StandardCharsets.UTF_8));
        assertNotNull(typed);
        if (typed.progress() == TypedCode.Progress.WHOLE) {
            assertFalse(CodeReader.read(typed.text()) instanceof Scan.Unknown);
        }
    }

    @FuzzTest
    void files(byte[] content) {
        assertNotNull(CodeReader.readFile(content));
    }
}
