package org.ridgeline.weka.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JOptionPane;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JSlider;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import weka.core.PluginManager;
import weka.knowledgeflow.steps.Step;

/** What a user does with the tab, in a process with Weka alone on its class path; ours is in an installed package. */
public final class Scenarios {

    private static final String TAB = "Regularization path";

    private final WekaWindow window;
    private final User user;
    private final PathTab tab;
    private final Path data;
    private final Path folder;

    private Scenarios(WekaWindow window, User user, Path data, Path folder) {
        this.window = window;
        this.user = user;
        this.tab = new PathTab(user);
        this.data = data;
        this.folder = folder;
    }

    /**
     * Plays a scenario.
     *
     * @param arguments its name, a data set, and a folder for files
     * @throws Exception if it goes wrong
     */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        boolean workbench = arguments[0].equals("workbench");
        WekaWindow window = workbench ? WorkbenchWindow.open(1024, 768) : ExplorerWindow.open(1024, 768);
        Path folder = Path.of(arguments[2]);
        User user = new User();
        try (EventThreadWatch watch = new EventThreadWatch()) {
            Scenarios scenarios = new Scenarios(window, user, Path.of(arguments[1]), folder);
            scenarios.window.load(scenarios.data);
            scenarios.window.show(TAB);
            switch (arguments[0]) {
                case "number" -> scenarios.number();
                case "workbench" -> scenarios.workbench();
                case "labels" -> scenarios.labels();
                case "stop" -> scenarios.stop();
                case "mistakes" -> scenarios.mistakes();
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            assertThat(watch.seen()).as("work on the event thread").isEmpty();
        } catch (Exception | AssertionError e) {
            user.photograph(window.frame(), Path.of("target", "window-" + arguments[0] + ".png"));
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    /** A number is predicted: everything that can be seen, chosen and saved, and the same model in Classify. */
    private void number() throws Exception {
        tab.run();
        assertThat(tab.readout()).contains("(1-se)", "of 10 attributes kept");

        JSlider slider = tab.slider();
        user.pressUntil("the slider has the focus", slider::isFocusOwner, KeyEvent.VK_ALT, KeyEvent.VK_A);
        user.press(KeyEvent.VK_HOME);
        assertThat(tab.coefficients(1)).containsOnlyKeys("(intercept)");
        assertThat(tab.readout()).contains(": 0 of 10 attributes kept");
        user.press(KeyEvent.VK_END);
        assertThat(tab.coefficients(1)).hasSizeGreaterThan(9);
        user.press(KeyEvent.VK_LEFT);
        assertThat(User.see(slider::getValue)).isEqualTo(User.see(slider::getMaximum) - 1);
        user.press(KeyEvent.VK_ALT, KeyEvent.VK_1);
        assertThat(tab.readout()).contains("1-se");

        pointing();
        walkingByKeys();
        files();
        classify();
    }

    /** The same panel in the Workbench, and the step that its KnowledgeFlow has. */
    private void workbench() throws Exception {
        assertThat(PluginManager.getPluginInstance(
                        "weka.knowledgeflow.steps.Step", "weka.knowledgeflow.steps.RegularizationPathPlot"))
                .isInstanceOf(Step.class);
        tab.run();
        classify();
    }

    private void pointing() {
        String name = tab.pointAtALine().replaceFirst(":.*", "");
        assertThat(tab.coefficients(2)).containsKey(name);
        JComponent picture = tab.picture();
        Point mouse = User.see(picture::getMousePosition);
        user.click(picture, mouse.x, mouse.y);
        assertThat(tab.selected()).containsExactly(name);
        user.press(KeyEvent.VK_ESCAPE);
        assertThat(tab.selected()).isEmpty();
        // Elsewhere a click chooses λ.
        int before = User.see(tab.slider()::getValue);
        Dimension size = User.see(picture::getSize);
        user.click(picture, size.width / 3, size.height * 8 / 10);
        assertThat(User.see(tab.slider()::getValue)).isLessThan(before);
        user.click(tab.button("one-se"));
        assertThat(User.see(tab.slider()::getValue)).isEqualTo(before);
    }

    private void walkingByKeys() {
        JComponent picture = tab.picture();
        User.act(picture::requestFocusInWindow);
        user.waitUntil("the picture has the focus", picture::isFocusOwner);
        user.move(tab.table(), 5, 5);
        int lambda = User.see(tab.slider()::getValue);
        user.press(KeyEvent.VK_RIGHT);
        assertThat(User.see(tab.slider()::getValue)).isEqualTo(lambda + 1);
        user.press(KeyEvent.VK_DOWN);
        String first = tab.pointed();
        user.press(KeyEvent.VK_DOWN);
        assertThat(tab.pointed()).isNotEqualTo(first);
        user.press(KeyEvent.VK_UP);
        assertThat(tab.pointed()).isEqualTo(first).contains("at λ = ");
        user.press(KeyEvent.VK_ENTER);
        assertThat(tab.selected()).containsExactly(first.replaceFirst(":.*", ""));
        user.press(KeyEvent.VK_ESCAPE);
    }

    private void files() throws Exception {
        Path png = folder.resolve("path.png");
        Path svg = folder.resolve("path.svg");
        Path coefficients = folder.resolve("coefficients.csv");
        Path curve = folder.resolve("curve.csv");
        tab.save("Picture (", png);
        tab.save("Picture for print", svg);
        tab.save("Coefficients", coefficients);
        tab.save("Cross-validation", curve);
        user.waitUntil("the last file is written", () -> Files.isRegularFile(curve));
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2 * User.see(tab.picture()::getWidth));
        String text = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg.toFile())
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains("elastic-net(alpha=0.5) path of", "bmi", "λ, on a log scale", "1-SE");
        assertThat(Files.readAllLines(coefficients))
                .hasSize(1 + 100 * 11)
                .startsWith("lambda,feature,coefficient,standardized");
        assertThat(Files.readAllLines(curve)).hasSize(1 + 100);
    }

    private void classify() throws Exception {
        Map<String, Double> shown = tab.coefficients(1);
        int kept = shown.size() - 1;
        String text = trainInClassify();
        assertThat(text).contains("Kept:         " + kept + " of ");
        shown.forEach((name, coefficient) -> assertThat(coefficientOf(name, text))
                .as(name)
                .isCloseTo(coefficient, offset(1e-3 * Math.abs(coefficient) + 1e-4)));
    }

    private static double coefficientOf(String name, String text) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " +(-?[0-9.eE-]+)")
                .matcher(text);
        assertThat(line.find()).as(name + " in\n" + text).isTrue();
        return Double.parseDouble(line.group(1));
    }

    /** Lets Classify train what the tab shows, and gives what it prints. */
    private String trainInClassify() {
        user.click(tab.button("use"));
        user.waitUntil("Classify is shown", () -> window.shows("Classify"));
        user.click(user.find(JRadioButton.class, "training", b -> b.getText().equals("Use training set")));
        user.click(user.find(JButton.class, "Start", b -> b.getText().equals("Start")));
        JTextArea output =
                user.find(JTextArea.class, "an output", area -> area.getText().contains("=== Summary ==="));
        return User.see(output::getText);
    }

    /** Several labels, and nominal attributes. */
    private void labels() throws Exception {
        tab.run();
        assertThat(tab.coefficients(2)).containsKeys("colour=red", "x").doesNotContainKey("(intercept)");
        JComboBox<?> output = user.named(JComboBox.class, "output");
        assertThat(User.see(output::getItemCount)).isEqualTo(4);
        user.press(KeyEvent.VK_ALT, KeyEvent.VK_B);
        for (int label = 1; label <= 3; label++) {
            int wanted = label;
            User.act(() -> output.setSelectedIndex(wanted));
            assertThat(tab.coefficients(1)).containsKey("(intercept)");
        }
        Map<String, Double> last = tab.coefficients(1);
        String text = trainInClassify();
        // Its third column is that of the last label.
        Matcher line = Pattern.compile("(?m)^x +\\S+ +\\S+ +(-?[0-9.eE-]+)").matcher(text);
        assertThat(line.find()).as(text).isTrue();
        assertThat(Double.parseDouble(line.group(1)))
                .isCloseTo(last.getOrDefault("x", 0.0), offset(1e-3 * Math.abs(last.getOrDefault("x", 0.0)) + 1e-4));
    }

    /** Long work is followed and stopped, and other data stop it too. */
    private void stop() throws Exception {
        JProgressBar progress = user.named(JProgressBar.class, "progress");
        JButton start = tab.button("start");
        JButton stop = tab.button("stop");
        assertThat(User.see(stop::isEnabled)).isFalse();
        user.type(user.named(JTextField.class, "folds"), "50");
        user.click(start);
        user.waitUntil("the first path is done", () -> progress.getValue() > 0 && stop.isEnabled());
        assertThat(User.see(progress::getString)).matches("[0-9]+ of 51 paths");
        user.click(stop);
        user.waitUntil("all is as before", start::isEnabled);
        assertThat(User.see(progress::getString)).isEmpty();
        assertThat(User.see(tab.button("save")::isEnabled)).isFalse();

        user.click(start);
        user.waitUntil("it runs", stop::isEnabled);
        window.load(folder.resolve("small.arff"));
        user.waitUntil("it does not run any more", start::isEnabled);
        assertThat(User.see(tab.button("save")::isEnabled)).isFalse();
        user.type(user.named(JTextField.class, "folds"), "3");
        tab.run();
        assertThat(tab.readout()).contains("of 1 attributes kept");
    }

    /** What is wrong is said, and can be put right. */
    private void mistakes() {
        complains("count", "1", "the number of lambdas");
        complains("count", "20", null);
        complains("ratio", "2", "the ratio");
        complains("ratio", "0.01", null);
        complains("groups", "x", "capturing group");
        user.type(user.named(JTextField.class, "groups"), "");
        user.press(KeyEvent.VK_DELETE);
        tab.run();
        assertThat(User.see(tab.slider()::getMaximum)).isEqualTo(19);
    }

    private void complains(String field, String text, @Nullable String complaint) {
        user.type(user.named(JTextField.class, field), text);
        if (complaint == null) {
            return;
        }
        user.press(KeyEvent.VK_ALT, KeyEvent.VK_S);
        JOptionPane pane = user.find(JOptionPane.class, "a complaint", p -> true);
        assertThat(User.see(() -> pane.getMessage().toString())).contains(complaint);
        user.press(KeyEvent.VK_ENTER);
        user.waitUntil("the complaint is gone", () -> !pane.isShowing());
    }
}
