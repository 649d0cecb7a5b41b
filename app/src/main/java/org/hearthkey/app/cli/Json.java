package org.hearthkey.app.cli;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as scripts read it: maps, lists, text, numbers and booleans, in ASCII whatever the terminal's encoding.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /// One document in one line, without the line's end. Members stand in the order of the map.
    static String line(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    /// The string that a line of JSON holds, if it holds one and nothing else.
    static Optional<String> text(String line) {
        try {
            return Optional.of(MAPPER.readTree(line)).filter(JsonNode::isString).map(JsonNode::stringValue);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
