package org.hearthkey.core.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/// Any texts whatever where frames are collected.
class FramesFuzzTest {
    /// One frame a line.
    @FuzzTest
    void collected(byte[] lines) {
        var collector = new FrameCollector(InstantSource.fixed(Instant.EPOCH));
        for (var line : new String(lines, StandardCharsets.ISO_8859_1).split("\n", 2000)) {
            collector.add(line);
        }
        if (collector.progress() instanceof Progress.Done(var carried)) {
            assertTrue(carried.bytes().length <= Frame.MOST_BYTES);
        }
    }

    /// The body of a frame, below the checksum that guessing seldom meets.
    @FuzzTest
    void one(byte[] cbor) {
        try {
            var frame = UrFrame.parse("ur:bytes/1-2/" + Bytewords.encode(cbor));
            assertEquals(2, ((UrFrame.Part) frame.content()).count());
        } catch (MalformedFrameException refused) {
            assertTrue(!refused.why().isBlank());
        }
    }

    @FuzzTest
    void packed(byte[] deflated) {
        try {
            assertTrue(Inflation.inflate(deflated, 5000).length <= 5000);
        } catch (MalformedFrameException refused) {
            assertTrue(!refused.why().isBlank());
        }
    }
}
