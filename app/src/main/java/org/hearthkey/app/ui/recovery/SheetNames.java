package org.hearthkey.app.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.text.GroupWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.recovery.SharePlan;

/// What sheets are called on the screen: by their numbers, and by who holds them where there are groups.
final class SheetNames {
    private final List<String> names;

    private SheetNames(List<String> names) {
        this.names = names;
    }

    static SheetNames of(SharePlan plan, Words words) {
        var groups = GroupWords.in(words.locale());
        var names = new ArrayList<String>();
        for (int group = 0; group < plan.groups().size(); group++) {
            for (int member = 0; member < plan.groups().get(group).members(); member++) {
                int number = names.size() + 1;
                names.add(
                        plan.groups().size() == 1
                                ? words.text("recovery.sheet.number", number)
                                : words.text("recovery.sheet.of-group", number, groups.holders(plan, group)));
            }
        }
        return new SheetNames(names);
    }

    /// The name of a sheet.
    ///
    /// @param number counted from 1, through all groups
    String name(int number) {
        return names.get(number - 1);
    }
}
