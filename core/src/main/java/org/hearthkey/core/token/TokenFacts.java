package org.hearthkey.core.token;

/// What a token says of itself. Labels are chosen by people and may occur twice; maker and serial number together do not.
public record TokenFacts(String label, String manufacturer, String model, String serial) {}
