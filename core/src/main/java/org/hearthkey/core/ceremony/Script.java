package org.hearthkey.core.ceremony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;

/// What is done in a ceremony, in an order that was read and agreed on beforehand. `docs/formats/ceremony.md` says how it
/// is written.
///
/// @param ready what has to lie ready
/// @param text as it stands in its file, to the byte
public record Script(
        String title, String purpose, List<String> ready, List<Role> roles, List<Step> steps, String text) {
    public static final String FIRST_LINE = "Hearthkey ceremony 1";
    public static final int MOST_BYTES = 32_768;

    public Script {
        ready = List.copyOf(ready);
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
    }

    /// Somebody who takes part.
    ///
    /// @param name such as `Keeper`
    /// @param task what they do
    public record Role(String name, String task) {}

    /// One step.
    ///
    /// @param number counts from 1
    /// @param todo what to do
    /// @param say what to read aloud
    /// @param write what to write down, each a question with a short answer
    public record Step(
            int number, String title, String todo, Optional<String> say, List<String> write, Optional<Act> act) {
        public Step {
            write = List.copyOf(write);
        }
    }

    /// Reads a script. Whatever is not to the letter what `docs/formats/ceremony.md` says is refused.
    ///
    /// @throws ScriptException with the first line that is not
    public static Script read(byte[] file) throws ScriptException {
        if (file.length > MOST_BYTES) {
            throw new ScriptException(1, ScriptFlaw.TOO_LONG, "");
        }
        try {
            return new ScriptReader(
                            UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString())
                    .read();
        } catch (CharacterCodingException notText) {
            throw new ScriptException(1, ScriptFlaw.NOT_TEXT, "");
        }
    }

    /// By which the script is known again: whoever read it on paper compares this.
    public Fingerprint fingerprint() {
        return Fingerprint.of(text.getBytes(UTF_8));
    }

    /// The acts, in the order of the steps.
    public List<Act> acts() {
        return steps.stream().flatMap(step -> step.act().stream()).toList();
    }
}
