package org.hearthkey.core.ceremony;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.ceremony.AirFacts.Cover;
import org.hearthkey.core.ceremony.AirFacts.Swap;
import oshi.SystemInfo;
import oshi.hardware.NetworkIF;
import oshi.software.os.OSProcess;

/// What macOS and Windows say of themselves. They keep to themselves whether their swap is encrypted.
final class OshiAir implements Air {
    private static final String SWAP = "swap";

    @Override
    public AirFacts look() {
        var system = new SystemInfo();
        var links = system.getHardware().getNetworkIFs(false).stream()
                .filter(link -> link.getIfOperStatus() == NetworkIF.IfOperStatus.UP)
                .map(NetworkIF::getDisplayName)
                .sorted()
                .toList();
        var memory = system.getHardware().getMemory().getVirtualMemory();
        var swaps = memory.getSwapTotal() > 0 ? List.of(new Swap(SWAP, Cover.UNKNOWN)) : List.<Swap>of();
        var programs = system.getOperatingSystem().getProcesses().stream()
                .map(OSProcess::getName)
                .distinct()
                .toList();
        return new AirFacts(links, swaps, programs.isEmpty() ? Optional.empty() : Optional.of(programs));
    }
}
