package org.ridgeline.weka.gui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.weka.plot.Choices;

/** Chooses a λ: a slider from the largest to the smallest, and buttons for those that a cross-validation recommends. */
final class LambdaBar extends JPanel {

    private static final long serialVersionUID = 1;
    /** From the end of a slider to the middle of its knob there. */
    private static final int KNOB = 7;

    private final transient Selection selection;
    private final PathView view;
    private final JLabel label = new JLabel("Lambda");
    private final JPanel row = new JPanel(new BorderLayout());
    private final JSlider slider = new JSlider(0, 0, 0);
    private final JLabel readout = new JLabel(" ");
    private final JLabel quality = new JLabel(" ");
    private final JButton best = new JButton("Best");
    private final JButton simple = new JButton("1-SE");

    LambdaBar(Selection selection, PathView view) {
        super(new BorderLayout(6, 0));
        this.selection = selection;
        this.view = view;
        slider.setName("lambda");
        slider.setToolTipText("Lambda, from the largest to the smallest (arrow keys, Page Up, Page Down, Home, End)");
        slider.getAccessibleContext().setAccessibleName("lambda");
        slider.addChangeListener(e -> selection.setLambda(slider.getValue()));
        label.setDisplayedMnemonic(KeyEvent.VK_A);
        label.setLabelFor(slider);
        row.add(label, BorderLayout.WEST);
        row.add(slider, BorderLayout.CENTER);
        readout.setName("readout");
        quality.setName("quality");
        quality.setFont(quality.getFont().deriveFont(Font.PLAIN));
        JPanel texts = new JPanel(new GridLayout(2, 1));
        texts.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 0));
        texts.add(readout);
        texts.add(quality);
        JPanel choices = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 2));
        choices.add(button(best, "best", KeyEvent.VK_B, "The lambda with the smallest mean (cross-validation)"));
        choices.add(button(
                simple,
                "one-se",
                KeyEvent.VK_1,
                "The largest lambda within one standard error of the best (cross-validation)"));
        best.addActionListener(e -> choose(true));
        simple.addActionListener(e -> choose(false));
        add(row, BorderLayout.NORTH);
        add(texts, BorderLayout.CENTER);
        add(choices, BorderLayout.EAST);
        selection.addListener(this::follow);
        view.addDrawnListener(this::align);
        follow();
    }

    private static JButton button(JButton button, String name, int mnemonic, String tip) {
        button.setName(name);
        button.setMnemonic(mnemonic);
        button.setToolTipText(tip);
        return button;
    }

    /** Puts the slider below the axis, so that its knob is below the λ in the picture. */
    private void align() {
        int room = view.frameLeft() - KNOB;
        int text = label.getPreferredSize().width;
        row.setBorder(BorderFactory.createEmptyBorder(
                0, Math.max(0, room - text), 0, Math.max(0, view.getWidth() - view.frameRight() - KNOB)));
        row.revalidate();
    }

    private void choose(boolean smallest) {
        PathStudy study = selection.study();
        CrossValidationFit fit = study == null ? null : study.validation();
        if (fit != null) {
            selection.setLambda(smallest ? fit.best() : fit.oneStandardError());
        }
    }

    private void follow() {
        PathStudy study = selection.study();
        boolean validated = study != null && study.validation() != null;
        slider.setEnabled(study != null);
        best.setEnabled(validated);
        simple.setEnabled(validated);
        if (study == null) {
            readout.setText(" ");
            quality.setText(" ");
            return;
        }
        int k = selection.lambda();
        if (slider.getMaximum() != study.size() - 1) {
            slider.setMaximum(study.size() - 1);
        }
        slider.setValue(k);
        CrossValidationFit fit = study.validation();
        String choice = fit == null || Choices.of(fit, k).isEmpty() ? "" : " (" + Choices.of(fit, k) + ")";
        show(
                readout,
                "\u03bb = " + Choices.rounded(study.path().lambda(k)) + choice + ": " + study.keptAttributes(k) + " of "
                        + study.attributes() + " attributes kept");
        show(
                quality,
                (study.converged(k) ? "" : "NOT CONVERGED, ")
                        + (fit == null
                                ? ""
                                : fit.measure() + " " + Choices.rounded(fit.mean(k)) + " \u00b1 "
                                        + Choices.rounded(fit.standardError(k)) + ", ")
                        + study.path().certificate(k).toString().replace("relative ", ""));
    }

    private static void show(JLabel label, String text) {
        label.setText(text);
        label.setToolTipText(text);
    }
}
