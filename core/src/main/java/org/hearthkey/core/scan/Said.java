package org.hearthkey.core.scan;

import java.util.Locale;
import java.util.Optional;

/// What a code says that its device is. Nothing of it is proven; it is shown, and held against what a request says.
///
/// @param maker a name, or the maker's number such as `FFF1`
/// @param model a name, or a product number
/// @param serial the number that the maker gave to this one device
/// @param type what sort of device it is, as one English word or two: `camera`
public record Said(Optional<String> maker, Optional<String> model, Optional<String> serial, Optional<String> type) {
    /// Nothing.
    public static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// The number of a maker or product as lists of them show it, such as `FFF1`.
    static String number(int number) {
        return String.format(Locale.ROOT, "%04X", number);
    }
}
