package org.hearthkey.core.certificate;

/// Something a certificate or list does against a rule.
///
/// @param code the rule, such as `serial.short`
/// @param text what was seen, for engineers
/// @param clause where the rule comes from, such as `RFC 5280, 4.1.2.2`
public record LintFinding(String code, String text, String clause) {
    @Override
    public String toString() {
        return code + ": " + text + " (" + clause + ")";
    }
}
