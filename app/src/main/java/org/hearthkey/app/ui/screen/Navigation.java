package org.hearthkey.app.ui.screen;

/// How a screen leads to another, and tells that the home is no longer what it was.
public interface Navigation {
    void go(Destination destination);

    default void go(Place place) {
        go(Destination.to(place));
    }

    /// To be called after each act: what the sidebar and the other screens show is read again.
    void homeChanged();

    /// Says at the window's edge what was done, until it is read.
    void done(String sentence);
}
