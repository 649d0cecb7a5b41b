package org.hearthkey.core.attest;

import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the extensions of a Matter certificate say.
///
/// @param criticalConstraints whether the basic constraints are there and critical
/// @param pathLength empty where none is set
/// @param keyUsage the named bits, digitalSignature as 1; empty where the extension is missing or not critical
/// @param purposes 1 server, 2 client, 3 code, 4 mail, 5 time stamps, 6 OCSP, 0 any other; empty where there are none
/// @param criticalPurposes whether the purposes are critical
/// @param unknownCritical the object identifiers, as hex, of what must be understood and is not
/// @param repeated the object identifiers, as hex, of what is there twice and may not be
record MatterExtensions(
        boolean criticalConstraints,
        boolean authority,
        OptionalInt pathLength,
        OptionalInt keyUsage,
        Optional<List<Integer>> purposes,
        boolean criticalPurposes,
        Optional<Octets> subjectKeyId,
        Optional<Octets> authorityKeyId,
        List<String> unknownCritical,
        List<String> repeated) {
    static final String BASIC_CONSTRAINTS = "551d13";
    static final String KEY_USAGE = "551d0f";
    static final String EXTENDED_KEY_USAGE = "551d25";
    static final String SUBJECT_KEY_ID = "551d0e";
    static final String AUTHORITY_KEY_ID = "551d23";

    /// Where revocation lists are. Published test certificates have it twice.
    private static final String DISTRIBUTION_POINTS = "551d1f";

    private static final String PURPOSES_ARC = "2b060105050703";
    private static final List<Integer> PURPOSE_NUMBERS = List.of(1, 2, 3, 4, 8, 9);
    private static final int KEY_ID_CONTEXT = 0x80;
    private static final int MOST = 16;

    MatterExtensions {
        purposes = purposes.map(List::copyOf);
        unknownCritical = List.copyOf(unknownCritical);
        repeated = List.copyOf(repeated);
    }

    /// Reads the SEQUENCE of extensions.
    static MatterExtensions read(Asn1 sequence) throws BrokenRuleException {
        var reading = new Reading();
        for (var extension : sequence.sequence(1, MOST)) {
            reading.add(extension);
        }
        return reading.done();
    }

    /// The purpose's last number under the arc of PKIX, for Matter's own.
    static int purposeNumber(int matterPurpose) {
        return PURPOSE_NUMBERS.get(matterPurpose - 1);
    }

    static int purposeCount() {
        return PURPOSE_NUMBERS.size();
    }

    private static final class Reading {
        private final HashSet<String> seen = new HashSet<>();
        private final List<String> unknownCritical = new ArrayList<>();
        private final List<String> repeated = new ArrayList<>();
        private boolean criticalConstraints;
        private boolean authority;
        private OptionalInt pathLength = OptionalInt.empty();
        private OptionalInt keyUsage = OptionalInt.empty();
        private Optional<List<Integer>> purposes = Optional.empty();
        private boolean criticalPurposes;
        private Optional<Octets> subjectKeyId = Optional.empty();
        private Optional<Octets> authorityKeyId = Optional.empty();

        void add(Asn1 extension) throws BrokenRuleException {
            var fields = extension.sequence(2, 3);
            var type = fields.getFirst().expect(Asn1.OBJECT_ID).hex();
            boolean critical = fields.size() == 3 && fields.get(1).truth();
            require(critical == (fields.size() == 3), MatterRule.STRUCTURE, "FALSE is spelled out");
            if (!seen.add(type) && !type.equals(DISTRIBUTION_POINTS)) {
                repeated.add(type);
            }
            var value = fields.getLast().expect(Asn1.OCTET_STRING);
            switch (type) {
                case BASIC_CONSTRAINTS -> readConstraints(value.inside(), critical);
                case KEY_USAGE -> keyUsage = critical ? readUsage(value.inside()) : OptionalInt.empty();
                case EXTENDED_KEY_USAGE -> readPurposes(value.inside(), critical);
                case SUBJECT_KEY_ID ->
                    subjectKeyId = Optional.of(
                            new Octets(value.inside().expect(Asn1.OCTET_STRING).content()));
                case AUTHORITY_KEY_ID -> readAuthority(value.inside());
                default -> {
                    if (critical) {
                        unknownCritical.add(type);
                    }
                }
            }
        }

        private void readConstraints(Asn1 constraints, boolean critical) throws BrokenRuleException {
            criticalConstraints = critical;
            var fields = constraints.sequence(0, 2);
            int next = 0;
            if (next < fields.size() && fields.get(next).tag() == Asn1.BOOLEAN) {
                authority = fields.get(next++).truth();
                require(authority, MatterRule.STRUCTURE, "FALSE is spelled out");
            }
            if (next < fields.size()) {
                pathLength = OptionalInt.of(fields.get(next++).number());
            }
            require(next == fields.size(), MatterRule.STRUCTURE, "basic constraints with more fields");
        }

        private static OptionalInt readUsage(Asn1 usage) throws BrokenRuleException {
            var content = usage.expect(Asn1.BIT_STRING).content();
            require(content.length >= 1 && content.length <= 3, MatterRule.KEY_USAGE, "key usage of odd length");
            int bits = 0;
            for (int bit = 0; bit < (content.length - 1) * Byte.SIZE; bit++) {
                bits |= ((content[1 + bit / Byte.SIZE] >> (7 - bit % Byte.SIZE)) & 1) << bit;
            }
            var canonical = Asn1.read(Asn1Writer.namedBits(bits)).hex();
            require(canonical.equals(usage.hex()), MatterRule.STRUCTURE, "key usage with zeros at its end");
            return OptionalInt.of(bits);
        }

        private void readPurposes(Asn1 list, boolean critical) throws BrokenRuleException {
            var read = new ArrayList<Integer>();
            for (var purpose : list.sequence(1, MOST)) {
                var id = purpose.expect(Asn1.OBJECT_ID).hex();
                int number = id.length() == PURPOSES_ARC.length() + 2 && id.startsWith(PURPOSES_ARC)
                        ? Integer.parseInt(id, PURPOSES_ARC.length(), id.length(), 16)
                        : 0;
                read.add(1 + PURPOSE_NUMBERS.indexOf(number));
            }
            purposes = Optional.of(read);
            criticalPurposes = critical;
        }

        private void readAuthority(Asn1 authorityKey) throws BrokenRuleException {
            var fields = authorityKey.sequence(0, 3);
            if (!fields.isEmpty() && fields.getFirst().tag() == KEY_ID_CONTEXT) {
                authorityKeyId = Optional.of(new Octets(fields.getFirst().content()));
            }
        }

        MatterExtensions done() {
            return new MatterExtensions(
                    criticalConstraints,
                    authority,
                    pathLength,
                    keyUsage,
                    purposes,
                    criticalPurposes,
                    subjectKeyId,
                    authorityKeyId,
                    unknownCritical,
                    repeated);
        }
    }
}
