package org.hearthkey.core.attest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The rules for names in operational certificates.
final class OperationalNames {
    private static final int MOST_PARTS = 5;
    private static final int MOST_TAGS = 3;
    private static final int VERSION_BITS = 16;
    private static final long LAST_NODE = 0xffff_ffef_ffff_ffffL;

    private OperationalNames() {}

    static List<RuleBreak> check(MatterName subject, MatterName issuer, MatterRole role) {
        var breaks = new ArrayList<RuleBreak>();
        checkParts("subject", subject, breaks);
        checkParts("issuer", issuer, breaks);
        checkTypeId(subject, role, breaks);
        checkFabric(subject, role, breaks);
        checkTags(subject, role, breaks);
        return breaks;
    }

    private static void checkParts(String which, MatterName name, List<RuleBreak> breaks) {
        int parts = name.parts().size();
        if (parts < 1 || parts > MOST_PARTS) {
            breaks.add(new RuleBreak(MatterRule.NAME, which + " of " + parts + " parts"));
        }
        if (name.parts().stream().anyMatch(part -> part.attribute().isEmpty())) {
            breaks.add(new RuleBreak(MatterRule.NAME, which + " with a part that TLV cannot carry"));
        }
    }

    private static void checkTypeId(MatterName subject, MatterRole role, List<RuleBreak> breaks) {
        var wanted = switch (role) {
            case RCAC -> MatterAttribute.RCAC_ID;
            case ICAC -> MatterAttribute.ICAC_ID;
            default -> MatterAttribute.NODE_ID;
        };
        var ids = subject.parts().stream()
                .flatMap(part -> part.attribute().stream())
                .filter(MatterAttribute::isTypeId)
                .toList();
        if (ids.size() != 1) {
            breaks.add(new RuleBreak(MatterRule.TYPE_ID, ids.size() + " type ids instead of one"));
            return;
        }
        if (ids.getFirst() != wanted) {
            breaks.add(new RuleBreak(MatterRule.TYPE_ID, ids.getFirst().label() + " instead of " + wanted.label()));
            return;
        }
        if (wanted == MatterAttribute.NODE_ID) {
            long node = Long.parseUnsignedLong(
                    subject.values(MatterAttribute.NODE_ID).getFirst(), 16);
            if (node == 0 || Long.compareUnsigned(node, LAST_NODE) > 0) {
                breaks.add(new RuleBreak(MatterRule.NODE_ID, "no id of one node"));
            }
        }
    }

    private static void checkFabric(MatterName subject, MatterRole role, List<RuleBreak> breaks) {
        var fabrics = subject.values(MatterAttribute.FABRIC_ID);
        boolean due = role == MatterRole.NOC;
        if (fabrics.size() > 1 || (due && fabrics.isEmpty())) {
            breaks.add(new RuleBreak(MatterRule.FABRIC_ID, "there " + fabrics.size() + " times"));
        }
        if (fabrics.stream().anyMatch(fabric -> Long.parseUnsignedLong(fabric, 16) == 0)) {
            breaks.add(new RuleBreak(MatterRule.FABRIC_ID, "zero"));
        }
    }

    private static void checkTags(MatterName subject, MatterRole role, List<RuleBreak> breaks) {
        var tags = subject.values(MatterAttribute.NOC_CAT);
        if (role != MatterRole.NOC && !tags.isEmpty()) {
            breaks.add(new RuleBreak(MatterRule.NOC_CAT, "there on an issuer"));
            return;
        }
        if (tags.size() > MOST_TAGS) {
            breaks.add(new RuleBreak(MatterRule.NOC_CAT, tags.size() + " tags"));
        }
        var identifiers = new HashSet<Long>();
        for (var tag : tags) {
            long value = Long.parseLong(tag, 16);
            if (!identifiers.add(value >>> VERSION_BITS)) {
                breaks.add(new RuleBreak(MatterRule.NOC_CAT, "one identifier twice"));
            }
            if ((value & 0xffff) == 0) {
                breaks.add(new RuleBreak(MatterRule.NOC_CAT, "version zero"));
            }
        }
    }
}
