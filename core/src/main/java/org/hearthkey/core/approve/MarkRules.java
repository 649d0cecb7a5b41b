package org.hearthkey.core.approve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.MarkBook;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.Mark;
import org.hearthkey.core.scan.Proof;
import org.hearthkey.core.scan.RequestCode;

/// Holds what a label says against every device that the home has or ever had.
final class MarkRules {
    private static final String CLAUSE = "IEEE 802.1AR-2018, section 6";

    private MarkRules() {}

    /// By what the device would be known again.
    static List<Mark> marks(Application application) {
        return application
                .label()
                .filter(label -> !(label instanceof RequestCode))
                .map(MarkRules::marks)
                .orElse(List.of());
    }

    private static List<Mark> marks(Code label) {
        // A label that only names something, such as an address of the maker's, may be on every box of its kind.
        var whole = label.proof() == Proof.NAMES_ONLY ? Stream.<Mark>empty() : Stream.of(Mark.ofLabel(label));
        return Stream.concat(whole, label.marks().stream()).distinct().toList();
    }

    /// The device that has the same label, key or secret, where there is one.
    static Optional<DeviceId> sameDevice(Candidate candidate) {
        return marks(candidate.application()).stream()
                .filter(mark -> meaning(mark.sort()) == Weight.REFUSAL)
                .flatMap(mark -> others(candidate, mark))
                .map(MarkBook.Holder::device)
                .findFirst();
    }

    /// What is found of each device that shares a mark: the weightiest only, for a label holds several marks.
    static List<Finding> look(Candidate candidate) {
        var found = new LinkedHashMap<DeviceId, Finding>();
        for (var mark : marks(candidate.application())) {
            others(candidate, mark).limit(1).forEach(holder -> {
                var finding = finding(mark.sort(), holder);
                found.merge(holder.device(), finding, MarkRules::weightier);
            });
        }
        return List.copyOf(found.values());
    }

    private static Finding weightier(Finding one, Finding other) {
        return other.weight().compareTo(one.weight()) > 0 ? other : one;
    }

    private static Stream<MarkBook.Holder> others(Candidate candidate, Mark mark) {
        return candidate.marks().holders(mark).stream().filter(holder -> candidate.isAnother(holder.device()));
    }

    private static Finding finding(Mark.Sort sort, MarkBook.Holder holder) {
        return holder.takenBack()
                .map(reason -> usedBefore(sort, holder, reason))
                .orElseGet(() -> new Finding(duplicate(sort), meaning(sort), facts(holder), CLAUSE));
    }

    private static String duplicate(Mark.Sort sort) {
        return switch (sort) {
            case LABEL -> "mark.label-used";
            case KEY -> "mark.key-duplicate";
            case KEY_PART -> "mark.key-part-duplicate";
            case SECRET -> "mark.secret-duplicate";
            case SERIAL -> "mark.serial-duplicate";
            case ADDRESS -> "mark.address-duplicate";
            case SHORT_NAME -> "mark.short-name-duplicate";
        };
    }

    /// A key or label comes back never; a secret that is printed on a device for ever may, unless somebody else had it, or the
    /// device was retired and nobody said that it may start anew.
    private static Finding usedBefore(Mark.Sort sort, MarkBook.Holder holder, Reason reason) {
        if (meaning(sort) == Weight.REFUSAL && holder.left() == MarkBook.Left.FOR_GOOD) {
            return new Finding("mark.retired", Weight.REFUSAL, facts(holder), CLAUSE);
        }
        var never = meaning(sort) == Weight.REFUSAL
                && (sort == Mark.Sort.KEY || sort == Mark.Sort.KEY_PART || reason == Reason.KEY_COMPROMISE);
        return never
                ? new Finding("mark.taken-back", Weight.REFUSAL, facts(holder), CLAUSE)
                : new Finding("mark.used-before", Weight.CAUTION, facts(holder), CLAUSE);
    }

    private static List<String> facts(MarkBook.Holder holder) {
        return List.of(holder.name());
    }

    private static Weight meaning(Mark.Sort sort) {
        return switch (sort) {
            case KEY, KEY_PART, SECRET, LABEL -> Weight.REFUSAL;
            case SERIAL, ADDRESS -> Weight.CAUTION;
            case SHORT_NAME -> Weight.NOTE;
        };
    }
}
