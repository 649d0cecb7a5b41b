package org.hearthkey.core.approve;

import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.RequestCode;

/// What a label says for and against its device by itself, before it is held against a home.
public final class CodeRules {
    private static final String CLAUSE = "IEEE 802.1AR-2018, section 6";

    private CodeRules() {}

    /// What the code is worth as proof of identity, then what speaks against it. A request is no label.
    public static List<Finding> look(Code code) {
        return code instanceof RequestCode
                ? List.of()
                : Stream.concat(Stream.of(worth(code)), warnings(code)).toList();
    }

    /// A key that no request can be held against helps where the device pairs, not where its certificate is approved.
    private static Finding worth(Code code) {
        return switch (code.proof()) {
            case BINDS_KEY ->
                code.keyHash().isPresent()
                        ? new Finding("code.binds-key", Weight.SUPPORT, List.of(), CLAUSE)
                        : new Finding("code.binds-key-apart", Weight.NOTE, List.of(), CLAUSE);
            case BINDS_SECRET -> new Finding("code.binds-secret", Weight.NOTE, List.of(), CLAUSE);
            case NAMES_ONLY -> new Finding("code.names-only", Weight.CAUTION, List.of(), CLAUSE);
            case CARRIES -> new Finding("code.carries", Weight.NOTE, List.of(), "BCR-2020-005");
        };
    }

    private static Stream<Finding> warnings(Code code) {
        return code.warnings().stream()
                .map(warning -> new Finding("code." + warning.code(), Weight.CAUTION, List.of(), warning.clause()));
    }
}
