package org.ridgeline.weka.gui;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Look;
import org.ridgeline.weka.plot.Pen;

/** A piece of a line as it is drawn in the picture, or nothing for one that has no pen of its own: the entry of a legend. */
record Swatch(@Nullable Pen pen) implements Icon {

    private static final int WIDTH = 18;
    private static final int HEIGHT = 10;

    @Override
    public void paintIcon(Component component, Graphics g, int x, int y) {
        if (pen != null) {
            double middle = y + HEIGHT / 2.0;
            Graphics2D own = (Graphics2D) g.create();
            new GraphicsInk(own)
                    .curve(Look.CURVE, pen, new double[] {x + 1, x + WIDTH - 1}, new double[] {middle, middle}, "");
            own.dispose();
        }
    }

    @Override
    public int getIconWidth() {
        return WIDTH;
    }

    @Override
    public int getIconHeight() {
        return HEIGHT;
    }
}
