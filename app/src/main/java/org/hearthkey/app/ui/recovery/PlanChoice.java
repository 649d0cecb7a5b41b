package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.hearthkey.core.name.GroupName;
import org.hearthkey.core.recovery.SharePlan;

/// How many sheets there will be and who holds them: one stack of sheets that are alike, or groups of people or places.
final class PlanChoice {
    /// One group is one stack.
    static final int FEWEST_GROUPS = 2;

    /// More than any family has, and still a dialog that can be read.
    static final int MOST_GROUPS = 5;

    private final ObjectProperty<SharePlan.Group> stack =
            new SimpleObjectProperty<>(SharePlan.TWO_OF_THREE.groups().getFirst());
    private final BooleanProperty grouped = new SimpleBooleanProperty();
    private final ObservableList<Holders> holders = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> together = new SimpleObjectProperty<>(2);
    private final ReadOnlyObjectWrapper<Optional<SharePlan>> plan =
            new ReadOnlyObjectWrapper<>(Optional.of(SharePlan.TWO_OF_THREE));

    /// People or a place that hold sheets of their own.
    static final class Holders {
        private final StringProperty name;
        private final ObjectProperty<SharePlan.Group> count;

        private Holders(String name, SharePlan.Group count) {
            this.name = new SimpleStringProperty(name);
            this.count = new SimpleObjectProperty<>(count);
        }

        /// What the owner calls them.
        StringProperty nameProperty() {
            return name;
        }

        /// How many sheets they hold, and how many of these have to come together.
        ObjectProperty<SharePlan.Group> countProperty() {
            return count;
        }

        private Optional<SharePlan.Group> group() {
            var sheets = count.get();
            return GroupName.parse(name.get())
                    .map(called -> new SharePlan.Group(Optional.of(called), sheets.threshold(), sheets.members()));
        }
    }

    PlanChoice() {
        stack.subscribe(this::tell);
        grouped.subscribe(this::tell);
        together.subscribe(this::tell);
        holders.addListener((ListChangeListener<Holders>) _ -> tell());
    }

    /// One stack of sheets of which any so many bring the home back.
    ObjectProperty<SharePlan.Group> stackProperty() {
        return stack;
    }

    /// Whether there are groups in place of one stack.
    BooleanProperty groupedProperty() {
        return grouped;
    }

    ObservableList<Holders> holders() {
        return FXCollections.unmodifiableObservableList(holders);
    }

    /// How many groups have to come together.
    ObjectProperty<Integer> togetherProperty() {
        return together;
    }

    /// What was chosen; nothing while a group has no name, or one that another has.
    ReadOnlyObjectProperty<Optional<SharePlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    void add(String name, SharePlan.Group count) {
        var more = new Holders(name, count);
        more.nameProperty().subscribe(this::tell);
        more.countProperty().subscribe(this::tell);
        holders.add(more);
    }

    void remove(Holders gone) {
        together.set(Math.min(together.get(), holders.size() - 1));
        holders.remove(gone);
    }

    private void tell() {
        plan.set(grouped.get() ? groups() : Optional.of(new SharePlan(1, List.of(stack.get()))));
    }

    private Optional<SharePlan> groups() {
        var named = holders.stream().flatMap(group -> group.group().stream()).toList();
        var names = named.stream().map(SharePlan.Group::name).distinct().count();
        boolean complete = named.size() == holders.size() && names == named.size();
        return complete && together.get() <= named.size()
                ? Optional.of(new SharePlan(together.get(), named))
                : Optional.empty();
    }
}
