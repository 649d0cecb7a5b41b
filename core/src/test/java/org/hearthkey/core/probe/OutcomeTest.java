package org.hearthkey.core.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.probe.Verdict.Accepted;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Refused;
import org.hearthkey.core.probe.Verdict.Trouble;
import org.hearthkey.core.probe.Verdict.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    private static final Verdict ACCEPTED = new Accepted();

    private static Stream<Verdict> verdicts() {
        var refused = Arrays.stream(Reason.values()).map(Refused::new);
        var unreachable = Arrays.stream(Trouble.values()).map(Unreachable::new);
        return Stream.of(Stream.of(ACCEPTED), refused, unreachable).flatMap(all -> all);
    }

    @Test
    void onlyARevokedCanaryBesideAWelcomeControlProvesIt() {
        verdicts()
                .forEach(canary -> verdicts().forEach(control -> {
                    var proven = canary.equals(new Refused(Reason.REVOKED)) && control.equals(ACCEPTED);
                    assertEquals(proven, Outcome.of(canary, control) == Outcome.ENFORCED, canary + " " + control);
                }));
    }

    @Test
    void aWelcomeCanaryIsAnAlarmWhateverElse() {
        verdicts().forEach(control -> assertEquals(Outcome.NOT_ENFORCED, Outcome.of(ACCEPTED, control)));
    }

    @Test
    void verdictsAreReadBack() {
        verdicts().forEach(verdict -> assertEquals(verdict, Verdict.of(verdict.code())));
        assertThrows(IllegalArgumentException.class, () -> Verdict.of("refused"));
    }

    @ParameterizedTest
    @CsvSource({
        "mqtts://hub.home.arpa, mqtts://hub.home.arpa:8883",
        "MQTTS://Hub:1883/, mqtts://hub:1883",
        "https://[fd00::2], https://[fd00::2]:443/",
        "https://192.168.1.2:8443/x?y=z, https://192.168.1.2:8443/x?y=z",
        "eap-tls://10.0.0.1, eap-tls://10.0.0.1:1812"
    })
    void readsAddresses(String typed, String text) {
        var address = ListenerAddress.parse(typed).orElseThrow();
        assertEquals(text, address.text());
        assertEquals(Optional.of(address), ListenerAddress.parse(address.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hub",
                "mqtt://hub",
                "mqtts://",
                "mqtts://hub:0",
                "mqtts://hub:65536",
                "mqtts://hub/x",
                "mqtts://user@hub",
                "https://hub/#x",
                "https://hub/a\tb",
                "eap-tls://hub/x",
                "mqtts:hub",
                "https://h\u00fcb/"
            })
    void refusesWhatIsNoListener(String typed) {
        assertEquals(Optional.empty(), ListenerAddress.parse(typed));
    }
}
