package weka.core.regularizers;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.ridgeline.Regularizers;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.InstalledRegularizers;
import weka.core.Option;

/** Any regularizer that is installed, by its text form. */
public class TextRegularizer implements Regularizer {

    private static final long serialVersionUID = 1;
    private static final String UNSET = "l1(lambda=1)";

    /** As it was set. */
    private String text;

    /** The text form {@code l1(lambda=1)}. */
    public TextRegularizer() {
        this(UNSET);
    }

    /**
     * A text form, which is not checked here.
     *
     * @param text such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     */
    public TextRegularizer(String text) {
        this.text = text;
    }

    /**
     * What can be chosen.
     *
     * @return the names of the installed regularizers, and what could not be loaded
     */
    public String globalInfo() {
        Regularizers known = InstalledRegularizers.load();
        String broken = known.problems().isEmpty() ? "" : " Not loaded: " + String.join("; ", known.problems()) + ".";
        return "Any installed regularizer by its text form. There are " + String.join(", ", known.names()) + "."
                + broken;
    }

    @Override
    public org.ridgeline.Regularizer toRegularizer(Regularizers known) {
        return known.parse(text);
    }

    /**
     * The text form.
     *
     * @return as it was set
     */
    public String getText() {
        return text;
    }

    /**
     * Sets the text form.
     *
     * @param text such as {@code elastic-net(lambda=0.1,alpha=0.5)}
     */
    public void setText(String text) {
        this.text = text;
    }

    /**
     * Help for the text form.
     *
     * @return a tip for the object editor
     */
    public String textTipText() {
        return "a text form such as elastic-net(lambda=0.1,alpha=0.5), the same in every host";
    }

    @Override
    public Enumeration<Option> listOptions() {
        return Collections.enumeration(
                List.of(CommandLine.option("text", "<text form>", textTipText() + " (default " + UNSET + ")")));
    }

    @Override
    public String[] getOptions() {
        return new String[] {"-text", text};
    }

    /**
     * Sets the text form, or the default if there is no option.
     *
     * @param options {@code -text} and a text form
     * @throws Exception if an option is unknown or the text form wrong
     */
    @Override
    public void setOptions(String[] options) throws Exception {
        CommandLine line = new CommandLine(options);
        String read = line.text("text");
        line.requireEmpty(Collections.list(listOptions()), List.of());
        text = read == null ? UNSET : read;
        toRegularizer(InstalledRegularizers.load());
    }
}
