package org.ridgeline.weka.plot;

import org.ridgeline.TextForm;

/** Puts a CSV text together, line by line; names are quoted where they need it. */
public final class Csv {

    private final StringBuilder text = new StringBuilder();

    /** Nothing yet. */
    public Csv() {}

    /**
     * One more line.
     *
     * @param cells numbers, which are written with all their digits, and names
     * @return this
     */
    public Csv line(Object... cells) {
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
