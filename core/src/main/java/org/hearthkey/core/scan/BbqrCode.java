package org.hearthkey.core.scan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearthkey.core.frames.BbqrFrame;
import org.hearthkey.core.frames.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/// A BBQr, whole or one part of several. It says nothing of a device: what it carries does, once it is put together.
///
/// @see <a href="https://github.com/coinkite/BBQr/blob/master/BBQr.md">BBQr</a>
public record BbqrCode(String text, BbqrFrame frame) implements Code {
    static final Kind KIND = new Kind("bbqr", "B$", BbqrCode::parse);

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.CARRIES;
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("encoding", String.valueOf(frame.encoding().letter()));
        fields.put("type", String.valueOf(frame.type()));
        fields.put("total", frame.total());
        fields.put("index", frame.index());
        fields.put("data", frame.data());
        frame.inflated().ifPresent(unpacked -> fields.put("inflated", unpacked));
        return Collections.unmodifiableMap(fields);
    }

    private static BbqrCode parse(String text) throws MalformedException {
        try {
            return new BbqrCode(text, BbqrFrame.parse(text));
        } catch (MalformedFrameException e) {
            throw new MalformedException(e.why());
        }
    }
}
