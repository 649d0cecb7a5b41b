package org.hearthkey.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rows of text in columns as wide as their widest cell.
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        rows.add(Stream.of(cells).map(Plain::text).toList());
    }

    Stream<String> lines() {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            line.append(cell).repeat(' ', widths[column] - cell.length()).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
