package org.hearthkey.core.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ceremony under way: what is behind, and what comes next.
///
/// @param id by which the home knows it; 0 as long as no home does
/// @param done the steps that are behind, in their order
public record Ceremony(long id, Script script, Setting setting, List<Done> done) {
    public Ceremony {
        done = List.copyOf(done);
        for (int i = 0; i < done.size(); i++) {
            if (done.get(i).number() != i + 1 || i >= script.steps().size()) {
                throw new IllegalArgumentException("Step " + done.get(i).number() + " stands in place " + (i + 1));
            }
        }
    }

    /// One that begins.
    public static Ceremony of(Script script, Setting setting) {
        return new Ceremony(0, script, setting, List.of());
    }

    /// The next step; empty when all are behind.
    public Optional<Script.Step> next() {
        return script.steps().stream().skip(done.size()).findFirst();
    }

    /// The same with one more step behind.
    public Ceremony with(Done step) {
        var more = new ArrayList<>(done);
        more.add(step);
        return new Ceremony(id, script, setting, more);
    }

    /// The same up to the last point from which it can go on after it broke off: sheets that were made and not read back
    /// are gone with the program that made them.
    Ceremony toSafePoint() {
        int safe = done.size();
        for (var step : script.steps().subList(0, done.size())) {
            if (step.act().filter(Act.MAKE_SHEETS::equals).isPresent()) {
                safe = step.number() - 1;
            } else if (step.act().filter(Act.READ_BACK::equals).isPresent()) {
                safe = done.size();
            }
        }
        return new Ceremony(id, script, setting, done.subList(0, safe));
    }

    /// Whether the act was done already.
    public boolean isBehind(Act act) {
        return script.steps().subList(0, done.size()).stream()
                .anyMatch(step -> step.act().filter(act::equals).isPresent());
    }
}
