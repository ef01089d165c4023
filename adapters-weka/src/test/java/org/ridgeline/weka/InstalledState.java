package org.ridgeline.weka;

import java.beans.PropertyEditorManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.PluginManager;
import weka.core.SerializationHelper;
import weka.core.WekaPackageClassLoaderManager;
import weka.core.WekaPackageManager;
import weka.core.converters.ConverterUtils;
import weka.gui.GenericObjectEditor;
import weka.gui.GenericPropertiesCreator;
import weka.gui.explorer.ExplorerDefaults;

/**
 * Runs in a Weka with packages and with the classes of its windows, and prints what there is. It knows the packages' classes by
 * name only, as they are not on its class path.
 */
public final class InstalledState {

    private InstalledState() {}

    /**
     * Prints which chooser offers which class of a package how often, which editor a regularizer has, and predictions.
     *
     * @param arguments data, the name of a classifier, and its options
     * @throws Exception if anything does not work
     */
    public static void main(String[] arguments) throws Exception {
        WekaPackageManager.loadPackages(false);
        GenericObjectEditor.determineClasses();
        Map<String, List<String>> offered = offered();
        TreeSet<String> names = new TreeSet<>(
                WekaPackageClassLoaderManager.getWekaPackageClassLoaderManager().getPackageJarFileClasses());
        for (String name : names) {
            Class<?> type = WekaPackageClassLoaderManager.forName(name, false);
            if (name.startsWith("weka.") && canBeOffered(type)) {
                for (String chooser : offered.keySet()) {
                    if (WekaPackageClassLoaderManager.forName(chooser, false).isAssignableFrom(type)) {
                        int times = Collections.frequency(offered.get(chooser), name);
                        System.out.println("chooser of " + chooser + ": " + name + " " + times);
                    }
                }
            }
        }
        Class<?> regularizer = WekaPackageClassLoaderManager.forName("weka.core.regularizers.Regularizer");
        System.out.println("editor: "
                + PropertyEditorManager.findEditor(regularizer).getClass().getName());
        predict(arguments);
    }

    /** What the windows offer: trees of classes, tabs of the Explorer, and steps of the KnowledgeFlow. */
    private static Map<String, List<String>> offered() {
        Map<String, List<String>> offered = new TreeMap<>();
        Properties trees = GenericPropertiesCreator.getGlobalOutputProperties();
        for (String type : trees.stringPropertyNames()) {
            offered.put(type, List.of(trees.getProperty(type).split(",")));
        }
        offered.put("weka.gui.explorer.Explorer$ExplorerPanel", List.of(ExplorerDefaults.getTabs()));
        String step = "weka.knowledgeflow.steps.Step";
        // Core steps are added when a window of the KnowledgeFlow opens, a package's when it is loaded.
        Set<String> steps = PluginManager.getPluginNamesOfType(step);
        offered.put(step, steps == null ? List.of() : List.copyOf(steps));
        return offered;
    }

    /** Trains and predicts as the Explorer does: with a copy of what was chosen, which is then saved and loaded. */
    private static void predict(String... arguments) throws Exception {
        Instances data = ConverterUtils.DataSource.read(arguments[0]);
        data.setClassIndex(data.numAttributes() - 1);
        Classifier chosen =
                AbstractClassifier.forName(arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length));
        Classifier trained = AbstractClassifier.makeCopy(chosen);
        trained.buildClassifier(data);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SerializationHelper.write(file, trained);
        Classifier loaded = (Classifier) SerializationHelper.read(new ByteArrayInputStream(file.toByteArray()));
        System.out.println("prediction: " + trained.distributionForInstance(data.instance(0))[0] + " "
                + loaded.distributionForInstance(data.instance(0))[0]);
        System.out.println(loaded);
    }

    private static boolean canBeOffered(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            return false;
        }
        return Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0)
                && !type.getName().contains("$");
    }
}
