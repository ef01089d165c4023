package org.ridgeline.cli;

import org.ridgeline.TextForm;

/** Puts a CSV text together, line by line; names are quoted where they need it. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    /** One more line, of numbers with all their digits and of names. */
    Csv line(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        text.append('\n');
        return this;
    }

    private static String cell(Object cell) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? TextForm.number(number) : number.toString();
        }
        String name = cell.toString();
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
