package org.hearthkey.core.deliver;

import java.util.List;
import org.hearthkey.core.policy.Finding;

/// What a delivery may hit, since whoever has the root's secret means it.
public record Confirmed(List<Finding> hits) {
    /// It may hit nothing.
    public static final Confirmed NOTHING = new Confirmed(List.of());

    public Confirmed {
        hits = List.copyOf(hits);
    }
}
