package org.hearthkey.core.frames;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The parts of one BBQr. Nothing but their headers and lengths tells them from those of another.
final class BbqrSeries implements Series {
    private final BbqrFrame first;
    private final TreeMap<Integer, String> parts = new TreeMap<>();

    BbqrSeries(BbqrFrame first) {
        this.first = first;
    }

    @Override
    public Step.Took add(Frame frame) {
        if (!(frame instanceof BbqrFrame part)
                || part.encoding() != first.encoding()
                || part.type() != first.type()
                || part.total() != first.total()
                || !fits(part)) {
            return Step.Took.FOREIGN;
        }
        var before = parts.putIfAbsent(part.index(), part.data());
        if (before == null) {
            return Step.Took.NEW;
        }
        return before.equals(part.data()) ? Step.Took.REPEATED : Step.Took.FOREIGN;
    }

    /// All are of one length, but the last may be shorter.
    private boolean fits(BbqrFrame part) {
        int last = first.total() - 1;
        return parts.entrySet().stream().allMatch(known -> {
            int there = known.getValue().length();
            int here = part.data().length();
            return here == there || (part.index() == last && here < there) || (known.getKey() == last && there < here);
        });
    }

    @Override
    public Progress progress() {
        if (parts.size() < first.total()) {
            var missing = IntStream.range(0, first.total())
                    .filter(index -> !parts.containsKey(index))
                    .mapToObj(index -> index + 1)
                    .toList();
            return new Progress.Gathering(parts.size(), first.total(), missing);
        }
        var all = new ByteArrayOutputStream();
        parts.values().forEach(data -> all.writeBytes(HexFormat.of().parseHex(data)));
        try {
            return new Progress.Done(new Carried(String.valueOf(first.type()), unpacked(all.toByteArray())));
        } catch (MalformedFrameException e) {
            return new Progress.Refused(e.why());
        }
    }

    private byte[] unpacked(byte[] data) throws MalformedFrameException {
        if (first.encoding() == BbqrFrame.Encoding.DEFLATED) {
            return Inflation.inflate(data, Frame.MOST_BYTES);
        }
        MalformedFrameException.require(data.length <= Frame.MOST_BYTES, "more than " + Frame.MOST_BYTES + " bytes");
        return data;
    }
}
