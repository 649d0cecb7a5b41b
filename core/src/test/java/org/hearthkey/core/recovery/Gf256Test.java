package org.hearthkey.core.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Gf256Test {
    /// What takes as long whatever the numbers are.
    private static final Set<Opcode.Kind> STEADY = Set.of(
            Opcode.Kind.LOAD,
            Opcode.Kind.STORE,
            Opcode.Kind.CONSTANT,
            Opcode.Kind.OPERATOR,
            Opcode.Kind.INCREMENT,
            Opcode.Kind.INVOKE,
            Opcode.Kind.BRANCH,
            Opcode.Kind.RETURN);

    @Test
    void isAField() {
        for (int a = 0; a < 256; a++) {
            assertEquals(a == 0 ? 0 : 1, Gf256.multiply(a, Gf256.inverse(a)));
            for (int b = 0; b < 256; b++) {
                assertEquals(Gf256.multiply(b, a), Gf256.multiply(a, b));
            }
        }
        assertEquals(0xc1, Gf256.multiply(0x57, 0x83)); // FIPS 197, section 4.2
    }

    /// In what was compiled: no array is read, nothing is divided, no other class is called, and the only branches end
    /// loops whose counter runs to a constant.
    @Test
    void itsTimeAndItsPlacesInMemoryDoNotDependOnAShare() throws IOException {
        byte[] compiled;
        try (var in = Gf256.class.getResourceAsStream("Gf256.class")) {
            compiled = Objects.requireNonNull(in).readAllBytes();
        }
        var methods = ClassFile.of().parse(compiled).methods().stream()
                .filter(method -> !method.methodName().equalsString("<init>"))
                .toList();
        assertEquals(2, methods.size());
        methods.forEach(Gf256Test::isSteady);
    }

    private static void isSteady(MethodModel method) {
        var name = method.methodName().stringValue();
        var steps = method.code()
                .orElseThrow()
                .elementStream()
                .filter(Instruction.class::isInstance)
                .toList();
        assertTrue(steps.size() > 20, name);
        var counters = steps.stream()
                .filter(IncrementInstruction.class::isInstance)
                .map(step -> ((IncrementInstruction) step).slot())
                .collect(Collectors.toSet());
        for (int i = 0; i < steps.size(); i++) {
            var opcode = ((Instruction) steps.get(i)).opcode();
            assertTrue(STEADY.contains(opcode.kind()), name + " has " + opcode);
            assertTrue(opcode != Opcode.IDIV && opcode != Opcode.IREM, name + " divides");
            if (steps.get(i) instanceof BranchInstruction && opcode != Opcode.GOTO) {
                assertTrue(comparesACounter(steps.subList(i - 2, i), counters), name + " branches by a value");
            }
        }
    }

    private static boolean comparesACounter(List<? extends CodeElement> before, Set<Integer> counters) {
        return before.get(0) instanceof LoadInstruction loaded
                && counters.contains(loaded.slot())
                && before.get(1) instanceof ConstantInstruction;
    }
}
