package org.hearthkey.core.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.ceremony.AirFacts.Cover;
import org.hearthkey.core.ceremony.AirFacts.Swap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AirFacts QUIET = new AirFacts(
            List.of(), List.of(new Swap("/dev/dm-1", Cover.ENCRYPTED)), Optional.of(List.of("bash", "hearthkey")));

    @TempDir
    private Path folder;

    private static AirCheck.Place at(Instant now, long free) {
        return new AirCheck.Place(now, Optional.of(NOW.minusSeconds(60)), free, List.of());
    }

    private static List<String> found(AirFacts facts, AirCheck.Place place) {
        return AirCheck.review(facts, place).stream()
                .map(finding -> finding.code().code() + finding.what())
                .toList();
    }

    @Test
    void saysNothingWhereNothingSpeaksAgainstIt() {
        assertEquals(List.of(), found(QUIET, at(NOW, Long.MAX_VALUE)));
    }

    @Test
    void namesWhatSpeaksAgainstIt() {
        var loud = new AirFacts(
                List.of("eth0"),
                List.of(new Swap("/dev/sda2", Cover.OPEN), new Swap("/swapfile", Cover.UNKNOWN)),
                Optional.of(List.of("bash", "obs", "copyq", "gnome-remote-de", "AnyDesk.exe", "observer")));
        assertEquals(
                List.of(
                        "network[eth0]",
                        "swap-open[/dev/sda2]",
                        "swap-unknown[/swapfile]",
                        "screen[AnyDesk.exe, gnome-remote-de, obs]",
                        "clipboard[copyq]",
                        "clock-behind[]",
                        "room[]",
                        "removable[/media/stick]"),
                found(loud, new AirCheck.Place(NOW, Optional.of(NOW.plusSeconds(1)), 1_000, List.of("/media/stick"))));
    }

    @Test
    void comparesTheClockWithTheJournal() {
        assertEquals(List.of("clock-ahead[]"), found(QUIET, at(NOW.plus(Duration.ofDays(400)), Long.MAX_VALUE)));
        assertEquals(
                List.of("clock-uncompared[]"),
                found(QUIET, new AirCheck.Place(NOW, Optional.empty(), Long.MAX_VALUE, List.of())));
        assertEquals(
                List.of("programs-unknown[]"),
                found(new AirFacts(List.of(), List.of(), Optional.empty()), at(NOW, Long.MAX_VALUE)));
    }

    private void file(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void readsWhatLinuxSaysOfItself() throws IOException {
        file("sys/class/net/lo/type", "772\n");
        file("sys/class/net/lo/operstate", "unknown\n");
        file("sys/class/net/lo/carrier", "1\n");
        file("sys/class/net/wlan0/type", "1\n");
        file("sys/class/net/wlan0/operstate", "up\n");
        file("sys/class/net/eth0/type", "1\n");
        file("sys/class/net/eth0/operstate", "down\n");
        file("sys/class/net/tun0/type", "65534\n");
        file("sys/class/net/tun0/operstate", "unknown\n");
        file("sys/class/net/tun0/carrier", "1\n");
        file("sys/class/block/dm-1/dm/uuid", "CRYPT-LUKS2-0123-swap\n");
        file("sys/class/block/dm-2/dm/uuid", "LVM-0123\n");
        file("proc/swaps", """
            Filename Type Size Used Priority
            /dev/dm-1 partition 9 0 -2
            /dev/dm-2 partition 9 0 -2
            /swapfile file 9 0 -3
            /dev/zram0 partition 9 0 100
            """);
        file("proc/4/comm", "obs\n");
        file("proc/17/comm", "bash\n");
        file("proc/self/comm", "java\n");
        var facts = new LinuxAir(folder.resolve("proc"), folder.resolve("sys")).look();
        assertEquals(List.of("tun0", "wlan0"), facts.links());
        assertEquals(
                List.of(
                        new Swap("/dev/dm-1", Cover.ENCRYPTED),
                        new Swap("/dev/dm-2", Cover.OPEN),
                        new Swap("/swapfile", Cover.UNKNOWN)),
                facts.swaps());
        assertEquals(
                List.of("bash", "obs"),
                facts.programs().orElseThrow().stream().sorted().toList());
    }
}
