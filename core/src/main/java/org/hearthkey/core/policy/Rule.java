package org.hearthkey.core.policy;

import java.util.List;
import java.util.Optional;

/// Looks at one thing and may find something. Looking needs no key and changes nothing, so a form may do it at each
/// keystroke.
///
/// @param <T> what is looked at
@FunctionalInterface
public interface Rule<T> {
    Optional<Finding> look(T subject);

    /// All that `rules` find in `subject`, in the order of the rules.
    static <T> List<Finding> review(List<Rule<T>> rules, T subject) {
        return rules.stream().flatMap(rule -> rule.look(subject).stream()).toList();
    }
}
