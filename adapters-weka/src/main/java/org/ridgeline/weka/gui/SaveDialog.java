package org.ridgeline.weka.gui;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileFilter;
import org.ridgeline.weka.plot.PathPicture;

/** Asks where a path is to be saved, and as what. */
final class SaveDialog {

    private final JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));

    /**
     * Asks, and writes the file in the background.
     *
     * @param parent over what the dialog is
     * @param study what is saved
     * @param view the picture as it is seen
     * @param told of what was done
     */
    void show(Component parent, PathStudy study, PathView view, Consumer<String> told) {
        FileFilter before = chooser.getFileFilter();
        chooser.setDialogTitle("Save the regularization path");
        chooser.resetChoosableFileFilters();
        chooser.setAcceptAllFileFilterUsed(false);
        for (SavedFile kind : SavedFile.values()) {
            if (kind.suits(study)) {
                FileFilter filter = kind.filter();
                chooser.addChoosableFileFilter(filter);
                if (kind == SavedFile.PNG || isOf(before, kind)) {
                    chooser.setFileFilter(filter);
                }
            }
        }
        if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        SavedFile kind = ((SavedFile.Filter) chooser.getFileFilter()).kind();
        File file = kind.named(chooser.getSelectedFile());
        if (file.exists() && !confirms(parent, file)) {
            return;
        }
        Supplier<PathPicture> picture = view.titled();
        Background.run(() -> write(parent, kind, file, study, picture, told));
    }

    private static boolean isOf(FileFilter filter, SavedFile kind) {
        return filter instanceof SavedFile.Filter of && of.kind() == kind;
    }

    private static boolean confirms(Component parent, File file) {
        return JOptionPane.showConfirmDialog(
                        parent, "Replace " + file.getName() + "?", "Save", JOptionPane.YES_NO_OPTION)
                == JOptionPane.YES_OPTION;
    }

    private static void write(
            Component parent,
            SavedFile kind,
            File file,
            PathStudy study,
            Supplier<PathPicture> picture,
            Consumer<String> told) {
        try {
            kind.write(file.toPath(), study, picture.get());
            SwingUtilities.invokeLater(() -> told.accept("Saved " + file));
        } catch (IOException e) {
            SwingUtilities.invokeLater(() -> {
                told.accept("Not saved: " + e);
                JOptionPane.showMessageDialog(
                        parent, "Not saved: " + e.getMessage(), "Save", JOptionPane.ERROR_MESSAGE);
            });
        }
    }
}
