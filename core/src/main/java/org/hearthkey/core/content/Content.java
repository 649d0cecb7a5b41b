package org.hearthkey.core.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Bytes that can be read as often as they are needed, and that nobody need hold for that. They are the same each time.
public interface Content {
    /// How many bytes they are.
    long size();

    /// Reads them from the beginning.
    InputStream open() throws IOException;

    /// All of them at once, of something that is known to be small.
    default byte[] bytes() throws IOException {
        try (var in = open()) {
            return in.readAllBytes();
        }
    }

    /// Bytes that are held.
    static Content of(byte[] bytes) {
        var held = bytes.clone();
        return new Content() {
            @Override
            public long size() {
                return held.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(held);
            }
        };
    }

    /// One after the other.
    static Content joined(List<Content> parts) {
        var all = List.copyOf(parts);
        return new Content() {
            @Override
            public long size() {
                return all.stream().mapToLong(Content::size).sum();
            }

            @Override
            public InputStream open() throws IOException {
                var streams = new ArrayList<InputStream>();
                for (var part : all) {
                    streams.add(part.open());
                }
                return new SequenceInputStream(Collections.enumeration(streams));
            }
        };
    }
}
