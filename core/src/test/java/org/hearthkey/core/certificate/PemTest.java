package org.hearthkey.core.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(1);
        for (int length = 0; length < 200; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            var pem = new Pem("X509 CRL", new Der(bytes));
            assertEquals(Optional.of(List.of(pem, pem)), Pem.parse(pem.text() + "\n" + pem.text()), pem.text());
        }
    }

    @Test
    void linesMayBeLongAndEndAsSendersLike() {
        var bytes = new Der(new byte[90]);
        var text = new Pem("CERTIFICATE", bytes).text();
        assertEquals(
                Optional.of(bytes),
                Pem.parse(text.replace("\n", "  \r\n")).map(b -> b.getFirst().content()));
        var oneLine = "-----BEGIN CERTIFICATE-----\n" + "A".repeat(120) + "\n-----END CERTIFICATE-----";
        assertEquals(
                Optional.of(bytes), Pem.parse(oneLine).map(b -> b.getFirst().content()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "hello\n-----BEGIN A-----\nAAAA\n-----END A-----\n",
                "-----BEGIN A-----\nAAAA\n-----END B-----\n",
                "-----BEGIN A-----\nAAAA\n",
                "-----BEGIN A-----",
                "-----BEGIN -----\n-----END -----",
                "-----BEGIN-----\n-----END-----",
                "-----BEGIN A-----\nAA\n-----END A-----",
                "-----BEGIN A-----\nAB==\n-----END A-----",
                "-----BEGIN A-----\nA A=\n-----END A-----",
                "-----BEGIN A-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END A-----",
                "-----BEGIN a-----\nAAAA\n-----END a-----"
            })
    void otherTextIsRefused(String text) {
        assertEquals(Optional.empty(), Pem.parse(text));
    }

    @Test
    void nothingHoldsNoBlocks() {
        assertEquals(Optional.of(List.of()), Pem.parse("\n \n"));
    }
}
