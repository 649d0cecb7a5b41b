package org.hearthkey.core.ceremony;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One step of a ceremony that is behind.
///
/// @param number of the step
/// @param initials of whoever checked it
/// @param written what was written down, in the order of [Script.Step#write()]
/// @param reason why it was left out; empty where it was done
public record Done(
        int number, Instant begun, Instant ended, Result result, String initials, List<String> written, String reason) {
    public Done {
        written = List.copyOf(written);
    }

    /// What became of it.
    public enum Result {
        DONE("done"),
        /// Somebody said why it was not.
        LEFT_OUT("left-out");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Result of(String code) {
            return code.equals(DONE.code) ? DONE : LEFT_OUT;
        }
    }

    /// The same step, over now.
    public Done endedAt(Instant at) {
        return new Done(number, begun, at, result, initials, written, reason);
    }

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("number", (long) number);
        document.put("begun", begun.toString());
        document.put("ended", ended.toString());
        document.put("result", result.code());
        document.put("initials", initials);
        document.put("written", written);
        document.put("reason", reason);
        return document;
    }

    static Done of(Fields fields) {
        return new Done(
                fields.number("number"),
                fields.instant("begun"),
                fields.instant("ended"),
                Result.of(fields.text("result")),
                fields.text("initials"),
                fields.texts("written"),
                fields.text("reason"));
    }
}
