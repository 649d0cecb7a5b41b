package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DppCodeTest {
    private static final String KEY =
            "K:MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADM2206avxHJaHXgLMkq/24e0rsrfMP9K1Tm8gx+ovP0I=;";

    @Test
    void theKeyIsTheOneThatALabelOfOursNames() {
        var label = "ni:///sha-256;g0w3Cs6D-uJuAbRUr-1rNMPWbJhMGaTmgDsZn0Ds81U";
        var named =
                assertInstanceOf(Scan.Read.class, CodeReader.read(label)).code().keyHash();
        assertEquals(named, read("").keyHash());
        assertEquals(
                Fingerprint.parse("bc4cbe2a7f4735f6db5ea817ee468d46110e47fa58833f4ecaacce775b657302"),
                Optional.of(read("").key().bootstrapHash()));
    }

    @Test
    void keepsItemsThatItDoesNotKnow() {
        assertEquals(
                Map.of('Z', "a:b", 'I', "SN=4774", 'K', read("").items().get('K')),
                read("Z:a:b;I:SN=4774;").items());
    }

    @Test
    void aChannelWithoutClassIsOfTheClassBefore() {
        assertEquals(
                List.of(new DppHints.Channel(81, 1), new DppHints.Channel(81, 13), new DppHints.Channel(115, 36)),
                read("C:81/1,13,115/36;").hints().channels());
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.1, 192.168.1.1, 8908",
        "192.168.1.1:1, 192.168.1.1, 1",
        "[fe80::1], fe80::1, 8908",
        "[fe80::1]:65535, fe80::1, 65535",
        "fe80::1, fe80::1, 8908",
        "::, ::, 8908",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1, 8908"
    })
    void readsWhereTheDeviceAnswers(String host, String address, int port) {
        assertEquals(
                Optional.of(new DppHints.Host(address, port)),
                read("H:" + host + ";").hints().host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H:;",
                "H:hub.local;",
                "H:10.1;",
                "H:010.0.0.1;",
                "H:256.0.0.1;",
                "H:0x7f.0.0.1;",
                "H:1.2.3.4:;",
                "H:1.2.3.4:0;",
                "H:1.2.3.4:080;",
                "H:1.2.3.4:65536;",
                "H:[1.2.3.4]:5;",
                "H:[fe80::1;",
                "H:[fe80::1]5;",
                "H:[fe80::1%eth0];",
                "H:fe80::1%1;",
                "H:[];",
                "H:[fe80::1]:;",
                "H:1::2::3;",
                "H:12345::;",
                "C:;",
                "C:81/;",
                "C:/1;",
                "C:81/0;",
                "C:0/1;",
                "C:256/1;",
                "C:81/256;",
                "C:81/01;",
                "C:81/1,;",
                "C:81/1 ,2;",
                "C:81/1/2;",
                "M:;",
                "M:01020304050;",
                "M:01:02:03:04:05:06;",
                "V:;",
                "V:0;",
                "V:10;",
                "B:;",
                "B:0x3;",
                "B:12345;",
                "I:a;I:b;",
                ";",
                "Ab:c;",
                "1:a;",
                "I;",
                ":a;"
            })
    void refusesABrokenItem(String items) {
        why("DPP:" + items + KEY + ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DPP:",
                "DPP:;",
                "DPP:;;",
                "DPP:I:a;;",
                "DPP:K:;;",
                "DPP:K:====;;",
                "DPP:" + KEY,
                "DPP:" + KEY + ";;",
                "DPP:" + KEY + KEY + ";"
            })
    void refusesABrokenFrame(String text) {
        why(text);
    }

    @Test
    void refusesAPointOffTheCurve() {
        // x = 7 has no point on P-256; x = p is no field element
        why(dpp("02" + "00".repeat(31) + "07"));
        why(dpp("02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"));
    }

    @Test
    void refusesEveryOtherSpellingOfTheKey() {
        var der = Base64.getDecoder()
                .decode("MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADM2206avxHJaHXgLMkq/24e0rsrfMP9K1Tm8gx+ovP0I=");
        var hex = HexFormat.of().formatHex(der);
        why(key("308139" + hex.substring(4)));
        why(key("3080" + hex.substring(4) + "0000"));
        why(key(hex + "00"));
        why(key(hex.substring(0, hex.length() - 2)));
    }

    private static String dpp(String point) {
        return key("3039301306072a8648ce3d020106082a8648ce3d030107032200" + point);
    }

    private static String key(String hex) {
        return "DPP:K:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ";;";
    }

    private static DppCode read(String items) {
        return (DppCode) assertInstanceOf(Scan.Read.class, CodeReader.read("DPP:" + items + KEY + ";"))
                .code();
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text)
                .why();
    }
}
