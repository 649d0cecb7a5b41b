package org.hearthkey.app.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A picture of a page to which years have happened: spots, a printer short of ink, a scanner that took it askew.
final class WornPaper {
    /// How much of each code the spots cover.
    private static final double SPOILT = 0.07;

    /// Of a code's width.
    private static final double SMALLEST = 0.02;

    private static final double LARGEST = 0.1;

    /// A corner mark of a code takes seven squares of some ninety; without one no reader finds the code at all.
    private static final double CORNER = 0.14;

    private static final int CELL = 24;
    private static final int SMALLEST_CODE = 400;

    private final BufferedImage page;

    WornPaper(BufferedImage page) {
        this.page = page;
    }

    BufferedImage page() {
        return page;
    }

    /// Where its codes are: large areas of which about half is dark, as no text is.
    List<Rectangle> codes() {
        int columns = page.getWidth() / CELL;
        int rows = page.getHeight() / CELL;
        var dark = new boolean[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                dark[row][column] = isDark(column * CELL, row * CELL);
            }
        }
        var codes = new ArrayList<Rectangle>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                var found = area(dark, column, row);
                if (found.width > SMALLEST_CODE && found.height > SMALLEST_CODE) {
                    codes.add(found);
                }
            }
        }
        return codes;
    }

    private boolean isDark(int left, int top) {
        int dots = 0;
        for (int y = top; y < top + CELL; y++) {
            for (int x = left; x < left + CELL; x++) {
                dots += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dots > CELL * CELL * 3 / 10;
    }

    /// The area that hangs together with this cell, which is then seen.
    private static Rectangle area(boolean[][] dark, int column, int row) {
        var area = new Rectangle(-1, -1);
        var left = new ArrayDeque<>(List.of(new Point(column, row)));
        while (!left.isEmpty()) {
            var at = left.pop();
            boolean inside = at.y >= 0 && at.y < dark.length && at.x >= 0 && at.x < dark[0].length;
            if (inside && dark[at.y][at.x]) {
                dark[at.y][at.x] = false;
                area.add(new Rectangle(at.x * CELL, at.y * CELL, CELL, CELL));
                for (int step = -1; step <= 1; step += 2) {
                    left.push(new Point(at.x + step, at.y));
                    left.push(new Point(at.x, at.y + step));
                }
            }
        }
        return area;
    }

    /// Covers a fourteenth of each code with spots of ink and holes, each time the same.
    WornPaper spotted() {
        var copy = copy();
        var pen = pen(copy);
        for (var code : codes()) {
            spot(pen, code, new Random(20261122));
        }
        pen.dispose();
        return new WornPaper(copy);
    }

    private static void spot(Graphics2D pen, Rectangle code, Random random) {
        var covered = new BufferedImage(code.width, code.height, BufferedImage.TYPE_BYTE_BINARY);
        var count = covered.createGraphics();
        boolean ink = true;
        while (whites(covered) < SPOILT * code.width * code.height) {
            int size = (int) (code.width * random.nextDouble(SMALLEST, LARGEST));
            int x = random.nextInt(code.width - size);
            int y = random.nextInt(code.height - size);
            if (!isAtCorner(x, y, size, code)) {
                pen.setColor(ink ? Color.BLACK : Color.WHITE);
                pen.fillOval(code.x + x, code.y + y, size, size);
                count.fillOval(x, y, size, size);
                ink = !ink;
            }
        }
        count.dispose();
    }

    private static int whites(BufferedImage covered) {
        int whites = 0;
        for (int y = 0; y < covered.getHeight(); y++) {
            for (int x = 0; x < covered.getWidth(); x++) {
                whites += covered.getRGB(x, y) & 1;
            }
        }
        return whites;
    }

    private static boolean isAtCorner(int x, int y, int size, Rectangle code) {
        double reach = CORNER * code.width;
        boolean isLeft = x < reach;
        boolean isRight = x + size > code.width - reach;
        boolean isHigh = y < reach;
        boolean isLow = y + size > code.height - reach;
        return (isLeft && isHigh) || (isRight && isHigh) || (isLeft && isLow);
    }

    /// As a printer prints that has little ink left, on paper that has yellowed, seen by a scanner with noise.
    WornPaper gray() {
        var copy = copy();
        var random = new Random(7);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                int shade = copy.getRGB(x, y) & 0xFF;
                int faded = 95 + shade * 130 / 255 + random.nextInt(-4, 5);
                copy.setRGB(x, y, new Color(faded, faded, faded).getRGB());
            }
        }
        return new WornPaper(copy);
    }

    /// Laid on the scanner a little askew.
    WornPaper askew(double degrees) {
        var turned = blank();
        var pen = pen(turned);
        pen.drawImage(
                page,
                AffineTransform.getRotateInstance(
                        Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0),
                null);
        pen.dispose();
        return new WornPaper(turned);
    }

    private BufferedImage copy() {
        var copy = blank();
        var pen = pen(copy);
        pen.drawImage(page, 0, 0, null);
        pen.dispose();
        return copy;
    }

    private BufferedImage blank() {
        var blank = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = pen(blank);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, blank.getWidth(), blank.getHeight());
        pen.dispose();
        return blank;
    }

    private static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return pen;
    }
}
