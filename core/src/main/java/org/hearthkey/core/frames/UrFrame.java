package org.hearthkey.core.frames;

import static org.hearthkey.core.frames.MalformedFrameException.require;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A uniform resource: one in CBOR, or a part of one. Parts beyond the first `count` are sums of several fragments, so
/// that whoever missed some need not wait for just those.
///
/// @param type what is carried, for example `bytes`
/// @see <a href="https://github.com/BlockchainCommons/Research/blob/master/papers/bcr-2020-005-ur.md">BCR-2020-005</a>
public record UrFrame(String text, String type, Content content) implements Frame {
    /// What the frame holds.
    public sealed interface Content {}

    /// All of it.
    ///
    /// @param cbor the CBOR in lower-case hex
    public record Whole(String cbor) implements Content {}

    /// A part of it.
    ///
    /// @param sequence from 1; up to `count` the parts are the fragments themselves
    /// @param count of fragments, 1 to 1,295
    /// @param messageLength of the whole CBOR in bytes
    /// @param checksum CRC-32 of the whole CBOR
    /// @param fragment lower-case hex
    public record Part(long sequence, int count, int messageLength, long checksum, String fragment) implements Content {
        /// Whether it is a fragment itself and no sum.
        public boolean isPure() {
            return sequence <= count;
        }
    }

    private static final Pattern FORM = Pattern.compile("ur:(?<type>[a-z0-9-]+)/"
            + "(?:(?<sequence>[1-9][0-9]{0,9})-(?<count>[1-9][0-9]{0,9})/)?(?<letters>[a-z]+)");

    /// The head of a byte string of 64 kB.
    private static final int HEAD = 5;

    private static final int MEMBERS = 5;
    private static final long MOST_SEQUENCE = 0xFFFF_FFFFL;

    /// Reads a frame in small letters, or all in capitals as a QR code prefers.
    public static UrFrame parse(String text) throws MalformedFrameException {
        var lower = text.toLowerCase(Locale.ROOT);
        require(text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT)), "mixed case");
        var parts = FORM.matcher(lower);
        require(parts.matches(), "not ur:type/[seq/]bytewords");
        byte[] cbor = Bytewords.decode(parts.group("letters"));
        var type = parts.group("type");
        if (parts.group("sequence") == null) {
            return new UrFrame(text, type, whole(type, cbor));
        }
        var part = part(cbor);
        require(
                part.sequence() == Long.parseLong(parts.group("sequence"))
                        && part.count() == Long.parseLong(parts.group("count")),
                "sequence in path and CBOR disagree");
        return new UrFrame(text, type, part);
    }

    private static Whole whole(String type, byte[] cbor) throws MalformedFrameException {
        var reader = new StrictCbor(cbor);
        if (type.equals(Carried.UR_BYTES)) {
            reader.byteString();
        } else {
            reader.skip();
        }
        reader.end();
        return new Whole(HexFormat.of().formatHex(cbor));
    }

    private static Part part(byte[] cbor) throws MalformedFrameException {
        var reader = new StrictCbor(cbor);
        require(reader.head(StrictCbor.ARRAY, "an array") == MEMBERS, "CBOR: not five members");
        long sequence = reader.head(StrictCbor.UNSIGNED, "a number");
        long count = reader.head(StrictCbor.UNSIGNED, "a number");
        long messageLength = reader.head(StrictCbor.UNSIGNED, "a number");
        long checksum = reader.head(StrictCbor.UNSIGNED, "a number");
        byte[] fragment = reader.byteString();
        reader.end();
        require(sequence >= 1 && sequence <= MOST_SEQUENCE, "sequence out of range");
        require(count >= 1 && count <= MOST_FRAMES, "more than " + MOST_FRAMES + " fragments");
        require(messageLength >= 1 && messageLength <= MOST_BYTES + HEAD, "more than " + MOST_BYTES + " bytes");
        require(checksum >= 0 && checksum <= 0xFFFF_FFFFL, "checksum out of range");
        long room = count * fragment.length;
        require(
                room >= messageLength && room - fragment.length < messageLength,
                "fragments do not add up to the message");
        if (sequence == count) {
            for (int i = fragment.length - (int) (room - messageLength); i < fragment.length; i++) {
                require(fragment[i] == 0, "padding is not zero");
            }
        }
        return new Part(
                sequence,
                (int) count,
                (int) messageLength,
                checksum,
                HexFormat.of().formatHex(fragment));
    }

    @Override
    public Optional<Carried> whole() {
        return content instanceof Whole(var cbor)
                ? Optional.of(carried(type, HexFormat.of().parseHex(cbor)))
                : Optional.empty();
    }

    /// What CBOR that was read before carries.
    private static Carried carried(String type, byte[] cbor) {
        try {
            return unwrap(type, cbor);
        } catch (MalformedFrameException wasReadBefore) {
            throw new IllegalStateException(wasReadBefore);
        }
    }

    /// Takes a byte string out of its CBOR; any other type is carried as it is.
    static Carried unwrap(String type, byte[] cbor) throws MalformedFrameException {
        whole(type, cbor);
        return new Carried(type, type.equals(Carried.UR_BYTES) ? new StrictCbor(cbor).byteString() : cbor);
    }

    /// A frame that carries all.
    static UrFrame whole(Carried carried) {
        byte[] cbor = wrap(carried);
        return new UrFrame(
                ("ur:" + carried.type() + "/" + Bytewords.encode(cbor)).toUpperCase(Locale.ROOT),
                carried.type(),
                new Whole(HexFormat.of().formatHex(cbor)));
    }

    static byte[] wrap(Carried carried) {
        return carried.type().equals(Carried.UR_BYTES) ? StrictCbor.byteString(carried.bytes()) : carried.bytes();
    }

    /// A frame that carries a part.
    static UrFrame of(String type, Part part) {
        var cbor = new ByteArrayOutputStream();
        StrictCbor.write(cbor, StrictCbor.ARRAY, MEMBERS);
        StrictCbor.write(cbor, StrictCbor.UNSIGNED, part.sequence());
        StrictCbor.write(cbor, StrictCbor.UNSIGNED, part.count());
        StrictCbor.write(cbor, StrictCbor.UNSIGNED, part.messageLength());
        StrictCbor.write(cbor, StrictCbor.UNSIGNED, part.checksum());
        cbor.writeBytes(StrictCbor.byteString(HexFormat.of().parseHex(part.fragment())));
        var text =
                "ur:" + type + "/" + part.sequence() + "-" + part.count() + "/" + Bytewords.encode(cbor.toByteArray());
        return new UrFrame(text.toUpperCase(Locale.ROOT), type, part);
    }
}
