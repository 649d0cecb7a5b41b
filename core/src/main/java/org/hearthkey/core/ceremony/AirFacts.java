package org.hearthkey.core.ceremony;

import java.util.List;
import java.util.Optional;

/// What a computer says of itself before a root is woken on it.
///
/// @param links network links that are up
/// @param swaps places on a disk to which the system may write what is in memory
/// @param programs names of all that run; empty if the system does not tell
public record AirFacts(List<String> links, List<Swap> swaps, Optional<List<String>> programs) {
    public AirFacts {
        links = List.copyOf(links);
        swaps = List.copyOf(swaps);
        programs = programs.map(List::copyOf);
    }

    /// One such place.
    public record Swap(String name, Cover cover) {}

    /// Whether what is written there can be read by somebody else.
    public enum Cover {
        ENCRYPTED,
        OPEN,
        UNKNOWN
    }
}
