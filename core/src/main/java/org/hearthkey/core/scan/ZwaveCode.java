package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Z-Wave QR code: the device-specific key, which network keys the device asks for, and what it is.
///
/// @param text the whole code
/// @param version 0 to pair by hand, 1 to pair by itself as soon as it is switched on (SmartStart)
/// @param keys bit mask: 1, 2 and 4 of Security 2, 128 the old Security 0
/// @see <a href="https://z-wavealliance.org/development-resources-overview/specification-for-developers/">Z-Wave
///     Node Provisioning QR Code Format</a>
public record ZwaveCode(String text, int version, int keys, ZwaveDsk dsk, ZwaveFacts facts) implements Code {
    /// Neither a Matter code, which is shorter, nor a bare key, none of which begins so.
    static final Kind KIND =
            new Kind("zwave-qr", Pattern.compile("90[0-9]{20}"), Kind.PRINTABLE_ASCII, 512, ZwaveCode::parse);

    private static final Pattern DIGITS = Pattern.compile("[0-9]*+");
    private static final String CLAUSE = "Z-Wave Security 2, section 3.2.4";
    private static final int CHECKED_FROM = 9;
    private static final int DSK_FROM = 12;
    private static final int FACTS_FROM = DSK_FROM + ZwaveDsk.LENGTH;
    private static final int ACCESS_CONTROL = 4;
    private static final int OLD_SECURITY = 128;
    private static final Map<Integer, String> KEY_NAMES = keyNames();

    private static Map<Integer, String> keyNames() {
        var names = new LinkedHashMap<Integer, String>();
        names.put(1, "S2_Unauthenticated");
        names.put(2, "S2_Authenticated");
        names.put(ACCESS_CONTROL, "S2_AccessControl");
        names.put(OLD_SECURITY, "S0_Legacy");
        return Collections.unmodifiableMap(names);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    /// Who completes the pairing holds the key; but only a part of it is known here, and no certificate is for it.
    @Override
    public Proof proof() {
        return Proof.BINDS_KEY;
    }

    @Override
    public List<Mark> marks() {
        return dsk.marks();
    }

    @Override
    public Said said() {
        return facts.said();
    }

    /// Among others: the key that opens doors is asked for by what opens none.
    @Override
    public List<Warning> warnings() {
        var warnings = new ArrayList<>(dsk.warnings());
        if ((keys & OLD_SECURITY) != 0) {
            warnings.add(new Warning("asks-old-key", CLAUSE));
        }
        if ((keys & ACCESS_CONTROL) != 0 && !facts.opensDoors()) {
            warnings.add(new Warning("asks-door-key", CLAUSE));
        }
        return warnings;
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", version);
        fields.put("keys", keys);
        fields.put(
                "keyNames",
                KEY_NAMES.entrySet().stream()
                        .filter(name -> (keys & name.getKey()) != 0)
                        .map(Map.Entry::getValue)
                        .toList());
        fields.put("dsk", dsk.printed());
        fields.put("pin", dsk.pin());
        fields.put("tlv", facts.listed());
        fields.putAll(facts.fields());
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Optional<String> spoken() {
        return Optional.of(dsk.printed());
    }

    /// The kind alone: the code is a secret.
    @Override
    public String toString() {
        return kind();
    }

    private static ZwaveCode parse(String text) throws MalformedException {
        require(DIGITS.matcher(text).matches(), "non-digit");
        require(text.length() >= FACTS_FROM, "shorter than 52 digits");
        require(text.startsWith("90"), "does not begin with 90");
        int version = Integer.parseInt(text, 2, 4, 10);
        require(version <= 1, "version above 01");
        int checksum = Integer.parseInt(text, 4, CHECKED_FROM, 10);
        require(checksum <= 0xFFFF, "checksum field above 65535");
        require(checksum == checksum(text.substring(CHECKED_FROM)), "SHA-1 checksum");
        int keys = Integer.parseInt(text, CHECKED_FROM, DSK_FROM, 10);
        require(keys <= 0xFF, "requested keys above 255");
        var dsk = ZwaveDsk.parse(text.substring(DSK_FROM, FACTS_FROM));
        return new ZwaveCode(text, version, keys, dsk, ZwaveFacts.parse(text.substring(FACTS_FROM)));
    }

    /// SHA-1 is what the format says; it finds errors here and secures nothing.
    private static int checksum(String digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(digits.getBytes(StandardCharsets.US_ASCII));
            return Short.toUnsignedInt(ByteBuffer.wrap(hash).getShort());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
