package org.ridgeline.weka.gui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Ink;
import org.ridgeline.weka.plot.Look;
import org.ridgeline.weka.plot.PathCurves;
import org.ridgeline.weka.plot.PathPicture;
import org.ridgeline.weka.plot.Pen;

/**
 * The picture of a path in a window. It is drawn into an image in the background, as there may be thousands of lines, and
 * what is pointed at is painted over that.
 */
final class PathView extends JComponent {

    private static final long serialVersionUID = 1;
    /** Letters of the picture are made for labels of this size. */
    private static final float USUAL_FONT = 13;

    private static final Dimension SMALLEST = new Dimension(300, 240);

    private final transient Selection selection;
    /** Which picture was asked for last. */
    private final transient AtomicInteger wanted = new AtomicInteger();

    private final transient List<Runnable> listeners = new ArrayList<>();
    private transient @Nullable Wish shown;
    private transient @Nullable Drawn drawn;

    /** What a picture depends on. */
    private record Wish(
            PathStudy study,
            int output,
            PathPicture.Show show,
            Set<Integer> isolated,
            int width,
            int height,
            double zoom,
            double pixels) {}

    /** A picture and its image. */
    private record Drawn(PathCurves curves, PathPicture picture, BufferedImage image) {}

    PathView(Selection selection) {
        this.selection = selection;
        setName("path");
        setOpaque(true);
        setFocusable(true);
        setBackground(Color.WHITE);
        setMinimumSize(SMALLEST);
        setPreferredSize(SMALLEST);
        selection.addListener(this::follow);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                follow();
            }
        });
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
        PathControls.install(this, selection);
    }

    /** The size of the letters of this desktop, as a share of the usual. */
    private static double zoom() {
        Font font = UIManager.getFont("Label.font");
        return font == null ? 1 : Math.max(1, font.getSize2D() / USUAL_FONT);
    }

    private void follow() {
        PathStudy study = selection.study();
        if (study == null) {
            wanted.incrementAndGet();
            shown = null;
            drawn = null;
        } else if (getWidth() > 0 && getHeight() > 0) {
            AffineTransform scale = getGraphicsConfiguration() == null
                    ? new AffineTransform()
                    : getGraphicsConfiguration().getDefaultTransform();
            Wish wish = new Wish(
                    study,
                    selection.output(),
                    selection.show(),
                    selection.isolated(),
                    getWidth(),
                    getHeight(),
                    zoom(),
                    scale.getScaleX());
            if (!wish.equals(shown)) {
                if (shown == null || shown.study != study) {
                    // It has other λ.
                    drawn = null;
                }
                shown = wish;
                int number = wanted.incrementAndGet();
                Background.run(() -> draw(wish, number));
            }
        }
        describe();
        repaint();
    }

    private void draw(Wish wish, int number) {
        if (number != wanted.get()) {
            return;
        }
        PathCurves curves = wish.study.curves(wish.output);
        PathPicture picture =
                picture(wish.study, curves, wish, wish.width / wish.zoom, wish.height / wish.zoom, "", "");
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(wish.width * wish.pixels),
                (int) Math.ceil(wish.height * wish.pixels),
                BufferedImage.TYPE_INT_RGB);
        paint(picture, image, wish.pixels * wish.zoom);
        SwingUtilities.invokeLater(() -> {
            if (number == wanted.get()) {
                drawn = new Drawn(curves, picture, image);
                repaint();
                listeners.forEach(Runnable::run);
            }
        });
    }

    private static PathPicture picture(
            PathStudy study, PathCurves curves, Wish wish, double width, double height, String title, String subtitle) {
        Set<Integer> isolated = wish.isolated.stream()
                .map(curves::curveOf)
                .filter(curve -> curve >= 0)
                .collect(Collectors.toSet());
        return new PathPicture(curves, study.validation(), wish.show, isolated, width, height, title, subtitle);
    }

    static void paint(PathPicture picture, BufferedImage image, double scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(Look.GROUND.rgb()));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        picture.draw(new GraphicsInk(graphics));
        graphics.dispose();
    }

    /** Makes a picture of what is shown now, with its titles: when it is asked, on any thread. */
    Supplier<PathPicture> titled() {
        Wish wish = Objects.requireNonNull(shown, "nothing is shown");
        return () -> picture(
                wish.study,
                wish.study.curves(wish.output),
                wish,
                wish.width,
                wish.height,
                wish.study.title(),
                wish.study.subtitle(wish.output));
    }

    /** The column whose curve is at a place of this component, or −1. */
    int columnAt(int x, int y) {
        if (drawn == null) {
            return -1;
        }
        int curve = drawn.picture.curveAt(x / zoom(), y / zoom());
        return curve < 0 ? -1 : drawn.curves.feature(curve);
    }

    /** Which λ is at a place of this component, or −1 outside of the frames. */
    int lambdaAt(int x, int y) {
        return drawn != null && drawn.picture.hasLambdaAt(x / zoom(), y / zoom())
                ? drawn.picture.lambdaAt(x / zoom())
                : -1;
    }

    /** Tells, on the event thread, of every new picture. */
    void addDrawnListener(Runnable listener) {
        listeners.add(listener);
    }

    /** What the line of a column is drawn with, or null if it is grey or not drawn. */
    @Nullable
    Pen pen(int column) {
        if (drawn == null || drawn.curves.curveOf(column) < 0) {
            return null;
        }
        return drawn.picture.pen(drawn.curves.curveOf(column));
    }

    /** Where the frame of the picture starts in this component. */
    int frameLeft() {
        return drawn == null ? 0 : (int) Math.round(drawn.picture.left() * zoom());
    }

    /** Where the frame of the picture ends in this component. */
    int frameRight() {
        return drawn == null ? getWidth() : (int) Math.round(drawn.picture.right() * zoom());
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D graphics = (Graphics2D) g.create();
        graphics.setColor(getBackground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        if (drawn == null) {
            hint(graphics);
        } else {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(drawn.image, 0, 0, getWidth(), getHeight(), null);
            graphics.scale(zoom(), zoom());
            GraphicsInk ink = new GraphicsInk(graphics);
            int k = selection.lambda();
            drawn.picture.drawLambda(ink, k);
            int curve = selection.pointed() < 0 ? -1 : drawn.curves.curveOf(selection.pointed());
            if (curve >= 0) {
                drawn.picture.drawPointed(ink, curve, k);
            }
        }
        graphics.dispose();
        if (isFocusOwner()) {
            g.setColor(new Color(Look.CHOICE.rgb()));
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
    }

    /** Tells those who do not see the picture what is pointed at. */
    private void describe() {
        int curve = drawn == null || selection.pointed() < 0 ? -1 : drawn.curves.curveOf(selection.pointed());
        getAccessibleContext()
                .setAccessibleDescription(
                        drawn == null || curve < 0 ? "" : drawn.curves.text(curve, selection.lambda()));
    }

    private void hint(Graphics2D graphics) {
        graphics.scale(zoom(), zoom());
        new GraphicsInk(graphics)
                .text(
                        Look.SOFT,
                        getWidth() / zoom() / 2,
                        getHeight() / zoom() / 2,
                        Ink.Anchor.MIDDLE,
                        selection.study() == null ? "Choose a regularizer and a class, and press Start" : "Drawing…");
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.CANVAS;
                }
            };
            accessibleContext.setAccessibleName("Coefficients over lambda");
        }
        return accessibleContext;
    }
}
