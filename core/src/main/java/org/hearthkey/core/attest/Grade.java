package org.hearthkey.core.attest;

import java.util.Arrays;
import java.util.Optional;

/// How far a maker's word for a device was proven. The order is from least to most.
public enum Grade {
    /// Nothing was shown that a trusted maker stands behind.
    NONE("none"),
    /// Genuine certificates were shown. That this device holds their key was not: whoever copied them can show them too.
    CLAIMED("claimed"),
    /// Genuine certificates were shown, and their key signed what the device asks for.
    ATTESTED("attested");

    private final String code;

    Grade(String code) {
        this.code = code;
    }

    /// What files and scripts read: `none`, `claimed` or `attested`.
    public String code() {
        return code;
    }

    /// Whether this grade is enough where `least` is asked for.
    public boolean isAtLeast(Grade least) {
        return compareTo(least) >= 0;
    }

    /// The grade of that code; no other spelling is one.
    public static Optional<Grade> parse(String code) {
        return Arrays.stream(values()).filter(grade -> grade.code.equals(code)).findFirst();
    }
}
