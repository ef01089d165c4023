package org.ridgeline.weka.gui;

import java.awt.BorderLayout;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JFrame;
import weka.core.Instances;
import weka.core.WekaPackageManager;
import weka.core.converters.ConverterUtils.DataSource;
import weka.gui.GenericObjectEditor;
import weka.gui.LookAndFeel;

/** One of Weka's programs in a window, with the installed packages. */
interface WekaWindow {

    JFrame frame();

    /** Works on a data set, as if it had been opened. */
    void load(Instances data);

    /** Brings a panel to the front. */
    void show(String title);

    /** Whether a panel is in front. */
    boolean shows(String title);

    default void load(Path file) throws Exception {
        load(DataSource.read(file.toString()));
    }

    /** What Weka's own programs do before they open a window. */
    static void loadPackages() {
        WekaPackageManager.loadPackages(false, false, true);
        LookAndFeel.setLookAndFeel();
        GenericObjectEditor.determineClasses();
    }

    static JFrame frame(JComponent content, int width, int height) {
        JFrame frame = new JFrame("Weka");
        frame.getContentPane().add(content, BorderLayout.CENTER);
        frame.pack();
        frame.setSize(width, height);
        frame.setVisible(true);
        return frame;
    }
}
