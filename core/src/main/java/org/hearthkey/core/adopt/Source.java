package org.hearthkey.core.adopt;

import java.util.Arrays;
import java.util.Optional;

/// The program that made an authority.
public enum Source {
    /// `openssl ca`, and all that keep its `index.txt`.
    OPENSSL("openssl"),
    EASY_RSA("easy-rsa"),
    /// Its database of what it issued cannot be read.
    STEP_CA("step-ca"),
    XCA("xca");

    private final String code;

    Source(String code) {
        this.code = code;
    }

    public static Optional<Source> parse(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    /// What files and scripts say.
    public String code() {
        return code;
    }
}
