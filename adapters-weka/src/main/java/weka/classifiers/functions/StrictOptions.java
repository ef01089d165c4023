package weka.classifiers.functions;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.Settings;
import weka.classifiers.AbstractClassifier;
import weka.core.Option;

/**
 * A classifier whose options are those of its settings, and strict. Setters take any value, as the object editor calls them
 * at every keystroke; {@code setOptions} and training check.
 *
 * @param <S> holds the settings
 */
abstract class StrictOptions<S extends Serializable> extends AbstractClassifier {

    private static final long serialVersionUID = 1;

    private static final String DECIMAL_PLACES = "num-decimal-places";
    /** As LinearRegression and Logistic have it. */
    private static final int DECIMALS = 4;

    /** What has been set. */
    private S settings;

    StrictOptions(S defaults) {
        this.settings = defaults;
        setNumDecimalPlaces(DECIMALS);
    }

    /** How the settings are listed, read and written. */
    abstract Settings<S> options();

    final S settings() {
        return settings;
    }

    @Override
    public Enumeration<Option> listOptions() {
        List<Option> options = new ArrayList<>(options().list());
        options.addAll(Collections.list(super.listOptions()));
        return Collections.enumeration(options);
    }

    @Override
    public String[] getOptions() {
        List<String> options = new ArrayList<>();
        options().write(settings, options);
        options.addAll(List.of("-" + DECIMAL_PLACES, Integer.toString(getNumDecimalPlaces())));
        String[] inherited = super.getOptions();
        // Weka writes these only if they are not 2, its own default.
        new CommandLine(inherited).text(DECIMAL_PLACES);
        Arrays.stream(inherited).filter(option -> !option.isEmpty()).forEach(options::add);
        return options.toArray(new String[0]);
    }

    /**
     * Sets all options; those of this class that are not given get their defaults.
     *
     * @param options as {@link #listOptions()} describes them; what is read becomes empty
     * @throws Exception if an option is unknown or its value wrong; then none of this class has changed
     */
    @Override
    public void setOptions(String[] options) throws Exception {
        CommandLine line = new CommandLine(options);
        S read = options().read(line);
        String places = line.text(DECIMAL_PLACES);
        int decimals = places == null
                ? DECIMALS
                : CommandLine.whole(DECIMAL_PLACES, places, RegularizedSettings.DECIMAL_PLACES);
        line.requireEmpty(options().list(), Collections.list(super.listOptions()));
        super.setOptions(options);
        settings = read;
        setNumDecimalPlaces(decimals);
    }
}
