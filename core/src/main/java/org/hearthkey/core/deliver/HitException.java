package org.hearthkey.core.deliver;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.hearthkey.core.policy.Finding;

/// Handing out would hit what hardly can be meant, and nobody gave the root's secret for it. Nothing was written.
public final class HitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> hits;

    HitException(List<Finding> hits) {
        super(hits.stream().map(Finding::code).collect(Collectors.joining(", ")));
        this.hits = List.copyOf(hits);
    }

    public List<Finding> hits() {
        return hits;
    }
}
