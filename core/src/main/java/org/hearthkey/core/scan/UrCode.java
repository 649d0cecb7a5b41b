package org.hearthkey.core.scan;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearthkey.core.frames.Carried;
import org.hearthkey.core.frames.MalformedFrameException;
import org.hearthkey.core.frames.UrFrame;
import org.jspecify.annotations.Nullable;

/// A uniform resource, whole or one frame of several. It says nothing of a device: what it carries does, once it is
/// put together.
///
/// @see <a href="https://github.com/BlockchainCommons/Research/blob/master/papers/bcr-2020-005-ur.md">BCR-2020-005</a>
public record UrCode(String text, UrFrame frame) implements Code {
    static final Kind KIND =
            new Kind("ur", Pattern.compile("ur:|UR:"), Kind.PRINTABLE_ASCII, Kind.LONGEST, UrCode::parse);

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
        fields.put("type", frame.type());
        switch (frame.content()) {
            case UrFrame.Whole(var cbor) -> {
                if (frame.type().equals(Carried.UR_BYTES)) {
                    frame.whole()
                            .ifPresent(carried ->
                                    fields.put("bytes", HexFormat.of().formatHex(carried.bytes())));
                } else {
                    fields.put("cbor", cbor);
                }
            }
            case UrFrame.Part part -> {
                fields.put("seq", part.sequence());
                fields.put("count", part.count());
                fields.put("messageLen", part.messageLength());
                fields.put("messageCrc", HexFormat.of().toHexDigits(part.checksum(), 8));
                fields.put("fragment", part.fragment());
                fields.put("pure", part.isPure());
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static UrCode parse(String text) throws MalformedException {
        try {
            return new UrCode(text, UrFrame.parse(text));
        } catch (MalformedFrameException e) {
            throw new MalformedException(e.why());
        }
    }
}
