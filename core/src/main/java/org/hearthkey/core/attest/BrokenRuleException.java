package org.hearthkey.core.attest;

import java.io.Serial;

/// Bytes that cannot be read because of a rule that they break.
public final class BrokenRuleException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final MatterRule rule;
    private final String saw;

    BrokenRuleException(MatterRule rule, String saw) {
        super(rule.code() + ": " + saw);
        this.rule = rule;
        this.saw = saw;
    }

    /// Which rule, and what was seen.
    public RuleBreak broken() {
        return new RuleBreak(rule, saw);
    }

    static void require(boolean kept, MatterRule rule, String saw) throws BrokenRuleException {
        if (!kept) {
            throw new BrokenRuleException(rule, saw);
        }
    }
}
