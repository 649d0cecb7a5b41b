package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.name.HubName;

/// What hubs say, signed, of the lists that they go by.
@FunctionalInterface
public interface Acknowledgments {
    /// Where no hub has said anything yet.
    Acknowledgments NONE = _ -> Optional.empty();

    /// What a hub said last.
    Optional<Acknowledgment> newest(HubName hub);

    /// What a hub said of all the lists that it goes by.
    ///
    /// @param numbers the number of each issuer's list, by the issuer's code
    record Acknowledgment(Instant at, Map<String, BigInteger> numbers) {
        public Acknowledgment {
            numbers = Map.copyOf(numbers);
        }

        /// Whether it goes by the list of that number, or by one after it.
        boolean takes(Role issuer, BigInteger number) {
            return Optional.ofNullable(numbers.get(issuer.code()))
                    .filter(taken -> taken.compareTo(number) >= 0)
                    .isPresent();
        }
    }
}
