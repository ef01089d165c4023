package org.ridgeline.weka.gui;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * What mouse and keys do in the picture of a path. Pointing at a line names it, a click isolates it, with Ctrl beside others;
 * a click or a drag elsewhere chooses λ. With keys: left and right for λ, up and down for the line, Enter to isolate it,
 * Escape to show all.
 */
final class PathControls {

    private final PathView view;
    private final Selection selection;

    private PathControls(PathView view, Selection selection) {
        this.view = view;
        this.selection = selection;
    }

    static void install(PathView view, Selection selection) {
        PathControls controls = new PathControls(view, selection);
        Mouse mouse = controls.new Mouse();
        view.addMouseListener(mouse);
        view.addMouseMotionListener(mouse);
        controls.key("LEFT", () -> selection.setLambda(selection.lambda() - 1));
        controls.key("RIGHT", () -> selection.setLambda(selection.lambda() + 1));
        controls.key("PAGE_UP", () -> selection.setLambda(selection.lambda() - 10));
        controls.key("PAGE_DOWN", () -> selection.setLambda(selection.lambda() + 10));
        controls.key("HOME", () -> selection.setLambda(0));
        controls.key("END", () -> selection.setLambda(Integer.MAX_VALUE));
        controls.key("UP", () -> controls.point(-1));
        controls.key("DOWN", () -> controls.point(1));
        controls.key("ENTER", () -> controls.isolate(false));
        controls.key("SPACE", () -> controls.isolate(false));
        controls.key("ctrl SPACE", () -> controls.isolate(true));
        controls.key("ESCAPE", () -> {
            selection.setPointed(-1);
            selection.setIsolated(Set.of());
        });
    }

    private void key(String stroke, Runnable action) {
        view.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
        view.getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                action.run();
            }
        });
    }

    private void isolate(boolean withOthers) {
        if (selection.pointed() >= 0) {
            selection.toggleIsolated(selection.pointed(), withOthers);
        }
    }

    /** Points at the next line up or down, at the λ that is looked at. */
    private void point(int step) {
        @Nullable PathStudy study = selection.study();
        if (study == null) {
            return;
        }
        List<Integer> columns = study.kept(selection.lambda(), selection.output()).rows().stream()
                .sorted((a, b) -> Double.compare(b.standardized(), a.standardized()))
                .map(KeptCoefficients.Row::column)
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        int at = columns.indexOf(selection.pointed());
        int next = at < 0 ? (step > 0 ? 0 : columns.size() - 1) : Math.floorMod(at + step, columns.size());
        selection.setPointed(Objects.requireNonNull(columns.get(next)));
    }

    private final class Mouse extends MouseAdapter {
        private boolean dragsLambda;

        @Override
        public void mouseMoved(MouseEvent e) {
            selection.setPointed(view.columnAt(e.getX(), e.getY()));
        }

        @Override
        public void mouseExited(MouseEvent e) {
            selection.setPointed(-1);
        }

        @Override
        public void mousePressed(MouseEvent e) {
            view.requestFocusInWindow();
            int column = view.columnAt(e.getX(), e.getY());
            dragsLambda = column < 0;
            if (column >= 0) {
                selection.toggleIsolated(column, (e.getModifiersEx() & InputEvent.CTRL_DOWN_MASK) != 0);
            } else {
                chooseLambda(e);
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (dragsLambda) {
                chooseLambda(e);
            }
        }

        private void chooseLambda(MouseEvent e) {
            int k = view.lambdaAt(e.getX(), e.getY());
            if (k >= 0) {
                selection.setLambda(k);
            } else if (e.getID() == MouseEvent.MOUSE_PRESSED) {
                selection.setIsolated(Set.of());
            }
        }
    }
}
