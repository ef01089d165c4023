package org.ridgeline.weka.gui;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.Document;
import org.ridgeline.Parameter;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Regularizers;
import org.ridgeline.TextForm;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.plot.Look;

/**
 * A text form as a form: a choice of the installed regularizers, a field for each parameter of the chosen one, and the text,
 * which may be typed as well.
 */
public final class RegularizerForm extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int COLUMNS = 40;
    private static final int LABEL = 90;

    private final transient Regularizers known = InstalledRegularizers.load();
    private final transient Consumer<String> listener;
    private final transient JComboBox<String> names =
            new JComboBox<>(known.names().toArray(new String[0]));
    private final transient JTextArea summary = note();
    private final transient JPanel fields = new JPanel(new GridBagLayout());
    private final transient JTextField text = new JTextField(COLUMNS);
    private final transient JTextArea problem = note();
    /** The field of each parameter of the chosen regularizer. */
    private final transient Map<String, JTextField> arguments = new LinkedHashMap<>();
    /** While one part of the form follows another. */
    private boolean following;

    /**
     * A form of a text form.
     *
     * @param given perhaps not one of an installed regularizer
     * @param listener told of every text that is made or typed, right or wrong
     */
    public RegularizerForm(String given, Consumer<String> listener) {
        super(new BorderLayout(0, 6));
        this.listener = listener;
        names.setName("name");
        text.setName("text");
        problem.setName("problem");
        problem.setForeground(new Color(Look.DOUBT.rgb()));
        JPanel top = new JPanel(new GridBagLayout());
        row(top, 0, "Regularizer", KeyEvent.VK_R, names, "The installed regularizers");
        top.add(summary, place(1, 1));
        JPanel bottom = new JPanel(new GridBagLayout());
        row(bottom, 0, "Text form", KeyEvent.VK_T, text, "The same in every host and on the command line");
        bottom.add(problem, place(1, 1));
        add(top, BorderLayout.NORTH);
        add(fields, BorderLayout.CENTER);
        add(bottom, BorderLayout.SOUTH);
        text.setText(given);
        followText();
        names.addActionListener(e -> {
            if (!following) {
                choose(names.getItemAt(names.getSelectedIndex()), Map.of());
                followFields();
            }
        });
        onChange(text.getDocument(), () -> {
            followText();
            listener.accept(text.getText());
        });
    }

    /** Text that is as long as it must be, in lines that make no dialog wide. */
    private static JTextArea note() {
        JTextArea note = new JTextArea(2, COLUMNS);
        note.setEditable(false);
        note.setFocusable(false);
        note.setOpaque(false);
        note.setLineWrap(true);
        note.setWrapStyleWord(true);
        note.setFont(UIManager.getFont("Label.font"));
        return note;
    }

    private void onChange(Document document, Runnable action) {
        document.addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                change();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                change();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                change();
            }

            private void change() {
                if (!following) {
                    action.run();
                }
            }
        });
    }

    private static GridBagConstraints place(int column, int row) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.weightx = column;
        place.anchor = GridBagConstraints.LINE_START;
        place.fill = GridBagConstraints.HORIZONTAL;
        place.insets = new Insets(2, 3, 2, 3);
        return place;
    }

    private static void row(JPanel panel, int row, String name, int mnemonic, JComponent field, String tip) {
        JLabel label = new JLabel(name);
        label.setLabelFor(field);
        // The three parts of the form have their fields below one another.
        Dimension size = label.getPreferredSize();
        label.setPreferredSize(new Dimension(Math.max(size.width, LABEL), size.height));
        label.setToolTipText(tip);
        if (mnemonic != KeyEvent.VK_UNDEFINED) {
            label.setDisplayedMnemonic(mnemonic);
        }
        field.setToolTipText(tip);
        panel.add(label, place(0, row));
        panel.add(field, place(1, row));
    }

    /** Shows the parameters of a regularizer, with some arguments. */
    private void choose(String name, Map<String, String> given) {
        RegularizerProvider provider = known.provider(name);
        summary.setText(provider.summary());
        fields.removeAll();
        arguments.clear();
        for (Parameter parameter : provider.parameters()) {
            JTextField field = new JTextField(COLUMNS);
            field.setName("argument " + parameter.name());
            String unset = parameter
                    .defaultValue()
                    .map(value -> value instanceof Double number ? TextForm.number(number) : value.toString())
                    .orElse("");
            field.setText(given.getOrDefault(parameter.name(), unset));
            onChange(field.getDocument(), this::followFields);
            arguments.put(parameter.name(), field);
            row(
                    fields,
                    arguments.size(),
                    parameter.name(),
                    KeyEvent.VK_UNDEFINED,
                    field,
                    parameter.meaning() + ": " + parameter.kind().wanted());
        }
        revalidate();
        repaint();
    }

    /** Makes the text from the fields. An empty field is an argument that is not given. */
    private void followFields() {
        StringBuilder made = new StringBuilder();
        arguments.forEach((name, field) -> {
            if (!field.getText().isBlank()) {
                made.append(made.isEmpty() ? "(" : ",")
                        .append(name)
                        .append('=')
                        .append(field.getText().strip());
            }
        });
        String whole = names.getItemAt(names.getSelectedIndex()) + made + (made.isEmpty() ? "" : ")");
        following = true;
        text.setText(whole);
        following = false;
        check();
        listener.accept(whole);
    }

    /** Makes the fields from the text, if it is one that can be understood. */
    private void followText() {
        if (check()) {
            TextForm form = TextForm.parse(text.getText());
            following = true;
            names.setSelectedItem(form.name());
            choose(form.name(), form.arguments());
            following = false;
        }
    }

    /** Says what is wrong with the text. */
    private boolean check() {
        try {
            known.parse(text.getText());
            problem.setText("");
            return true;
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            return false;
        }
    }
}
