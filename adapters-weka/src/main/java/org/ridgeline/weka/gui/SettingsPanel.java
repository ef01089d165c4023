package org.ridgeline.weka.gui;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.CommandLine;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.regularizers.Regularizer;
import weka.gui.GenericObjectEditor;

/** What a path is asked for with, as a form. */
final class SettingsPanel extends JPanel {

    private static final long serialVersionUID = 1;

    private final GenericObjectEditor regularizer;
    private final JComboBox<String> target = new JComboBox<>();
    private final JTextField count = new JTextField(String.valueOf(StudySettings.COUNT), 5);
    private final JTextField ratio = new JTextField(CommandLine.number(StudySettings.RATIO), 5);
    private final JCheckBox validate = new JCheckBox("Cross-validate", true);
    private final JTextField folds = new JTextField(String.valueOf(StudySettings.FOLDS), 5);
    private final JTextField seed = new JTextField(String.valueOf(StudySettings.SEED), 5);
    private final JComboBox<Measures> measure = new JComboBox<>(Measures.values());
    private final JComboBox<LossScale> lossScale = new JComboBox<>(LossScale.values());
    private final JComboBox<Standardization> standardization = new JComboBox<>(Standardization.values());
    private final JTextField groups = new JTextField(5);
    private final List<JComponent> fields = new ArrayList<>();

    SettingsPanel(GenericObjectEditor regularizer) {
        super(new GridBagLayout());
        this.regularizer = regularizer;
        setBorder(BorderFactory.createTitledBorder("Path"));
        standardization.setSelectedItem(Standardization.SAMPLE);
        lossScale.setSelectedItem(LossScale.MEAN);
        row("Class", KeyEvent.VK_C, target, "class", "The attribute to predict");
        row("Lambdas", KeyEvent.VK_L, count, "count", "How many lambdas, evenly on a log scale");
        row(
                "Ratio",
                KeyEvent.VK_R,
                ratio,
                "ratio",
                "The smallest lambda as a share of that which makes all coefficients zero (for l2, which makes none zero:"
                        + " of that for l1)");
        row("Loss", KeyEvent.VK_O, lossScale, "loss", "What the penalty is added to: the mean loss, or its sum");
        row(
                "Standardize",
                KeyEvent.VK_Z,
                standardization,
                "standardization",
                "Attributes are divided by their deviation before their coefficients are penalized: none, population"
                        + " (1/n), or sample (1/(n-1))");
        row(
                "Groups",
                KeyEvent.VK_G,
                groups,
                "groups",
                "Groups for group penalties: a regular expression whose first capturing group names an attribute's"
                        + " group, such as ^([^_]+)_ (empty: each attribute)");
        validate.setName("validate");
        validate.setMnemonic(KeyEvent.VK_V);
        validate.setToolTipText("Whether each lambda is judged on instances that it was not fitted to");
        GridBagConstraints whole = place(0);
        whole.gridwidth = 2;
        add(validate, whole);
        fields.add(validate);
        row("Folds", KeyEvent.VK_F, folds, "folds", "Into how many parts the instances are dealt out");
        row("Seed", KeyEvent.VK_D, seed, "seed", "Which instances are in which fold");
        row("Measure", KeyEvent.VK_M, measure, "measure", "What lambda is chosen by");
        validate.addActionListener(e -> enableFolds());
    }

    private GridBagConstraints place(int column) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = fields.size();
        place.weightx = column;
        place.fill = GridBagConstraints.HORIZONTAL;
        place.insets = new Insets(1, 3, 1, 3);
        return place;
    }

    private void row(String text, int mnemonic, JComponent field, String name, String tip) {
        JLabel label = new JLabel(text);
        label.setLabelFor(field);
        label.setDisplayedMnemonic(mnemonic);
        label.setToolTipText(tip);
        field.setName(name);
        field.setToolTipText(tip);
        add(label, place(0));
        add(field, place(1));
        fields.add(field);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        fields.forEach(field -> field.setEnabled(enabled));
        enableFolds();
    }

    private void enableFolds() {
        boolean enabled = validate.isEnabled() && validate.isSelected();
        List.of(folds, seed, measure).forEach(field -> field.setEnabled(enabled));
    }

    /** Offers the attributes of other data as the class. */
    void setInstances(Instances data) {
        String[] names = IntStream.range(0, data.numAttributes())
                .mapToObj(data::attribute)
                .map(attribute -> "(" + Attribute.typeToStringShort(attribute) + ") " + attribute.name())
                .toArray(String[]::new);
        target.setPrototypeDisplayValue("(Nom) class");
        target.setModel(new DefaultComboBoxModel<>(names));
        if (names.length > 0) {
            target.setSelectedIndex(data.classIndex() < 0 ? names.length - 1 : data.classIndex());
        }
    }

    /**
     * What the form says.
     *
     * @throws IllegalArgumentException if that is not possible
     */
    StudySettings settings() {
        return new StudySettings(
                copy((Regularizer) regularizer.getValue()),
                target.getSelectedIndex(),
                whole("the number of lambdas", count, 2),
                CommandLine.number("the ratio", ratio.getText().trim(), new Parameter.Real(Interval.open(0, 1))),
                validate.isSelected() ? whole("the number of folds", folds, 2) : 0,
                whole("the seed", seed, Integer.MIN_VALUE),
                chosen(measure),
                chosen(lossScale),
                chosen(standardization),
                groups.getText());
    }

    private static int whole(String what, JTextField field, int least) {
        return CommandLine.whole(what, field.getText().trim(), new Parameter.Whole(least, Integer.MAX_VALUE));
    }

    private static <T> T chosen(JComboBox<T> box) {
        return box.getItemAt(box.getSelectedIndex());
    }

    /** As the object editor changes the one that it shows. */
    private static Regularizer copy(@Nullable Regularizer shown) {
        if (shown == null) {
            throw new IllegalArgumentException("choose a regularizer");
        }
        try {
            return (Regularizer) new SerializedObject(shown).getObject();
        } catch (Exception e) {
            throw new IllegalArgumentException("the regularizer cannot be copied: " + e.getMessage(), e);
        }
    }
}
