package org.hearthkey.core.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "two\nlines", "tab\there", "turned \u202e round", "no\u00a0break", "\ue000", "\ud800"})
    void spokenNamesHideNothing(String text) {
        assertThrows(IllegalArgumentException.class, () -> new HomeName(text));
        assertThrows(IllegalArgumentException.class, () -> new DeviceName(text));
    }

    @Test
    void spokenNamesEndWhereACommonNameEnds() {
        assertEquals(
                64,
                new DeviceName("\ud83d\udca1".repeat(64)).text().codePoints().count());
        assertThrows(IllegalArgumentException.class, () -> new DeviceName("a".repeat(65)));
        assertEquals(Optional.empty(), HomeName.parse("a".repeat(65)));
    }

    @Test
    void typedNamesAreTidied() {
        assertEquals(Optional.of(new HomeName("Maple Street")), HomeName.parse("  Maple Street\n"));
        assertEquals(Optional.of(new DeviceName("T\u00fcr")), DeviceName.parse("Tu\u0308r"));
        assertThrows(IllegalArgumentException.class, () -> new DeviceName("Tu\u0308r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "../up"})
    void deviceNamesAreNoPaths(String text) {
        assertEquals(Optional.empty(), DeviceName.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "Garage camera, garage-camera",
        "Türöffner (Nord), turoffner-nord",
        "Straße 7, strasse-7",
        "--x--, x",
        "LÆSØ, laeso",
        "Ⅷ, viii",
        "カメラ, device-8ed84c23",
    })
    void aDeviceHasADnsLabel(String name, String label) {
        assertEquals(label, new DeviceName(name).label());
        assertTrue(DnsName.parse(new DeviceName(name).label()).isPresent());
    }

    @Test
    void aLongLabelIsCutToSixtyThree() {
        assertEquals("a".repeat(63), new DeviceName("a".repeat(64)).label());
        assertEquals("a".repeat(62), new DeviceName("a".repeat(62) + " b").label());
    }

    @Test
    void homeIdsAreRandomLabels() {
        var random = new SecureRandom();
        var id = HomeId.random(random);
        assertEquals(Optional.of(id), HomeId.parse(id.text()));
        assertFalse(id.equals(HomeId.random(random)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcdefg", "abcdefghi", "ABCDEFGH", "abcdefg1", "abcdefg\n"})
    void otherLabelsAreNoHomeId(String text) {
        assertEquals(Optional.empty(), HomeId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new HomeId(text));
    }

    @Test
    void aZoneIsALabelAndASubtree() {
        var zone = ZoneName.parse(" Living-Room ").orElseThrow();
        assertEquals("living-room.home.arpa", zone.dnsName().text());
        assertEquals("Living room", zone.display());
        assertTrue(new DnsName("lamp.living-room.home.arpa").isWithin(zone.dnsName()));
        assertFalse(new DnsName("lamp.xliving-room.home.arpa").isWithin(zone.dnsName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "root", "services", "-a", "a-", "1st", "a.b", "a_b", "abcdefghijklmnopqrstuvwxyzabcde", "ü"})
    void otherNamesAreNoZone(String text) {
        assertEquals(Optional.empty(), ZoneName.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new ZoneName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "printer.home.arpa", "3com.com", "xn--bcher-kva.example", "a.1b"})
    void dnsNamesOfRfc1123AreRead(String text) {
        assertEquals(Optional.of(text), DnsName.parse(text).map(DnsName::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "a.", ".a", "a..b", "-a.b", "a-.b", "a_b", "192.168.1.1", "a.1", "*.a", "a b", "a\n"})
    void otherTextIsNoDnsName(String text) {
        assertThrows(IllegalArgumentException.class, () -> new DnsName(text));
    }

    @Test
    void dnsNamesKeepTheirBounds() {
        assertTrue(DnsName.parse("a".repeat(63) + ".b").isPresent());
        assertFalse(DnsName.parse("a".repeat(64) + ".b").isPresent());
        assertTrue(DnsName.parse("a.".repeat(126) + "b").isPresent());
        assertFalse(DnsName.parse("a.".repeat(126) + "bc").isPresent());
    }
}
