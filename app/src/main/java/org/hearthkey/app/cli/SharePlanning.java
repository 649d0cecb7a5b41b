package org.hearthkey.app.cli;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.recovery.SharePlan;

/// Makes a plan for shares of what stands on the command line.
final class SharePlanning {
    private static final int SHEETS = 3;
    private static final int THRESHOLD = 2;

    private final Session session;

    SharePlanning(Session session) {
        this.session = session;
    }

    SharePlan plan(
            Optional<Integer> sheets,
            Optional<Integer> threshold,
            List<SharePlan.Group> groups,
            Optional<Integer> groupThreshold)
            throws StoppedException {
        try {
            return groups == null || groups.isEmpty()
                    ? SharePlan.of(threshold.orElse(THRESHOLD), sheets.orElse(SHEETS))
                    : new SharePlan(groupThreshold.orElse(groups.size()), groups);
        } catch (IllegalArgumentException impossible) {
            throw new StoppedException(Exit.MISUSED, session.words().text("recovery.plan.wrong"));
        }
    }
}
