package org.ridgeline.weka.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.PathPicture.Show;
import weka.classifiers.AbstractClassifier;
import weka.core.Instances;
import weka.core.regularizers.ElasticNet;
import weka.core.regularizers.Regularizer;
import weka.gui.GUIApplication;
import weka.gui.GenericObjectEditor;
import weka.gui.Logger;
import weka.gui.PropertyPanel;
import weka.gui.SysErrLog;
import weka.gui.TaskLogger;
import weka.gui.explorer.Explorer;

/** Everything in the tab: the form, the picture, the slider and the coefficients. */
public final class PathWorkspace extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int FORM_WIDTH = 200;
    private static final int TABLE_WIDTH = 290;

    private final transient Selection selection = new Selection();
    private final transient Supplier<Optional<ClassifyTab>> classify;
    private final transient SaveDialog saving = new SaveDialog();
    private final transient PropertyPanel regularizer;
    private final transient SettingsPanel form;
    private final transient PathView view = new PathView(selection);
    private final transient JButton start = new JButton("Start");
    private final transient JButton stop = new JButton("Stop");
    private final transient JButton use = new JButton("Use this lambda in Classify");
    private final transient JButton save = new JButton("Save...");
    private final transient JProgressBar progress = new JProgressBar();

    private transient Logger log = new SysErrLog();
    private transient @Nullable Instances instances;
    private transient @Nullable PathRun run;
    private transient @Nullable Reports reports;

    /**
     * An empty workspace.
     *
     * @param explorer gives the Explorer that it is in, or null
     * @param application gives the Workbench that it is in, or null
     */
    public PathWorkspace(Supplier<@Nullable Explorer> explorer, Supplier<@Nullable GUIApplication> application) {
        super(new BorderLayout(4, 4));
        this.classify = () -> ClassifyTab.beside(explorer.get(), application.get());
        GenericObjectEditor editor = new GenericObjectEditor();
        editor.setClassType(Regularizer.class);
        editor.setValue(new ElasticNet());
        this.regularizer = new PropertyPanel(editor);
        regularizer.setName("regularizer");
        this.form = new SettingsPanel(editor);
        JPanel top = new JPanel(new BorderLayout());
        top.setBorder(BorderFactory.createTitledBorder("Regularizer"));
        top.add(regularizer, BorderLayout.CENTER);
        add(top, BorderLayout.NORTH);
        add(left(), BorderLayout.WEST);
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, middle(), right());
        split.setResizeWeight(1);
        split.setBorder(null);
        add(split, BorderLayout.CENTER);
        selection.addListener(this::enableButtons);
        enableButtons();
    }

    private JPanel left() {
        start.setName("start");
        start.setMnemonic(KeyEvent.VK_S);
        start.setToolTipText("Computes the path");
        start.addActionListener(e -> start());
        stop.setName("stop");
        stop.setMnemonic(KeyEvent.VK_T);
        stop.setToolTipText("Stops the computation");
        stop.addActionListener(e -> stop());
        progress.setName("progress");
        progress.setStringPainted(true);
        progress.setString("");
        JPanel buttons = new JPanel(new GridLayout(1, 2, 4, 0));
        buttons.add(start);
        buttons.add(stop);
        JPanel bottom = new JPanel(new BorderLayout(0, 4));
        bottom.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
        bottom.add(buttons, BorderLayout.NORTH);
        bottom.add(progress, BorderLayout.SOUTH);
        JPanel stacked = new JPanel(new BorderLayout(0, 4));
        stacked.add(form, BorderLayout.NORTH);
        stacked.add(bottom, BorderLayout.CENTER);
        JPanel left = new JPanel(new BorderLayout());
        left.add(stacked, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(left);
        scroll.setBorder(null);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel column = new JPanel(new BorderLayout());
        column.add(scroll, BorderLayout.CENTER);
        column.add(Box.createHorizontalStrut(FORM_WIDTH), BorderLayout.NORTH);
        return column;
    }

    private JPanel middle() {
        JComboBox<Show> show = new JComboBox<>(Show.values());
        show.setName("show");
        show.addActionListener(e -> selection.setShow(show.getItemAt(show.getSelectedIndex())));
        JPanel what = new JPanel(new BorderLayout(4, 0));
        JLabel label = new JLabel("Show");
        label.setDisplayedMnemonic(KeyEvent.VK_H);
        label.setLabelFor(show);
        what.add(label, BorderLayout.WEST);
        what.add(show, BorderLayout.CENTER);
        JPanel choices = new JPanel(new BorderLayout(8, 0));
        choices.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 0));
        choices.add(what, BorderLayout.WEST);
        choices.add(outputs(), BorderLayout.CENTER);
        JPanel middle = new JPanel(new BorderLayout(0, 2));
        middle.add(choices, BorderLayout.NORTH);
        middle.add(view, BorderLayout.CENTER);
        middle.add(new LambdaBar(selection, view), BorderLayout.SOUTH);
        return middle;
    }

    /** The class whose coefficients are shown: a choice if there are more than two. */
    private JPanel outputs() {
        JComboBox<Integer> box = new JComboBox<>();
        box.setName("output");
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, @Nullable Object value, int index, boolean selected, boolean focus) {
                PathStudy study = selection.study();
                Object text = value instanceof Integer output && study != null ? study.output(output) : value;
                return super.getListCellRendererComponent(list, text, index, selected, focus);
            }
        });
        JLabel label = new JLabel("Output");
        label.setDisplayedMnemonic(KeyEvent.VK_P);
        label.setLabelFor(box);
        // As names may be long, the box has the room that there is.
        box.setPrototypeDisplayValue(0);
        JPanel panel = new JPanel(new BorderLayout(4, 0));
        panel.add(label, BorderLayout.WEST);
        panel.add(box, BorderLayout.CENTER);
        panel.setVisible(false);
        box.addActionListener(e -> {
            if (box.getSelectedIndex() >= 0) {
                selection.setOutput(box.getItemAt(box.getSelectedIndex()));
            }
        });
        PathStudy[] known = {null};
        selection.addListener(() -> {
            PathStudy study = selection.study();
            if (study != known[0]) {
                known[0] = study;
                box.removeAllItems();
                if (study != null) {
                    for (int output = study.outputs() > 1 ? PathStudy.NORMS : 0; output < study.outputs(); output++) {
                        box.addItem(output);
                    }
                }
                panel.setVisible(study != null && study.isNominal());
            }
        });
        return panel;
    }

    private JPanel right() {
        use.setName("use");
        use.setMnemonic(KeyEvent.VK_U);
        use.setToolTipText("Sets up a classifier in the Classify tab that trains the model shown here");
        use.addActionListener(e -> useInClassify());
        save.setName("save");
        save.setMnemonic(KeyEvent.VK_E);
        save.setToolTipText("Saves the picture as PNG or SVG, or the numbers as CSV");
        save.addActionListener(e -> {
            PathStudy study = selection.study();
            if (study != null) {
                saving.show(this, study, view, this::say);
            }
        });
        JPanel buttons = new JPanel(new GridLayout(2, 1, 0, 3));
        buttons.add(use);
        buttons.add(save);
        JPanel right = new JPanel(new BorderLayout(0, 4));
        right.setBorder(BorderFactory.createTitledBorder("Kept attributes"));
        right.add(new JScrollPane(new CoefficientTable(selection, view)), BorderLayout.CENTER);
        right.add(buttons, BorderLayout.SOUTH);
        right.setPreferredSize(new Dimension(TABLE_WIDTH, 100));
        return right;
    }

    /**
     * Where messages go.
     *
     * @param newLog Weka's log
     */
    public void setLog(Logger newLog) {
        log = newLog;
    }

    /**
     * Whether there are data.
     *
     * @return false before the first
     */
    public boolean hasInstances() {
        return instances != null;
    }

    /**
     * Works on other data; a path of the data before is not shown any more, and not computed further.
     *
     * @param data with any class
     */
    public void setInstances(Instances data) {
        stop();
        if (reports != null) {
            reports.obsolete = true;
        }
        instances = data;
        form.setInstances(data);
        selection.setStudy(null);
        enableButtons();
    }

    private void enableButtons() {
        boolean running = run != null;
        start.setEnabled(!running && instances != null);
        stop.setEnabled(running);
        boolean any = selection.study() != null;
        use.setEnabled(any);
        save.setEnabled(any);
    }

    private void start() {
        Instances data = instances;
        if (run != null || data == null) {
            return;
        }
        StudySettings settings;
        try {
            settings = form.settings();
        } catch (IllegalArgumentException e) {
            complain(e);
            return;
        }
        regularizer.addToHistory();
        log.logMessage("Started a regularization path of " + data.relationName());
        log.statusMessage("Computing the path...");
        if (log instanceof TaskLogger tasks) {
            tasks.taskStarted();
        }
        progress.setIndeterminate(true);
        progress.setString("path of all instances");
        reports = new Reports(settings.validates() ? " paths" : " lambdas");
        run = PathRun.start(data, settings, reports);
        form.setEnabled(false);
        enableButtons();
    }

    /** Ends what is computed, if anything is. */
    public void stop() {
        if (run != null) {
            run.stop();
        }
    }

    /** Follows a run, and drops what it gives if the data are others by then. */
    private final class Reports implements PathRun.Listener {
        private final String unit;
        private boolean obsolete;

        Reports(String unit) {
            this.unit = unit;
        }

        @Override
        public void progressed(int done, int total) {
            progress.setIndeterminate(false);
            progress.setMaximum(total);
            progress.setValue(done);
            progress.setString(done + " of " + total + unit);
            log.statusMessage("Computing the path: " + done + " of " + total + unit);
        }

        @Override
        public void finished(PathStudy study) {
            ended(study.summary(), "OK");
            if (!obsolete) {
                selection.setStudy(study);
            }
        }

        @Override
        public void stopped() {
            ended("Stopped the regularization path", "Stopped");
        }

        @Override
        public void failed(Throwable reason) {
            ended("No regularization path: " + reason, "See error log");
            complain(reason);
        }

        private void ended(String message, String status) {
            run = null;
            progress.setIndeterminate(false);
            progress.setValue(0);
            progress.setString("");
            form.setEnabled(true);
            enableButtons();
            log.logMessage(message);
            log.statusMessage(status);
            if (log instanceof TaskLogger tasks) {
                tasks.taskFinished();
            }
        }
    }

    private void useInClassify() {
        PathStudy study = selection.study();
        if (study == null || instances == null) {
            return;
        }
        double lambda = study.path().lambda(selection.lambda());
        try {
            Optional<ClassifyTab> tab = classify.get();
            if (tab.isEmpty()) {
                throw new IllegalStateException("There is no Classify tab; make it visible in the settings");
            }
            AbstractClassifier classifier = ClassifierSetup.of(study.isNominal(), study.settings(), lambda);
            tab.get().use(classifier, study.settings().classIndex());
            say("Set up a classifier with lambda = " + Choices.rounded(lambda) + " in Classify");
        } catch (Exception e) {
            complain(e);
        }
    }

    private void say(String message) {
        log.logMessage(message);
        log.statusMessage(message);
    }

    private void complain(Throwable reason) {
        String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        log.logMessage(message);
        JOptionPane.showMessageDialog(this, message, "Regularization path", JOptionPane.ERROR_MESSAGE);
    }
}
