package org.hearthkey.core.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.attest.MatterRows.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published declarations against our verdicts on them. All are signed by the published test key.
class DeclarationVectorsTest {
    @Test
    void givesTheVerdictOfEveryGivenCase() throws Exception {
        assertEquals(5, verdicts(MatterRows.given()));
    }

    @Test
    void givesTheVerdictOfEveryCaseOfOtherProjects() throws Exception {
        var folder = System.getProperty("hearthkey.upstream", "");
        assumeTrue(!folder.isEmpty(), "hearthkey.upstream names no folder: cases of other projects are not tried");
        try (var json = Files.newInputStream(Path.of(folder, "matter-certs-upstream.json"))) {
            assertEquals(4, verdicts(MatterRows.read(json)));
        }
    }

    private static int verdicts(List<Row> rows) {
        var wrong = new ArrayList<String>();
        int tried = 0;
        for (var row : rows) {
            if (!row.role().equals("CD")) {
                continue;
            }
            tried++;
            if (row.valid() != isSound(row, wrong)) {
                wrong.add(row.toString());
            }
        }
        assertEquals(List.of(), wrong);
        return tried;
    }

    private static boolean isSound(Row row, List<String> wrong) {
        try {
            var declaration = CertificationDeclaration.read(row.data());
            if (!declaration.isSignedBy(KnownTest.declarations())) {
                return false;
            }
            var ours = declaration.facts();
            row.facts().properties().stream()
                    .filter(fact -> ours.containsKey(fact.getKey()))
                    .filter(fact -> !JsonMapper.shared()
                            .<JsonNode>valueToTree(ours.get(fact.getKey()))
                            .toString()
                            .equals(fact.getValue().toString()))
                    .forEach(fact -> wrong.add(row + " " + fact));
            return true;
        } catch (BrokenRuleException broken) {
            return false;
        }
    }
}
