package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.deliver.HubState.ListenerState;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.Outcome;

/// How far one issuer's newest list has come, at all hubs together, with the evidence.
///
/// @param words what hubs said that took it
/// @param hubs how many hubs the home has
/// @param listeners those that go by it, with what became of trying them
public record ListState(List<Word> words, int hubs, List<ListenerState> listeners) {
    public ListState {
        words = List.copyOf(words);
        listeners = List.copyOf(listeners);
    }

    /// A hub's signed word that it took the list.
    public record Word(HubName hub, Instant at) {}

    /// When the last of the hubs said so; empty unless all of them have.
    public Optional<Instant> acknowledged() {
        return words.size() < hubs
                ? Optional.empty()
                : words.stream().map(Word::at).max(Comparator.naturalOrder());
    }

    /// The worst that was seen of this list; empty if it was not tried, or not everywhere and nothing bad was seen.
    public Optional<Outcome> outcome() {
        if (seen().isEmpty()) {
            return Optional.empty();
        }
        var worst = seen().stream().map(Trying::outcome).filter(outcome -> outcome != Outcome.ENFORCED);
        return Stream.concat(worst.sorted(), Stream.of(Outcome.ENFORCED))
                .findFirst()
                .filter(outcome -> outcome != Outcome.ENFORCED || seen().size() == listeners.size());
    }

    /// When it was last tried.
    public Optional<Instant> tried() {
        return seen().stream().map(Trying::at).max(Comparator.naturalOrder());
    }

    private List<Trying> seen() {
        return listeners.stream()
                .filter(ListenerState::current)
                .flatMap(one -> one.newest().stream())
                .toList();
    }
}
