package org.hearthkey.core.attest;

/// A rule that something does not keep.
///
/// @param saw what was seen, for engineers; never a secret
public record RuleBreak(MatterRule rule, String saw) {
    @Override
    public String toString() {
        return rule.code() + ": " + saw + " (" + rule.clause() + ")";
    }
}
