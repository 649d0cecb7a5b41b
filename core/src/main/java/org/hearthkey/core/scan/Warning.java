package org.hearthkey.core.scan;

/// Something about a well-formed code that speaks against its device, whatever the home is.
///
/// @param code such as `test-vendor-id`; one code has one meaning for ever
/// @param clause where it comes from
public record Warning(String code, String clause) {}
