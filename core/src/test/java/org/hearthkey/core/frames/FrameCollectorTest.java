package org.hearthkey.core.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FrameCollectorTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private Instant now = START;
    private final InstantSource clock = () -> now;

    @Test
    void gathersAUrFromAnyFramesInAnyOrder() {
        var random = new Random(20261123);
        for (int i = 0; i < 200; i++) {
            var carried = carried(Carried.UR_BYTES, random, 3000);
            var splitter = FrameSplitter.ur(carried, 10 + random.nextInt(300));
            var other = FrameSplitter.ur(carried(Carried.UR_BYTES, random, 3000), 50);
            var texts = new ArrayList<String>();
            for (int frame = 1; frame <= 2 * splitter.count() + 40; frame++) {
                if (random.nextInt(3) > 0) { // a third is lost
                    texts.add(splitter.frame(frame).text());
                }
            }
            texts.addAll(texts.subList(0, texts.size() / 3));
            Collections.shuffle(texts, random);
            var collector = new FrameCollector(clock);
            for (var text : texts) {
                collector.add(text);
                assertEquals(
                        collector.progress() instanceof Progress.Done ? Step.Took.REPEATED : Step.Took.FOREIGN,
                        collector
                                .add(other.frame(1 + random.nextInt(60)).text())
                                .took());
            }
            assertEquals(new Progress.Done(carried), collector.progress());
        }
    }

    @Test
    void gathersABbqrFromAllItsPartsInAnyOrder() {
        var random = new Random(20261124);
        for (int i = 0; i < 200; i++) {
            var carried = carried(Carried.BBQR_BINARY, random, 3000);
            var parts = new ArrayList<>(FrameSplitter.bbqr(carried, 5 * (1 + random.nextInt(60))));
            var other = FrameSplitter.bbqr(new Carried("P", carried.bytes()), 10);
            Collections.shuffle(parts, random);
            var collector = new FrameCollector(clock);
            for (int seen = 0; seen < parts.size(); seen++) {
                assertEquals(
                        Step.Took.NEW, collector.add(parts.get(seen).text()).took());
                assertEquals(
                        Step.Took.REPEATED,
                        collector.add(parts.get(seen).text()).took());
                if (seen + 1 < parts.size()) {
                    assertEquals(
                            Step.Took.FOREIGN,
                            collector.add(other.getFirst().text()).took());
                    var missing = parts.subList(seen + 1, parts.size()).stream()
                            .map(part -> part.index() + 1)
                            .sorted()
                            .toList();
                    assertEquals(new Progress.Gathering(seen + 1, parts.size(), missing), collector.progress());
                }
            }
            assertEquals(new Progress.Done(carried), collector.progress());
        }
    }

    /// Frames that another program made: some of the fragments are in none of them alone.
    @Test
    void solvesTheFramesOfTheStandardsOwnExample() throws IOException {
        var collector = new FrameCollector(clock);
        try (var rows = Objects.requireNonNull(
                FrameCollectorTest.class.getResourceAsStream("/org/hearthkey/core/scan/onboarding.json"))) {
            new JsonMapper()
                    .readTree(rows)
                    .valueStream()
                    .filter(row -> row.get("kind").stringValue().equals("ur")
                            && row.get("valid").booleanValue())
                    .map(row -> row.get("payload").stringValue())
                    .filter(text -> text.contains("-9/"))
                    .forEach(collector::add);
        }
        var done = assertInstanceOf(Progress.Done.class, collector.progress());
        assertEquals(256, done.carried().bytes().length);
        assertTrue(HexFormat.of().formatHex(done.carried().bytes()).startsWith("916ec65cf77cadf55cd7f9cda1a1030026dd"));
    }

    @Test
    void saysThatAnyFurtherFrameHelps() {
        var splitter = FrameSplitter.ur(new Carried(Carried.UR_BYTES, new byte[100]), 20);
        var collector = new FrameCollector(clock);
        assertEquals(new Progress.Waiting(), collector.progress());
        collector.add(splitter.frame(2).text());
        assertEquals(new Progress.Gathering(1, splitter.count(), List.of()), collector.progress());
        assertEquals(Step.Took.REPEATED, collector.add(splitter.frame(2).text()).took());
        assertEquals(Step.Took.MALFORMED, collector.add("hello").took());
        assertEquals(Step.Took.MALFORMED, collector.add("B$HP0101AA").took());
        assertEquals(new Progress.Gathering(1, splitter.count(), List.of()), collector.progress());
    }

    @Test
    void aFrameThatLiesIsFoundOutByTheChecksum() {
        byte[] bytes = new byte[100];
        new Random(3).nextBytes(bytes);
        var splitter = FrameSplitter.ur(new Carried(Carried.UR_BYTES, bytes), 50);
        var part = (UrFrame.Part) splitter.frame(2).content();
        var lie = UrFrame.of(
                Carried.UR_BYTES,
                new UrFrame.Part(
                        2,
                        part.count(),
                        part.messageLength(),
                        part.checksum(),
                        "ff" + part.fragment().substring(2)));
        var collector = new FrameCollector(clock);
        collector.add(lie.text());
        for (int i = 1; i <= splitter.count(); i++) {
            collector.add(splitter.frame(i).text());
        }
        assertEquals(new Progress.Refused("the message's CRC-32"), collector.progress());
        collector.add(splitter.frame(2).text());
        assertInstanceOf(Progress.Refused.class, collector.progress());
    }

    @Test
    void dropsASeriesThatTookTooLong() {
        var first = FrameSplitter.bbqr(new Carried("B", new byte[30]), 10);
        var second = FrameSplitter.bbqr(new Carried("B", new byte[60]), 10);
        var collector = new FrameCollector(clock);
        collector.add(first.get(0).text());
        now = START.plus(FrameCollector.SESSION);
        assertEquals(Step.Took.NEW, collector.add(first.get(1).text()).took());
        assertEquals(Step.Took.FOREIGN, collector.add(second.get(0).text()).took());
        now = now.plus(Duration.ofMillis(1));
        assertEquals(Step.Took.BEGAN_AGAIN, collector.add(second.get(0).text()).took());
        assertEquals(new Progress.Gathering(1, 6, List.of(2, 3, 4, 5, 6)), collector.progress());
    }

    @Test
    void dropsPartsOfAnotherLength() {
        var parts = FrameSplitter.bbqr(new Carried("B", new byte[28]), 10);
        var longer = FrameSplitter.bbqr(new Carried("B", new byte[43]), 15);
        assertEquals(parts.size(), longer.size());
        var collector = new FrameCollector(clock);
        collector.add(parts.get(0).text());
        assertEquals(Step.Took.FOREIGN, collector.add(longer.get(1).text()).took());
        assertEquals(Step.Took.FOREIGN, collector.add(longer.get(2).text()).took());
        collector.add(parts.get(1).text());
        collector.add(parts.get(2).text());
        assertEquals(new Progress.Done(new Carried("B", new byte[28])), collector.progress());
    }

    @Test
    void carriesAsMuchAsItPromisesAndNoMore() {
        byte[] most = new byte[Frame.MOST_BYTES];
        new Random(4).nextBytes(most);
        var collector = new FrameCollector(clock);
        var splitter = FrameSplitter.ur(new Carried(Carried.UR_BYTES, most), 60);
        for (long i = 1; !(collector.progress() instanceof Progress.Done); i++) {
            collector.add(splitter.frame(i + splitter.count()).text()); // sums only
        }
        assertArrayEquals(most, ((Progress.Done) collector.progress()).carried().bytes());
        assertEquals(
                List.of(),
                tooMuch().stream().filter(text -> text.length() > Frame.LONGEST).toList());
        var refusing = new FrameCollector(clock);
        tooMuch().forEach(refusing::add);
        assertEquals(new Progress.Refused("more than 65536 bytes"), refusing.progress());
    }

    private static List<String> tooMuch() {
        return IntStream.range(0, 36)
                .mapToObj(index -> "B$HB10" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(index / 36)
                        + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(index % 36) + "00".repeat(1821))
                .toList();
    }

    private static Carried carried(String type, Random random, int most) {
        byte[] bytes = new byte[1 + random.nextInt(most)];
        random.nextBytes(bytes);
        return new Carried(type, bytes);
    }
}
