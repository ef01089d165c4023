package org.ridgeline.weka.gui;

import java.awt.Component;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Choices;

/** The coefficients that are not zero at the λ that is looked at, largest first; selected rows are isolated in the picture. */
final class CoefficientTable extends JTable {

    private static final long serialVersionUID = 1;
    /** In place of a column of the data. */
    private static final int INTERCEPT = -1;

    private final transient Selection selection;
    private final PathView view;
    private final Model model = new Model();
    /** While rows are selected by the program rather than the user. */
    private boolean following;

    private transient @Nullable PathStudy study;
    private int lambda;
    private int output;

    CoefficientTable(Selection selection, PathView view) {
        this.selection = selection;
        this.view = view;
        setName("coefficients");
        setModel(model);
        setFillsViewportHeight(true);
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setToolTipText("Coefficients that are not zero; select rows to isolate their lines");
        getAccessibleContext().setAccessibleName("Kept attributes");
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setFont(getTableHeader().getFont().deriveFont(Font.PLAIN));
        getColumnModel().getColumn(0).setPreferredWidth(115);
        getColumnModel().getColumn(1).setPreferredWidth(72);
        getColumnModel().getColumn(2).setPreferredWidth(92);
        DefaultTableCellRenderer names = new Names();
        getColumnModel().getColumn(0).setCellRenderer(names);
        for (int column = 1; column < 3; column++) {
            DefaultTableCellRenderer numbers = new DefaultTableCellRenderer();
            numbers.setHorizontalAlignment(SwingConstants.RIGHT);
            getColumnModel().getColumn(column).setCellRenderer(numbers);
        }
        setRowHeight(Math.max(getRowHeight(), getFontMetrics(getFont()).getHeight() + 2));
        selectionModel.addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting() && !following) {
                isolateSelected();
            }
        });
        selection.addListener(this::follow);
        view.addDrawnListener(this::repaint);
    }

    private void isolateSelected() {
        Set<Integer> columns = new TreeSet<>();
        for (int row : getSelectedRows()) {
            if (model.rows.get(row).column() != INTERCEPT) {
                columns.add(model.rows.get(row).column());
            }
        }
        selection.setIsolated(columns);
    }

    private void follow() {
        following = true;
        if (study != selection.study() || lambda != selection.lambda() || output != selection.output()) {
            study = selection.study();
            lambda = selection.lambda();
            output = selection.output();
            model.fill(study, lambda, output);
        }
        clearSelection();
        for (int row = 0; row < model.rows.size(); row++) {
            if (selection.isolated().contains(model.rows.get(row).column())) {
                addRowSelectionInterval(row, row);
            }
        }
        following = false;
        repaint();
    }

    /** Names, that of the line that is pointed at in bold. */
    private final class Names extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, @Nullable Object value, boolean selected, boolean focus, int row, int column) {
            Component cell = super.getTableCellRendererComponent(table, value, selected, focus, row, column);
            boolean pointed = selection.pointed() >= 0 && model.rows.get(row).column() == selection.pointed();
            setIconTextGap(3);
            cell.setFont(pointed ? cell.getFont().deriveFont(Font.BOLD) : cell.getFont());
            setToolTipText(String.valueOf(value));
            setIcon(new Swatch(view.pen(model.rows.get(row).column())));
            return cell;
        }
    }

    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1;
        private static final List<String> HEADS = List.of("Attribute", "Coefficient", "Standardized");

        private transient List<KeptCoefficients.Row> rows = List.of();
        private transient @Nullable PathStudy study;

        void fill(@Nullable PathStudy study, int lambda, int output) {
            this.study = study;
            List<KeptCoefficients.Row> filled = new ArrayList<>();
            if (study != null) {
                KeptCoefficients.Output kept = study.kept(lambda, output);
                if (output != PathStudy.NORMS) {
                    filled.add(new KeptCoefficients.Row(INTERCEPT, kept.intercept(), kept.standardizedIntercept()));
                }
                filled.addAll(kept.rows());
            }
            rows = filled;
            fireTableDataChanged();
        }

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return HEADS.size();
        }

        @Override
        public String getColumnName(int column) {
            return HEADS.get(column);
        }

        @Override
        public Object getValueAt(int row, int column) {
            KeptCoefficients.Row cell = rows.get(row);
            return switch (column) {
                case 0 -> cell.column() == INTERCEPT || study == null ? "(intercept)" : study.column(cell.column());
                case 1 -> Choices.rounded(cell.coefficient());
                default -> Choices.rounded(cell.standardized());
            };
        }
    }
}
