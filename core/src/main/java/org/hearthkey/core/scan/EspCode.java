package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The code of a device that is made with Espressif's toolkit: the name under which it answers nearby, and the secret
/// that it asks for. The only code that may hold letters beyond ASCII.
///
/// @param name 1 to 32 bytes of UTF-8
/// @param pop the secret, called proof of possession there
/// @param options what else is known of: `username`, `password`, `security` (0 to 2), `network`
/// @see <a href="https://docs.espressif.com/projects/esp-idf/en/stable/esp32/api-reference/provisioning/">Provisioning
/// API</a>
public record EspCode(String text, String name, String transport, Optional<String> pop, Map<String, Object> options)
        implements Code {
    private static final Pattern LETTERS = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]*+");

    static final Kind KIND = new Kind(
            "esp-provisioning",
            Pattern.compile("\\{ {0,8}\"(?:ver|name|transport|pop|username|password|security|network)\""),
            LETTERS,
            512,
            EspCode::parse);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// What the toolkit's examples are built with, and many devices are sold with.
    private static final String EXAMPLE = "abcd1234";

    private static final String CLAUSE = "ESP-IDF Programming Guide, Unified Provisioning";
    private static final int LONGEST_NAME = 32;
    private static final Pattern TRANSPORT = Pattern.compile("ble|softap");
    private static final Pattern NETWORK = Pattern.compile("wifi|thread");

    public EspCode {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return pop.isPresent() || options.containsKey("password") ? Proof.BINDS_SECRET : Proof.NAMES_ONLY;
    }

    @Override
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(Mark.Sort.SHORT_NAME, name));
        pop.filter(secret -> !secret.equals(EXAMPLE)).ifPresent(secret -> marks.add(Mark.ofSecret(kind(), secret)));
        return marks;
    }

    @Override
    public List<Warning> warnings() {
        var warnings = new ArrayList<Warning>();
        if (pop.isEmpty()) {
            warnings.add(new Warning("no-proof-of-possession", CLAUSE));
        }
        if (pop.filter(EXAMPLE::equals).isPresent()) {
            warnings.add(new Warning("sdk-default-pop", CLAUSE));
        }
        if (Integer.valueOf(0).equals(options.get("security"))) {
            warnings.add(new Warning("security-0-plaintext", CLAUSE));
        }
        return warnings;
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("ver", "v1");
        fields.put("name", name);
        fields.put("transport", transport);
        pop.ifPresent(secret -> fields.put("pop", secret));
        fields.putAll(options);
        fields.put("warnings", warnings().stream().map(Warning::code).toList());
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public String toString() {
        return kind();
    }

    private static EspCode parse(String text) throws MalformedException {
        var json = json(text);
        require(json.isObject(), "not a JSON object");
        require(string(json, "ver").filter("v1"::equals).isPresent(), "ver is not v1");
        var name = string(json, "name")
                .filter(spelled -> !spelled.isEmpty())
                .filter(spelled -> spelled.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME)
                .orElseThrow(() -> new MalformedException("name missing or not 1..32 bytes"));
        var transport = string(json, "transport")
                .filter(spelled -> TRANSPORT.matcher(spelled).matches())
                .orElseThrow(() -> new MalformedException("transport is not ble or softap"));
        var pop = string(json, "pop").filter(secret -> !secret.isEmpty());
        return new EspCode(text, name, transport, pop, options(json));
    }

    private static Map<String, Object> options(JsonNode json) throws MalformedException {
        var options = new LinkedHashMap<String, Object>();
        for (var member : List.of("username", "password")) {
            string(json, member).ifPresent(value -> options.put(member, value));
        }
        var security = json.get("security");
        if (security != null) {
            var isKnown = security.isInt() && security.intValue() >= 0 && security.intValue() <= 2;
            require(isKnown, "security is not 0, 1 or 2");
            options.put("security", security.intValue());
        }
        var network = string(json, "network");
        require(network.isEmpty() || NETWORK.matcher(network.get()).matches(), "network is not wifi or thread");
        network.ifPresent(value -> options.put("network", value));
        return options;
    }

    private static JsonNode json(String text) throws MalformedException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw new MalformedException("not JSON, or a key twice");
        }
    }

    private static Optional<String> string(JsonNode json, String member) throws MalformedException {
        var value = json.get(member);
        if (value == null) {
            return Optional.empty();
        }
        require(value.isString(), member + " is not a string");
        // An escape such as \u0000 may write what the text itself may not hold.
        require(LETTERS.matcher(value.stringValue()).matches(), member + " holds a control character");
        return Optional.of(value.stringValue());
    }
}
