package org.hearthkey.core.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.attest.MatterRows.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published certificates against our verdicts on them.
class MatterVectorsTest {
    /// What the makers of the cases say of them, and our rule for it.
    private static final Map<String, MatterRule> REASONS = Map.ofEntries(
            Map.entry("not the parent: signature", MatterRule.SIGNATURE),
            Map.entry("extKeyUsage", MatterRule.EXTENDED_KEY_USAGE),
            Map.entry("SKID", MatterRule.SUBJECT_KEY_ID),
            Map.entry("AKID", MatterRule.AUTHORITY_KEY_ID),
            Map.entry("exactly one Matter type id", MatterRule.TYPE_ID),
            Map.entry("critical extension", MatterRule.CRITICAL_EXTENSION),
            Map.entry("CAT", MatterRule.NOC_CAT),
            Map.entry("fabric-id differs", MatterRule.FABRIC_ID),
            Map.entry("serial", MatterRule.SERIAL),
            Map.entry("keyUsage is", MatterRule.KEY_USAGE),
            Map.entry("keyUsage keyCertSign", MatterRule.KEY_USAGE),
            Map.entry("basicConstraints", MatterRule.BASIC_CONSTRAINTS),
            Map.entry("pathLen", MatterRule.BASIC_CONSTRAINTS),
            Map.entry("curve", MatterRule.KEY),
            Map.entry("version 2", MatterRule.VERSION),
            Map.entry("SHA-224", MatterRule.SIGNATURE_ALGORITHM),
            Map.entry("signature algorithm", MatterRule.SIGNATURE_ALGORITHM),
            Map.entry("notBefore", MatterRule.VALIDITY),
            Map.entry("issuer name", MatterRule.ISSUER_NAME),
            Map.entry("oversize", MatterRule.SIZE),
            Map.entry("icac-id in an RCAC", MatterRule.TYPE_ID));

    @Test
    void givesTheVerdictOfEveryGivenCase() throws Exception {
        assertEquals(77, MatterRows.given().size());
        verdicts(
                MatterRows.given(),
                List.of("44 DAC x509-der right DAC, wrong PAI: issuer name is not the parent subject"));
    }

    /// Certificates of other projects, which are not copied here: -Dhearthkey.upstream names their folder.
    @Test
    void givesTheVerdictOfEveryCaseOfOtherProjects() throws Exception {
        var folder = System.getProperty("hearthkey.upstream", "");
        assumeTrue(!folder.isEmpty(), "hearthkey.upstream names no folder: cases of other projects are not tried");
        try (var json = Files.newInputStream(Path.of(folder, "matter-certs-upstream.json"))) {
            var rows = new ArrayList<>(MatterRows.read(json));
            assertEquals(52, rows.size());
            rows.addAll(MatterRows.given());
            verdicts(rows, List.of());
        }
    }

    /// @param alone which cases name a certificate above that is nowhere, so that nobody can judge them
    private static void verdicts(List<Row> rows, List<String> alone) throws Exception {
        var parents = MatterRows.parents(rows);
        var wrong = new ArrayList<String>();
        var alsoAlone = new ArrayList<String>();
        for (var row : rows) {
            if (!row.isCertificate()) {
                continue;
            }
            var breaks = new ArrayList<RuleBreak>();
            try {
                var certificate = row.read();
                breaks.addAll(MatterProfile.check(certificate, row.matterRole()));
                row.parent().ifPresent(_ -> {
                    var parent = Optional.ofNullable(parents.get(MatterRows.parentName(row)));
                    parent.ifPresentOrElse(
                            above -> breaks.addAll(MatterProfile.checkSignedBy(certificate, above)),
                            () -> alsoAlone.add(row.toString()));
                });
                if (row.valid()) {
                    wrong.addAll(otherFacts(row, certificate));
                }
            } catch (BrokenRuleException unreadable) {
                breaks.add(unreadable.broken());
            }
            if (!breaks.isEmpty()) {
                alsoAlone.remove(row.toString());
            }
            if (!alsoAlone.contains(row.toString())
                    && (row.valid() != breaks.isEmpty() || (!row.valid() && !givesReason(row, breaks)))) {
                wrong.add(row + " " + breaks);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals(alone, alsoAlone);
    }

    private static List<String> otherFacts(Row row, MatterCertificate certificate) {
        var ours = certificate.facts();
        return row.facts().properties().stream()
                .filter(fact -> ours.containsKey(fact.getKey()))
                .filter(fact -> !JsonMapper.shared()
                        .<JsonNode>valueToTree(ours.get(fact.getKey()))
                        .equals(fact.getValue()))
                .map(fact -> row + " " + fact.getKey() + " is " + ours.get(fact.getKey()) + " not " + fact.getValue())
                .toList();
    }

    /// What cannot be taken apart breaks the rule of structure, whatever else was done to it.
    private static boolean givesReason(Row row, List<RuleBreak> breaks) {
        return breaks.stream()
                .map(RuleBreak::rule)
                .anyMatch(rule -> rule == MatterRule.STRUCTURE
                        || REASONS.entrySet().stream()
                                .anyMatch(reason -> rule == reason.getValue()
                                        && row.why().orElseThrow().contains(reason.getKey())));
    }
}
