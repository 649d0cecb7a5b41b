package org.hearthkey.core.policy;

import java.util.List;

/// One thing a rule saw. The front ends turn it into a sentence: the code picks the words, the facts fill them.
///
/// @param code which finding this is, such as `label.key-differs`; one code has one meaning for ever
/// @param facts what the sentence names, in the order the words expect it; never a secret
/// @param clause where the rule comes from, such as `RFC 6920, section 3`
public record Finding(String code, Weight weight, List<String> facts, String clause) {
    public Finding {
        facts = List.copyOf(facts);
    }
}
