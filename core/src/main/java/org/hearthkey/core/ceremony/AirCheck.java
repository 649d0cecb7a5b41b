package org.hearthkey.core.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.ceremony.AirFacts.Cover;
import org.hearthkey.core.ceremony.AirFacts.Swap;
import org.hearthkey.core.ceremony.AirFinding.Code;

/// Looks for what could watch or outlive the waking of a root. It sees what the system says of itself, and nothing of
/// cameras, of people, of firmware, or of a program that hides.
public final class AirCheck {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final long LEAST_ROOM = 256L * 1024 * 1024;

    /// Linux cuts names after 15 letters.
    private static final int SHOWN_LETTERS = 15;

    private static final Set<String> SCREEN = Set.of(
            "anydesk",
            "ardagent",
            "chrome-remote-desktop",
            "gnome-remote-desktop-daemon",
            "kazam",
            "krfb",
            "nxserver",
            "obs",
            "obs64",
            "parsecd",
            "peek",
            "quicktime player",
            "rdpclip",
            "rustdesk",
            "screensharingd",
            "simplescreenrecorder",
            "skypeforlinux",
            "sunshine",
            "teams",
            "teams-for-linux",
            "teamviewer",
            "teamviewerd",
            "tvnserver",
            "vino-server",
            "vncserver",
            "vokoscreenng",
            "wayvnc",
            "wf-recorder",
            "winvnc",
            "x0vncserver",
            "x11vnc",
            "xrdp",
            "xrdp-sesman",
            "xvnc",
            "zoom");

    private static final Set<String> CLIPBOARD = Set.of(
            "clipboard-indicator",
            "clipit",
            "clipman",
            "clipmenud",
            "cliphist",
            "copyq",
            "diodon",
            "ditto",
            "gpaste-daemon",
            "greenclip",
            "klipper",
            "maccy",
            "parcellite",
            "paste",
            "qlipper",
            "wl-clip-persist",
            "xfce4-clipman");

    private AirCheck() {}

    /// Where the ceremony takes place.
    ///
    /// @param newest the time of the newest entry in the home's journal; empty where there is no home yet
    /// @param free bytes left where the home is or will be
    /// @param removable what lies on a drive that can be pulled out: the program, the home, or nothing
    public record Place(Instant now, Optional<Instant> newest, long free, List<String> removable) {
        public Place {
            removable = List.copyOf(removable);
        }
    }

    public static List<AirFinding> review(AirFacts facts, Place place) {
        var findings = new ArrayList<AirFinding>();
        add(findings, Code.NETWORK, facts.links());
        add(findings, Code.SWAP_OPEN, swaps(facts, Cover.OPEN));
        add(findings, Code.SWAP_UNKNOWN, swaps(facts, Cover.UNKNOWN));
        if (facts.programs().isEmpty()) {
            findings.add(new AirFinding(Code.PROGRAMS_UNKNOWN, List.of()));
        }
        add(findings, Code.SCREEN, running(facts, SCREEN));
        add(findings, Code.CLIPBOARD, running(facts, CLIPBOARD));
        clock(place).ifPresent(code -> findings.add(new AirFinding(code, List.of())));
        if (place.free() < LEAST_ROOM) {
            findings.add(new AirFinding(Code.ROOM, List.of()));
        }
        add(findings, Code.REMOVABLE, place.removable());
        return findings;
    }

    private static void add(List<AirFinding> findings, Code code, List<String> what) {
        if (!what.isEmpty()) {
            findings.add(new AirFinding(code, what));
        }
    }

    private static List<String> swaps(AirFacts facts, Cover cover) {
        return facts.swaps().stream()
                .filter(swap -> swap.cover() == cover)
                .map(Swap::name)
                .toList();
    }

    private static List<String> running(AirFacts facts, Set<String> known) {
        return facts.programs().orElse(List.of()).stream()
                .filter(name -> known.stream().anyMatch(one -> isNamed(name, one)))
                .sorted()
                .toList();
    }

    private static boolean isNamed(String running, String known) {
        var name = running.toLowerCase(Locale.ROOT);
        return name.equals(known)
                || name.equals(known + ".exe")
                || (known.length() > SHOWN_LETTERS && name.equals(known.substring(0, SHOWN_LETTERS)));
    }

    private static Optional<Code> clock(Place place) {
        if (place.newest().isEmpty()) {
            return Optional.of(Code.CLOCK_UNCOMPARED);
        }
        var newest = place.newest().get();
        if (place.now().isBefore(newest)) {
            return Optional.of(Code.CLOCK_BEHIND);
        }
        return place.now().isAfter(newest.plus(YEAR)) ? Optional.of(Code.CLOCK_AHEAD) : Optional.empty();
    }
}
