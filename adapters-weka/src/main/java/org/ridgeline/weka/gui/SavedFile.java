package org.ridgeline.weka.gui;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.filechooser.FileFilter;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.weka.plot.CsvTables;
import org.ridgeline.weka.plot.PathPicture;

/** A kind of file that a path is saved as. */
enum SavedFile {
    /** The picture, two pixels for each of its units. */
    PNG("png", "Picture (*.png)"),
    /** The picture, sharp at every size. */
    SVG("svg", "Picture for print and web (*.svg)"),
    /** All coefficients. */
    COEFFICIENTS("csv", "Coefficients (*.csv)"),
    /** What the cross-validation has measured. */
    CURVE("csv", "Cross-validation (*.csv)");

    private static final int SCALE = 2;

    private final String ending;
    private final String description;

    SavedFile(String ending, String description) {
        this.ending = ending;
        this.description = description;
    }

    /** Whether there is something to save. */
    boolean suits(PathStudy study) {
        return this != CURVE || study.validation() != null;
    }

    FileFilter filter() {
        return new Filter(this);
    }

    /** The file with an ending, if it has none. */
    File named(File file) {
        return file.getName().indexOf('.') >= 0 ? file : new File(file.getPath() + "." + ending);
    }

    void write(Path file, PathStudy study, PathPicture picture) throws IOException {
        switch (this) {
            case PNG -> {
                BufferedImage image = new BufferedImage(
                        (int) Math.ceil(picture.width() * SCALE),
                        (int) Math.ceil(picture.height() * SCALE),
                        BufferedImage.TYPE_INT_RGB);
                PathView.paint(picture, image, SCALE);
                if (!ImageIO.write(image, "png", file.toFile())) {
                    throw new IOException("this Java cannot write PNG pictures");
                }
            }
            case SVG -> Files.writeString(file, picture.svg());
            case COEFFICIENTS -> Files.writeString(file, study.pathCsv());
            case CURVE -> {
                CrossValidationFit fit = study.validation();
                if (fit == null) {
                    throw new IOException("there is no cross-validation to save");
                }
                Files.writeString(file, CsvTables.of(fit));
            }
        }
    }

    /** Shows folders and files with the ending. */
    static final class Filter extends FileFilter {

        private final SavedFile kind;

        private Filter(SavedFile kind) {
            this.kind = kind;
        }

        SavedFile kind() {
            return kind;
        }

        @Override
        public boolean accept(File file) {
            return file.isDirectory() || file.getName().toLowerCase(Locale.ROOT).endsWith("." + kind.ending);
        }

        @Override
        public String getDescription() {
            return kind.description;
        }
    }
}
