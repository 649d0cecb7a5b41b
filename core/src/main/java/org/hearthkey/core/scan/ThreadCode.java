package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// A Thread joiner: the device's address and the secret with which it joins the mesh.
///
/// @param eui64 lower-case hex
/// @param credential the secret: 6 to 32 digits and capitals
/// @see <a href="https://openthread.io/guides/border-router/external-commissioning">External commissioning</a>
public record ThreadCode(String text, String eui64, String credential) implements Code {
    static final Kind KIND =
            new Kind("thread", Pattern.compile("v=[0-9]+&&eui="), Kind.PRINTABLE_ASCII, 128, ThreadCode::parse);

    private static final Pattern FORM =
            Pattern.compile("v=(?<version>[0-9]+)&&eui=(?<eui>[0-9A-Fa-f]{16})&&cc=(?<credential>.*)");
    private static final Pattern CREDENTIAL = Pattern.compile("[0-9A-HJ-NPR-Y]{6,32}");

    /// What the makers of the software print in their examples.
    private static final Set<String> EXAMPLES = Set.of("J01NU5", "J01NME");

    private static final int SHORT = 8;
    private static final String CLAUSE = "Thread 1.3, chapter 8";
    private static final int JOINER_ID = 8;
    private static final int LOCALLY_ADMINISTERED = 2;

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.BINDS_SECRET;
    }

    @Override
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(Mark.Sort.ADDRESS, eui64));
        if (!EXAMPLES.contains(credential)) {
            marks.add(Mark.ofSecret(kind(), credential));
        }
        return marks;
    }

    @Override
    public List<Warning> warnings() {
        if (EXAMPLES.contains(credential)) {
            return List.of(new Warning("sdk-default-joiner", CLAUSE));
        }
        return credential.length() < SHORT ? List.of(new Warning("short-joiner-credential", CLAUSE)) : List.of();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("eui64", eui64);
        fields.put("credential", credential);
        fields.put("joinerId", joinerId());
        return Collections.unmodifiableMap(fields);
    }

    /// By what the mesh calls the device while it joins: a hash of its address, so that the address is not sent.
    public String joinerId() {
        byte[] hash = Fingerprint.of(HexFormat.of().parseHex(eui64)).bytes();
        byte[] id = Arrays.copyOf(hash, JOINER_ID);
        id[0] |= LOCALLY_ADMINISTERED;
        return HexFormat.of().formatHex(id);
    }

    @Override
    public String toString() {
        return kind();
    }

    private static ThreadCode parse(String text) throws MalformedException {
        var parts = FORM.matcher(text);
        require(parts.matches(), "not v=..&&eui=16hex&&cc=..");
        require(parts.group("version").equals("1"), "version is not 1");
        var credential = parts.group("credential");
        require(CREDENTIAL.matcher(credential).matches(), "joiner credential is not 6..32 of 0-9 A-Y without I O Q Z");
        return new ThreadCode(text, parts.group("eui").toLowerCase(Locale.ROOT), credential);
    }
}
