package org.hearthkey.core.device;

/// What the owner says about a device. Empty means not told.
///
/// @param type what it is, such as `camera`; at most 64 characters, as are the others
/// @param owner whose it is
/// @param location the room it stands in
public record Particulars(String type, String owner, String location) {
    /// Nothing told.
    public static final Particulars NONE = new Particulars("", "", "");

    private static final int LONGEST = 64;

    /// @throws IllegalArgumentException if one is too long or holds a control character
    public Particulars {
        type = checked(type);
        owner = checked(owner);
        location = checked(location);
    }

    private static String checked(String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Type, owner and location hold at most 64 characters in one line");
        }
        return text;
    }
}
