package org.ridgeline.weka.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Ink;
import org.ridgeline.weka.plot.Look;
import org.ridgeline.weka.plot.Pen;

/** Draws on a window or into an image. */
final class GraphicsInk implements Ink {

    private final Graphics2D graphics;

    /** Draws with these graphics, of which it changes colours, fonts and hints. */
    GraphicsInk(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    @Override
    public void lines(Look look, double... ends) {
        stroke(look, null);
        for (int i = 0; i < ends.length; i += 4) {
            graphics.draw(new Line2D.Double(ends[i], ends[i + 1], ends[i + 2], ends[i + 3]));
        }
    }

    @Override
    public void curve(Look look, @Nullable Pen pen, double[] x, double[] y, String title) {
        if (x.length == 0) {
            return;
        }
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length);
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        stroke(look, pen);
        graphics.draw(path);
    }

    @Override
    public void box(Look look, double x, double y, double width, double height) {
        Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
        if (look == Look.GROUND) {
            graphics.setColor(new Color(look.rgb()));
            graphics.fill(box);
        } else {
            stroke(look, null);
            graphics.draw(box);
        }
    }

    @Override
    public void dot(Look look, double x, double y, double radius, String title) {
        graphics.setColor(new Color(look.rgb()));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(Look look, double x, double y, Anchor anchor, String text) {
        write(look);
        double width = graphics.getFontMetrics().stringWidth(text);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void upright(Look look, double x, double y, String text) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        text(look, x, y, Anchor.MIDDLE, text);
        graphics.setTransform(before);
    }

    private void write(Look look) {
        graphics.setColor(new Color(look.rgb()));
        graphics.setFont(new Font(Font.SANS_SERIF, look == Look.TITLE ? Font.BOLD : Font.PLAIN, (int) look.size()));
    }

    private void stroke(Look look, @Nullable Pen pen) {
        graphics.setColor(new Color(pen == null ? look.rgb() : pen.rgb()));
        List<Double> dash = pen == null ? look.dash() : pen.dash();
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.get(i).floatValue();
        }
        graphics.setStroke(new BasicStroke(
                (float) look.size(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dash.isEmpty() ? null : lengths,
                0));
    }
}
