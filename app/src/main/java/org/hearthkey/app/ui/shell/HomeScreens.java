package org.hearthkey.app.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;

/// The screens of one open home, made when first asked for. Here each place gets its view and its view model.
final class HomeScreens {
    private final Map<Place, Supplier<Screen>> known = new EnumMap<>(Place.class);
    private final Map<Place, Screen> made = new EnumMap<>(Place.class);

    HomeScreens(HomeContext context) {
        // One line a screen: known.put(Place.DEVICES, () -> new DevicesView(new DevicesViewModel(context), context));
    }

    /// The places that have a screen, in the order of the sidebar.
    List<Place> places() {
        return List.copyOf(known.keySet());
    }

    Screen at(Place place) {
        return made.computeIfAbsent(place, asked -> {
            var maker = known.get(asked);
            if (maker == null) {
                throw new IllegalArgumentException("No screen at " + asked);
            }
            return maker.get();
        });
    }

    void leave() {
        made.values().forEach(Screen::left);
        made.clear();
    }
}
