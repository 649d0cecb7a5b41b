package org.hearthkey.core.frames;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The frames of one UR: all parts of one message, known by its length and checksum.
final class UrSeries implements Series {
    private final UrFrame first;
    private final Optional<Gathered> parts;

    /// What parts have told.
    private static final class Gathered {
        private final UrFrame.Part first;
        private final Fountain fountain;
        private final Sums sums;

        Gathered(UrFrame.Part first) {
            this.first = first;
            this.fountain = new Fountain(first.count(), first.checksum());
            this.sums = new Sums(first.count(), first.fragment().length() / 2);
        }

        boolean isOfSameMessage(UrFrame.Part part) {
            return part.count() == first.count()
                    && part.messageLength() == first.messageLength()
                    && part.checksum() == first.checksum()
                    && part.fragment().length() == first.fragment().length();
        }

        boolean add(UrFrame.Part part) {
            return sums.add(fountain.fragments(part.sequence()), HexFormat.of().parseHex(part.fragment()));
        }
    }

    private UrSeries(UrFrame first, Optional<Gathered> parts) {
        this.first = first;
        this.parts = parts;
    }

    static UrSeries of(UrFrame frame) {
        return new UrSeries(
                frame,
                frame.content() instanceof UrFrame.Part part ? Optional.of(new Gathered(part)) : Optional.empty());
    }

    @Override
    public Step.Took add(Frame frame) {
        if (!(frame instanceof UrFrame other) || !other.type().equals(first.type())) {
            return Step.Took.FOREIGN;
        }
        if (!(other.content() instanceof UrFrame.Part part)) {
            return other.content().equals(first.content()) ? Step.Took.REPEATED : Step.Took.FOREIGN;
        }
        if (parts.isEmpty() || !parts.get().isOfSameMessage(part)) {
            return Step.Took.FOREIGN;
        }
        return parts.get().add(part) ? Step.Took.NEW : Step.Took.REPEATED;
    }

    @Override
    public Progress progress() {
        return parts.map(this::progress)
                .orElseGet(() -> new Progress.Done(first.whole().orElseThrow()));
    }

    private Progress progress(Gathered gathered) {
        var solved = gathered.sums.solved();
        if (solved.isEmpty()) {
            return new Progress.Gathering(gathered.sums.have(), gathered.first.count(), List.of());
        }
        byte[] message = Arrays.copyOf(solved.get(), gathered.first.messageLength());
        byte[] padding = Arrays.copyOfRange(solved.get(), message.length, solved.get().length);
        if (Bytewords.crc32(message) != gathered.first.checksum()
                || !Arrays.equals(padding, new byte[padding.length])) {
            return new Progress.Refused("the message's CRC-32");
        }
        try {
            return new Progress.Done(UrFrame.unwrap(first.type(), message));
        } catch (MalformedFrameException e) {
            return new Progress.Refused(e.why());
        }
    }
}
