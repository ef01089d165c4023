package org.ridgeline.weka.gui;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.filechooser.FileFilter;

/** Our tab as a user sees it: by what is written on it, as its classes are those of another class loader. */
final class PathTab {

    final User user;

    PathTab(User user) {
        this.user = user;
    }

    JButton button(String name) {
        return user.named(JButton.class, name);
    }

    JComponent picture() {
        return user.named(JComponent.class, "path");
    }

    JSlider slider() {
        return user.named(JSlider.class, "lambda");
    }

    JTable table() {
        return user.named(JTable.class, "coefficients");
    }

    String readout() {
        return User.see(user.named(JLabel.class, "readout")::getText);
    }

    /** Starts with the keyboard, and waits for the end. */
    void run() {
        user.press(KeyEvent.VK_ALT, KeyEvent.VK_S);
        user.waitUntil("the path is there", button("save")::isEnabled);
        waitForPicture();
    }

    /** Until the picture is drawn, the slider has not its place below the axis. */
    void waitForPicture() {
        JSlider slider = slider();
        user.waitUntil("the picture is drawn", () -> slider.getX() > 40);
    }

    /** The names and numbers of the table. */
    Map<String, Double> coefficients(int column) {
        JTable table = table();
        return User.see(() -> {
            Map<String, Double> shown = new LinkedHashMap<>();
            for (int row = 0; row < table.getRowCount(); row++) {
                shown.put(
                        table.getValueAt(row, 0).toString(),
                        Double.valueOf(table.getValueAt(row, column).toString()));
            }
            return shown;
        });
    }

    /** The names in the selected rows. */
    String[] selected() {
        JTable table = table();
        return User.see(() -> Arrays.stream(table.getSelectedRows())
                .mapToObj(row -> table.getValueAt(row, 0).toString())
                .toArray(String[]::new));
    }

    /** What the picture says is pointed at. */
    String pointed() {
        JComponent picture = picture();
        return User.see(() -> picture.getAccessibleContext().getAccessibleDescription());
    }

    /** Goes down the picture with the mouse until a line is pointed at, and says which. */
    String pointAtALine() {
        JComponent picture = picture();
        Rectangle bounds = User.see(picture::getBounds);
        int x = bounds.width / 2;
        for (int y : IntStream.range(bounds.height / 12, bounds.height / 2).toArray()) {
            user.move(picture, x, y);
            if (!pointed().isEmpty()) {
                return pointed();
            }
        }
        throw new AssertionError("there is no line in the middle of the picture");
    }

    /** Saves, as the kind whose description starts so. */
    void save(String kind, Path file) {
        user.click(button("save"));
        JFileChooser chooser = user.find(JFileChooser.class, "a dialog for files", c -> true);
        User.act(() -> {
            FileFilter filter = Arrays.stream(chooser.getChoosableFileFilters())
                    .filter(f -> f.getDescription().startsWith(kind))
                    .findFirst()
                    .orElseThrow();
            chooser.setFileFilter(filter);
            chooser.setSelectedFile(new File(file.toString()));
        });
        user.press(KeyEvent.VK_ENTER);
        user.waitUntil("the dialog is closed", () -> !chooser.isShowing());
    }
}
