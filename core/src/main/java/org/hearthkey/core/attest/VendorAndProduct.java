package org.hearthkey.core.attest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The vendor's and the product's id in a name of Matter's attestation certificates. Where no attribute of the two kinds
/// is there, they may stand in the common name, each once.
///
/// @param vendor four upper-case hex digits
/// @param product four upper-case hex digits
/// @param breaks what is not as it must be
record VendorAndProduct(Optional<String> vendor, Optional<String> product, List<RuleBreak> breaks) {
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9A-F]{4}");
    private static final String IN_NAME_VENDOR = "Mvid:";
    private static final String IN_NAME_PRODUCT = "Mpid:";
    private static final int LAST_VENDOR = 0xfff4;
    private static final int FIRST_TEST_VENDOR = 0xfff1;
    private static final int HEX = 16;

    VendorAndProduct {
        breaks = List.copyOf(breaks);
    }

    static VendorAndProduct of(MatterName name) {
        var vendors = name.values(MatterAttribute.VENDOR_ID);
        var products = name.values(MatterAttribute.PRODUCT_ID);
        Map<MatterRule, List<String>> found = new HashMap<>();
        if (vendors.isEmpty() && products.isEmpty()) {
            var commonNames = name.values(MatterAttribute.COMMON_NAME);
            found.put(MatterRule.VENDOR_ID, inNames(commonNames, IN_NAME_VENDOR));
            found.put(MatterRule.PRODUCT_ID, inNames(commonNames, IN_NAME_PRODUCT));
        } else {
            found.put(MatterRule.VENDOR_ID, vendors);
            found.put(MatterRule.PRODUCT_ID, products);
        }
        var breaks = new ArrayList<RuleBreak>();
        var vendor = only(MatterRule.VENDOR_ID, found.getOrDefault(MatterRule.VENDOR_ID, List.of()), breaks);
        var product = only(MatterRule.PRODUCT_ID, found.getOrDefault(MatterRule.PRODUCT_ID, List.of()), breaks);
        vendor.filter(id -> Integer.parseInt(id, HEX) > LAST_VENDOR)
                .ifPresent(
                        id -> breaks.add(new RuleBreak(MatterRule.VENDOR_ID, "a vendor id that is reserved: " + id)));
        return new VendorAndProduct(vendor, product, breaks);
    }

    private static List<String> inNames(List<String> commonNames, String mark) {
        var found = new ArrayList<String>();
        for (var name : commonNames) {
            for (int at = name.indexOf(mark); at >= 0; at = name.indexOf(mark, at + 1)) {
                int from = at + mark.length();
                found.add(name.substring(from, Math.min(name.length(), from + 4)));
            }
        }
        return found;
    }

    private static Optional<String> only(MatterRule rule, List<String> found, List<RuleBreak> breaks) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            breaks.add(new RuleBreak(rule, "there " + found.size() + " times"));
            return Optional.empty();
        }
        var id = found.getFirst();
        if (!FOUR_DIGITS.matcher(id).matches() || Integer.parseInt(id, HEX) == 0) {
            breaks.add(new RuleBreak(rule, "not four upper-case hex digits, or zero"));
            return Optional.empty();
        }
        return Optional.of(id);
    }

    /// Whether this is an id that is set aside for trying things out. Anybody may use it.
    static boolean isTestVendor(String vendor) {
        int id = Integer.parseInt(vendor, HEX);
        return id >= FIRST_TEST_VENDOR && id <= LAST_VENDOR;
    }
}
