package org.hearthkey.app.passphrase;

import java.util.List;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What makes a passphrase easy to guess. The first that applies is what the owner hears of first.
enum Weakness {
    TOO_SHORT("passphrase.short"),
    HOME_NAME("passphrase.home-name"),
    COMMON("passphrase.common"),
    ROW_OF_KEYS("passphrase.row"),
    REPEATS("passphrase.repeats"),
    DATE("passphrase.date"),
    FEW_WORDS("passphrase.few-words");

    private static final String CLAUSE = "NIST SP 800-63B-4, section 3.1.1.2";

    private final String code;

    Weakness(String code) {
        this.code = code;
    }

    Finding finding() {
        return new Finding(code, Weight.REFUSAL, List.of(), CLAUSE);
    }
}
