package org.ridgeline.weka.gui;

import javax.swing.JFrame;
import weka.core.Instances;
import weka.gui.explorer.Explorer;

/** Weka's Explorer as its own program opens it, with the installed packages. */
record ExplorerWindow(JFrame frame, Explorer explorer) implements WekaWindow {

    static ExplorerWindow open(int width, int height) {
        WekaWindow.loadPackages();
        return User.see(() -> {
            Explorer explorer = new Explorer();
            return new ExplorerWindow(WekaWindow.frame(explorer, width, height), explorer);
        });
    }

    @Override
    public void load(Instances data) {
        User.act(() -> explorer.getPreprocessPanel().setInstances(data));
    }

    @Override
    public void show(String title) {
        User.act(() -> explorer.getTabbedPane()
                .setSelectedIndex(explorer.getTabbedPane().indexOfTab(title)));
    }

    @Override
    public boolean shows(String title) {
        return explorer.getTabbedPane().getSelectedIndex()
                == explorer.getTabbedPane().indexOfTab(title);
    }
}
