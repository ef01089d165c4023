package org.ridgeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The regularizers that can be had by name. Immutable; a host loads them once and keeps them.
 *
 * <p>A name stands for one provider. Two providers of a name are an error, as a text form would otherwise mean one model
 * here and another there.
 */
public final class Regularizers {

    private final SortedMap<String, RegularizerProvider> providers;
    private final List<String> problems;

    private Regularizers(SortedMap<String, RegularizerProvider> providers, List<String> problems) {
        this.providers = Collections.unmodifiableSortedMap(providers);
        this.problems = List.copyOf(problems);
    }

    /**
     * All providers that {@link ServiceLoader} finds from this class's own loader and then from the given ones. One that
     * cannot be loaded or describes itself wrongly is left out and reported in {@link #problems()}.
     *
     * @param more loaders of plug-ins; a provider class found by several loaders counts once
     * @return what was found
     * @throws IllegalStateException if two providers have the same name
     */
    public static Regularizers load(ClassLoader... more) {
        List<String> problems = new ArrayList<>();
        List<RegularizerProvider> found = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        collect(Regularizers.class.getClassLoader(), found, seen, problems);
        for (ClassLoader loader : more) {
            collect(loader, found, seen, problems);
        }
        return register(found, problems);
    }

    /**
     * These providers and no others. One that describes itself wrongly is left out and reported in {@link #problems()}.
     *
     * @param providers one for each name
     * @return the regularizers of these providers
     * @throws IllegalStateException if two have the same name
     */
    public static Regularizers of(List<? extends RegularizerProvider> providers) {
        return register(providers, new ArrayList<>());
    }

    private static void collect(
            ClassLoader loader, List<RegularizerProvider> found, Set<Class<?>> seen, List<String> problems) {
        Iterator<ServiceLoader.Provider<RegularizerProvider>> candidates =
                ServiceLoader.load(RegularizerProvider.class, loader).stream().iterator();
        String last = "";
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<RegularizerProvider> candidate = candidates.next();
                RegularizerProvider provider = candidate.get();
                if (seen.add(provider.getClass())) {
                    found.add(provider);
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                String problem = reason(e);
                if (problem.equals(last) && e.getCause() instanceof IOException) {
                    // What cannot be read at all fails again and again. After any other error the iterator is past the
                    // broken entry, so the others can still be had.
                    return;
                }
                if (!problems.contains(problem)) {
                    problems.add(problem);
                }
                last = problem;
            }
        }
    }

    private static Regularizers register(List<? extends RegularizerProvider> found, List<String> problems) {
        SortedMap<String, RegularizerProvider> providers = new TreeMap<>();
        for (RegularizerProvider provider : found) {
            String name;
            try {
                name = checkedName(provider);
            } catch (RuntimeException | LinkageError e) {
                problems.add(provider.getClass().getName() + ": " + reason(e));
                continue;
            }
            RegularizerProvider other = providers.putIfAbsent(name, provider);
            if (other != null) {
                throw new IllegalStateException("two providers have the name '" + name + "': "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName()
                        + "; remove one from the class path or rename it");
            }
        }
        return new Regularizers(providers, problems);
    }

    private static String checkedName(RegularizerProvider provider) {
        TextForm.requireName("a regularizer", provider.name());
        if (provider.summary().isBlank()) {
            throw new IllegalArgumentException("the summary is empty");
        }
        Set<String> names = new HashSet<>();
        for (Parameter parameter : provider.parameters()) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("parameter '" + parameter.name() + "' is declared twice");
            }
        }
        return provider.name();
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == e ? e.toString() : e + " (" + root + ")";
    }

    /**
     * Makes a regularizer from its text form.
     *
     * @param text such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     * @return the regularizer
     * @throws IllegalArgumentException if the text is malformed, the name unknown, or an argument unknown, missing or out
     *     of bounds; the message says what was wanted, what was found and what there is to choose from
     */
    public Regularizer parse(String text) {
        TextForm form = TextForm.parse(text);
        return create(form.name(), form.arguments());
    }

    /**
     * Makes a regularizer from its name and arguments, as a dialog or a configuration file has them.
     *
     * @param name the name of a regularizer
     * @param arguments for each parameter a number, a word or text form as text, or the value itself; defaults fill in
     * @return the regularizer
     * @throws IllegalArgumentException as {@link #parse(String)}
     */
    public Regularizer create(String name, Map<String, ?> arguments) {
        RegularizerProvider provider = provider(name);
        return provider.create(Arguments.of(provider, arguments, this));
    }

    /** {@return the names, in alphabetical order} */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new java.util.TreeSet<>(providers.keySet()));
    }

    /**
     * The provider of a name.
     *
     * @param name the name of a regularizer
     * @return its provider
     * @throws IllegalArgumentException if there is none
     */
    public RegularizerProvider provider(String name) {
        RegularizerProvider provider = providers.get(name);
        if (provider == null) {
            String broken = problems.isEmpty() ? "" : "; not loaded: " + String.join("; ", problems);
            throw new IllegalArgumentException("there is no regularizer '" + name + "'; there are "
                    + String.join(", ", providers.keySet()) + broken);
        }
        return provider;
    }

    /** {@return one sentence for each provider that was found but cannot be used} */
    public List<String> problems() {
        return problems;
    }
}
