package org.ridgeline.weka;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import weka.core.Utils;
import weka.core.WekaPackageClassLoaderManager;
import weka.core.regularizers.AdaptiveLambda;
import weka.core.regularizers.ElasticNet;
import weka.core.regularizers.GroupL2;
import weka.core.regularizers.L1;
import weka.core.regularizers.L2;
import weka.core.regularizers.Mcp;
import weka.core.regularizers.Regularizer;
import weka.core.regularizers.Scad;
import weka.core.regularizers.Slope;
import weka.core.regularizers.SparseGroupL2;
import weka.core.regularizers.TextRegularizer;

/**
 * The value of an option that is a regularizer: Weka's form, a class name with its options, as in {@code
 * weka.core.regularizers.ElasticNet -L 0.1 -A 0.5} or {@code ElasticNet -L 0.1 -A 0.5}, or the text form, as in {@code elastic-net(lambda=0.1,alpha=0.5)}.
 */
public final class RegularizerText {

    /** A class has a package or starts with a capital letter; a name in a text form does neither. */
    private static final Pattern CLASS = Pattern.compile("\\s*([A-Z]|[^\\s.(]+\\.)[^\\s(]*(\\s.*)?", Pattern.DOTALL);

    private static final List<Class<? extends Regularizer>> BEANS = List.of(
            L1.class,
            L2.class,
            ElasticNet.class,
            GroupL2.class,
            SparseGroupL2.class,
            Mcp.class,
            Scad.class,
            Slope.class,
            AdaptiveLambda.class,
            TextRegularizer.class);

    private RegularizerText() {}

    /**
     * Reads either form.
     *
     * @param text the value of an option
     * @return a bean whose settings are right
     * @throws Exception if there is no such regularizer or its options are wrong: what was found and what there is to choose
     *     from
     */
    public static Regularizer parse(String text) throws Exception {
        if (!CLASS.matcher(text).matches()) {
            Regularizer bean = new TextRegularizer(text);
            bean.toRegularizer(InstalledRegularizers.load());
            return bean;
        }
        String[] words = Utils.splitOptions(text);
        Regularizer bean =
                create(words[0].contains(".") ? words[0] : Regularizer.class.getPackageName() + "." + words[0]);
        bean.setOptions(Arrays.copyOfRange(words, 1, words.length));
        return bean;
    }

    /**
     * Writes what {@link #parse(String)} reads.
     *
     * @param bean a bean
     * @return Weka's form, or the text form for a {@link TextRegularizer}
     */
    public static String of(Regularizer bean) {
        if (bean instanceof TextRegularizer form) {
            return form.getText();
        }
        return bean.getClass().getName() + " " + Utils.joinOptions(bean.getOptions());
    }

    private static Regularizer create(String name) {
        Class<?> found;
        try {
            found = WekaPackageClassLoaderManager.forName(name);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException("there is no class '" + name + "'; " + choice(), e);
        }
        if (!Regularizer.class.isAssignableFrom(found)) {
            throw new IllegalArgumentException("the class '" + name + "' is not a regularizer; " + choice());
        }
        try {
            return (Regularizer) found.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "the class '" + name + "' has no constructor that can be used; " + choice(), e);
        }
    }

    private static String choice() {
        return "there are " + String.join(", ", beans())
                + ", or a text form such as elastic-net(lambda=0.1,alpha=0.5) of one of "
                + String.join(", ", InstalledRegularizers.load().names());
    }

    /** The names of our beans and then those of other packages, of which one that cannot be loaded is left out. */
    private static Set<String> beans() {
        Set<String> names = new LinkedHashSet<>();
        BEANS.forEach(bean -> names.add(bean.getName()));
        Set<String> classes =
                WekaPackageClassLoaderManager.getWekaPackageClassLoaderManager().getPackageJarFileClasses();
        for (String name : new TreeSet<>(classes)) {
            if (name.startsWith(Regularizer.class.getPackageName() + ".") && isBean(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isBean(String name) {
        try {
            Class<?> type = WekaPackageClassLoaderManager.forName(name, false);
            return Regularizer.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
