package org.hearthkey.app.ui.timeline;

/// A line through the calendar with its label.
///
/// @param x where it lies; a section may begin left of the window
public record Tick(double x, String label, Rank rank) {
    /// How much begins here.
    public enum Rank {
        /// A day, week, month or year, by how close the view is.
        STEP,
        /// The month or year that the steps belong to.
        SECTION
    }
}
