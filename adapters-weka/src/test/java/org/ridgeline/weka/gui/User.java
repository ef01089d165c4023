package org.ridgeline.weka.gui;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Hands and eyes: moves the mouse, presses keys, and looks for what there is on the screen. */
final class User {

    /** Milliseconds, after which what has not happened never will. */
    private static final int PATIENCE = 60_000;

    private static final int GLANCE = 40;

    private final Robot robot;

    User() throws AWTException {
        robot = new Robot();
        robot.setAutoDelay(10);
    }

    /** What the event thread gives. */
    static <T> T see(Supplier<T> look) {
        AtomicReference<T> seen = new AtomicReference<>();
        act(() -> seen.set(look.get()));
        return seen.get();
    }

    /** Does something on the event thread. */
    static void act(Runnable action) {
        try {
            SwingUtilities.invokeAndWait(action);
        } catch (InterruptedException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    void waitUntil(String what, BooleanSupplier happened) {
        for (int waited = 0; !see(happened::getAsBoolean); waited += GLANCE) {
            if (waited > PATIENCE) {
                throw new AssertionError("waited in vain until " + what);
            }
            robot.delay(GLANCE);
        }
    }

    /** Waits for a component that is seen, in any window. */
    <C extends Component> C find(Class<C> type, String what, Predicate<C> wanted) {
        AtomicReference<@Nullable C> found = new AtomicReference<>();
        waitUntil("there is " + what, () -> {
            found.set(all(type).stream().filter(wanted).findFirst().orElse(null));
            return found.get() != null;
        });
        return found.get();
    }

    <C extends Component> C named(Class<C> type, String name) {
        return find(type, "a " + type.getSimpleName() + " '" + name + "'", c -> name.equals(c.getName()));
    }

    private static <C extends Component> List<C> all(Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            collect(window, type, found);
        }
        return found;
    }

    private static <C extends Component> void collect(Component component, Class<C> type, List<C> found) {
        if (!component.isShowing()) {
            return;
        }
        if (type.isInstance(component)) {
            found.add(type.cast(component));
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                collect(child, type, found);
            }
        }
    }

    void move(Component component, int x, int y) {
        Point corner = see(component::getLocationOnScreen);
        robot.mouseMove(corner.x + x, corner.y + y);
        robot.waitForIdle();
    }

    void click(Component component, int x, int y) {
        move(component, x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
    }

    void click(Component component) {
        Rectangle bounds = see(component::getBounds);
        click(component, bounds.width / 2, bounds.height / 2);
    }

    /** Presses keys together, and lets them go. */
    void press(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
        robot.waitForIdle();
    }

    /** Presses keys again and again until they are heard: a busy machine may give a window the keyboard late. */
    void pressUntil(String what, BooleanSupplier heard, int... keys) {
        for (int waited = 0; !see(heard::getAsBoolean); waited += GLANCE) {
            if (waited > PATIENCE) {
                throw new AssertionError("waited in vain until " + what);
            }
            if (waited % (25 * GLANCE) == 0) {
                press(keys);
            }
            robot.delay(GLANCE);
        }
    }

    /** Replaces what is in a field by digits, lower case letters and what else is on a key alone. */
    void type(Component field, String text) {
        click(field);
        waitUntil("a field has the focus", field::isFocusOwner);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        text.chars().forEach(c -> press(KeyEvent.getExtendedKeyCodeForChar(c)));
    }

    /** Writes what is seen of a window, with all pixels of a fine screen. */
    void photograph(Window window, Path file) throws IOException {
        robot.waitForIdle();
        List<Image> images =
                robot.createMultiResolutionScreenCapture(see(window::getBounds)).getResolutionVariants();
        ImageIO.write((BufferedImage) images.get(images.size() - 1), "png", file.toFile());
    }
}
