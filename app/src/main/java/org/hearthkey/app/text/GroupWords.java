package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.name.GroupName;
import org.hearthkey.core.recovery.SharePlan;

/// Names the groups that hold recovery sheets, also those that the owner gave no name.
public final class GroupWords {
    private final Words words;

    private GroupWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static GroupWords in(Locale locale) {
        return new GroupWords(Words.in(locale));
    }

    /// Who holds a group's sheets.
    ///
    /// @param group counted from 0
    public String holders(SharePlan plan, int group) {
        return plan.groups().get(group).name().map(GroupName::text).orElse(words.text("recovery.group", group + 1));
    }
}
