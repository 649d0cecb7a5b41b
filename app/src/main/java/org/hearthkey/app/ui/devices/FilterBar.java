package org.hearthkey.app.ui.devices;

import atlantafx.base.controls.CustomTextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.devices.DeviceFilter.Standing;
import org.hearthkey.core.name.ZoneName;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// Search, chips and the zone menu above the table; in two rows where the window is narrow.
final class FilterBar extends FlowPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SEARCH_WIDTH = 240;

    private final DevicesViewModel model;
    private final Words words;
    private final CustomTextField search = new CustomTextField();
    private final Map<Standing, Chip> chips = new EnumMap<>(Standing.class);
    private final MenuButton zone = new MenuButton();
    private List<ZoneName> zones = List.of();

    FilterBar(DevicesViewModel model, Words words) {
        super(10, 8);
        this.model = model;
        this.words = words;
        getStyleClass().add("hk-filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        search.setPromptText(words.text("devices.search.prompt"));
        search.setAccessibleText(words.text("devices.search.prompt"));
        search.setLeft(Icons.button(MaterialDesignM.MAGNIFY));
        search.setRight(Labels.of(words.text("devices.search.keycap"), "hk-keycap"));
        search.setPrefWidth(SEARCH_WIDTH);
        search.setMinWidth(160);
        search.getStyleClass().add("hk-search");
        search.textProperty().subscribe(model::search);
        getChildren().add(search);
        var group = new ToggleGroup();
        for (var standing : Standing.values()) {
            var chip = new Chip(words.text(key(standing)), standing);
            chip.setToggleGroup(group);
            chips.put(standing, chip);
            getChildren().add(chip);
        }
        zone.getStyleClass().addAll("hk-chip-menu");
        zone.setMinWidth(USE_PREF_SIZE);
        getChildren().add(zone);
        model.filterProperty().subscribe(this::dress);
    }

    void find() {
        search.requestFocus();
        search.selectAll();
    }

    void show(Map<Standing, Long> counts, List<ZoneName> known) {
        chips.forEach((standing, chip) -> chip.count(counts.getOrDefault(standing, 0L)));
        if (!known.equals(zones)) {
            zones = known;
            fillZones();
        }
    }

    private void fillZones() {
        var group = new ToggleGroup();
        zone.getItems().clear();
        zone.getItems().add(item(words.text("devices.every-zone.menu"), Optional.empty(), group));
        zones.forEach(name -> zone.getItems().add(item(name.display(), Optional.of(name), group)));
        dress(model.filterProperty().get());
    }

    private RadioMenuItem item(String text, Optional<ZoneName> wanted, ToggleGroup group) {
        var item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(model.filterProperty().get().zone().equals(wanted));
        item.setOnAction(_ -> model.zone(wanted));
        return item;
    }

    private void dress(DeviceFilter filter) {
        if (!search.getText().equals(filter.text())) {
            search.setText(filter.text());
        }
        chips.forEach((standing, chip) -> chip.choose(standing == filter.standing()));
        zone.setText(filter.zone().map(ZoneName::display).orElseGet(() -> words.text("devices.zone.menu")));
        zone.pseudoClassStateChanged(CHOSEN, filter.zone().isPresent());
    }

    private static String key(Standing standing) {
        return switch (standing) {
            case ALL -> "devices.all.chip";
            case ENDING -> "devices.ending.chip";
            case UNSEEN -> "devices.unseen.chip";
            case ENDED -> "devices.ended.chip";
            case REVOKED -> "devices.revoked.chip";
            case RETIRED -> "devices.retired.chip";
        };
    }

    /// A chip shows its count, and a check mark when it is the chosen one.
    private final class Chip extends ToggleButton {
        private final FontIcon check = Icons.pill(MaterialDesignC.CHECK);
        private final Label count = Labels.of("", "hk-count", "text-small");
        private final String name;

        Chip(String name, Standing standing) {
            this.name = name;
            getStyleClass().add("hk-chip");
            setMinWidth(USE_PREF_SIZE);
            setGraphic(new HBox(6, check, new Label(name), count));
            ((HBox) getGraphic()).setAlignment(Pos.CENTER);
            setOnAction(_ -> {
                setSelected(true);
                model.standing(standing);
            });
        }

        void count(long devices) {
            count.setText(words.text("devices.count.chip", devices));
            setAccessibleText(name + " " + devices);
        }

        void choose(boolean chosen) {
            setSelected(chosen);
            check.setVisible(chosen);
            check.setManaged(chosen);
        }
    }
}
