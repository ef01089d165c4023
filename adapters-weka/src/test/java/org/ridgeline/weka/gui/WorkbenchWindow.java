package org.ridgeline.weka.gui;

import javax.swing.JComponent;
import javax.swing.JFrame;
import weka.core.Instances;
import weka.gui.Perspective;
import weka.gui.WorkbenchApp;

/** Weka's Workbench, of which our tab is a perspective. */
record WorkbenchWindow(JFrame frame, WorkbenchApp workbench) implements WekaWindow {

    static WorkbenchWindow open(int width, int height) {
        WekaWindow.loadPackages();
        return User.see(() -> {
            WorkbenchApp workbench = new WorkbenchApp();
            JFrame frame = WekaWindow.frame(workbench, width, height);
            workbench.showMenuBar(frame);
            return new WorkbenchWindow(frame, workbench);
        });
    }

    @Override
    public void load(Instances data) {
        User.act(() -> workbench.getMainPerspective().setInstances(data));
    }

    @Override
    public void show(String title) {
        User.act(() -> workbench
                .getPerspectiveManager()
                .setActivePerspective(perspective(title).getPerspectiveID()));
    }

    @Override
    public boolean shows(String title) {
        return ((JComponent) perspective(title)).isShowing();
    }

    private Perspective perspective(String title) {
        return workbench.getPerspectiveManager().getVisiblePerspectives().stream()
                .filter(perspective -> perspective.getPerspectiveTitle().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no perspective '" + title + "'"));
    }
}
