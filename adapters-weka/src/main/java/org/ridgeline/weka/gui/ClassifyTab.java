package org.ridgeline.weka.gui;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.core.Utils;
import weka.gui.GUIApplication;
import weka.gui.GenericObjectEditor;
import weka.gui.Perspective;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;

/**
 * Weka's panel for classifiers, beside ours in the Explorer or in the Workbench. Its editor and its choice of the class are
 * protected fields, which a package's class loader does not reach but by reflection.
 */
final class ClassifyTab {

    private static final String EDITOR = "m_ClassifierEditor";
    private static final String TARGET = "m_ClassCombo";

    private final ClassifierPanel panel;
    private final Runnable toFront;

    private ClassifyTab(ClassifierPanel panel, Runnable toFront) {
        this.panel = panel;
        this.toFront = toFront;
    }

    /** That beside a panel; nothing if the user has hidden it. */
    static Optional<ClassifyTab> beside(@Nullable Explorer explorer, @Nullable GUIApplication application) {
        if (explorer != null) {
            JTabbedPane tabs = explorer.getTabbedPane();
            return classifierPanel(explorer.getPanels().stream())
                    .map(panel -> new ClassifyTab(panel, () -> tabs.setSelectedComponent(panel)));
        }
        if (application == null) {
            return Optional.empty();
        }
        List<Perspective> perspectives = application.getPerspectiveManager().getVisiblePerspectives();
        return classifierPanel(perspectives.stream())
                .map(panel -> new ClassifyTab(
                        panel,
                        () -> application.getPerspectiveManager().setActivePerspective(panel.getPerspectiveID())));
    }

    private static Optional<ClassifierPanel> classifierPanel(Stream<?> panels) {
        Predicate<Object> wanted = ClassifierPanel.class::isInstance;
        return panels.filter(wanted).map(ClassifierPanel.class::cast).findFirst();
    }

    /**
     * Puts a classifier and a class there, and shows it.
     *
     * @throws IllegalStateException if this version of Weka has them elsewhere
     */
    void use(AbstractClassifier classifier, int classIndex) {
        GenericObjectEditor editor = field(EDITOR, GenericObjectEditor.class, classifier);
        JComboBox<?> target = field(TARGET, JComboBox.class, classifier);
        // In the Workbench the panel sets what the user has as a default when it is shown for the first time.
        toFront.run();
        target.setSelectedIndex(classIndex);
        editor.setValue(classifier);
    }

    private <T> T field(String name, Class<T> type, AbstractClassifier wanted) {
        try {
            Field field = ClassifierPanel.class.getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(panel));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    "Classify of this version of Weka cannot be set up from here. Click with the right button on the"
                            + " classifier there, choose 'Enter configuration...', and enter: "
                            + wanted.getClass().getName() + " " + Utils.joinOptions(wanted.getOptions()),
                    e);
        }
    }
}
