package org.hearthkey.core.ceremony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Under which circumstances a ceremony is held: all that a transcript says beside the steps.
///
/// @param resumed when it was taken up again after it had broken off
/// @param program what ran it
/// @param randomness where the program's random numbers came from
/// @param air codes of what the air check found
/// @param overruled what advised otherwise and was not followed
public record Setting(
        Instant begun,
        List<Instant> resumed,
        Program program,
        String randomness,
        List<Person> people,
        List<String> air,
        List<String> overruled) {
    /// Stands before the code of a finding of the air check that was overruled.
    public static final String AIR = "air ";

    /// What is overruled where a first root is made without a rehearsal.
    public static final String NO_REHEARSAL = "no rehearsal";

    public Setting {
        resumed = List.copyOf(resumed);
        people = List.copyOf(people);
        air = List.copyOf(air);
        overruled = List.copyOf(overruled);
    }

    /// Somebody who takes part.
    ///
    /// @param role as the script calls it
    public record Person(String role, String name) {}

    /// What runs the ceremony.
    ///
    /// @param jars names of the files that the program came in, with the SHA-256 of each
    public record Program(String version, Map<String, String> jars, String java, String system) {
        public Program {
            jars = Map.copyOf(jars);
        }
    }

    Setting resumedAt(Instant at) {
        var again = new ArrayList<>(resumed);
        again.add(at);
        return new Setting(begun, again, program, randomness, people, air, overruled);
    }

    /// The members of this in a document of ours.
    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("begun", begun.toString());
        document.put("resumed", resumed.stream().map(Instant::toString).toList());
        document.put(
                "program",
                Map.of(
                        "version", program.version(),
                        "jars", program.jars(),
                        "java", program.java(),
                        "system", program.system()));
        document.put("randomness", randomness);
        document.put(
                "people",
                people.stream()
                        .map(person -> Map.of("role", person.role(), "name", person.name()))
                        .toList());
        document.put("air", air);
        document.put("overruled", overruled);
        return document;
    }

    static Setting of(Fields fields) {
        var program = fields.inner("program");
        return new Setting(
                fields.instant("begun"),
                fields.texts("resumed").stream().map(Instant::parse).toList(),
                new Program(
                        program.text("version"),
                        program.inner("jars").allTexts(),
                        program.text("java"),
                        program.text("system")),
                fields.text("randomness"),
                fields.inners("people").stream()
                        .map(person -> new Person(person.text("role"), person.text("name")))
                        .toList(),
                fields.texts("air"),
                fields.texts("overruled"));
    }
}
