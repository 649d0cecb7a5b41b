package org.hearthkey.app.camera;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Labels as a telephone in a cellar takes them: turned, seen from the side, curved, blurred, noisy, dark, unevenly lit,
/// with print around them. Drawn from a seed, so that each run has the same ones.
final class HardPictures {
    /// One label and what it says.
    record Hard(String text, BufferedImage image, String how) {}

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int QUIET_MODULES = 4;
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Random random;

    private HardPictures(long seed) {
        random = new Random(seed);
    }

    static List<Hard> of(long seed, int count) throws WriterException {
        var pictures = new HardPictures(seed);
        var drawn = new ArrayList<Hard>();
        for (int i = 0; i < count; i++) {
            drawn.add(pictures.next());
        }
        return drawn;
    }

    private Hard next() throws WriterException {
        var text = text();
        var levels = ErrorCorrectionLevel.values();
        var modules = Encoder.encode(text, levels[random.nextInt(2)]).getMatrix();
        double pixels = between(2.3, 6);
        double angle = between(0, 2 * Math.PI);
        double tilt = often() ? between(0.15, 0.6) : 0.05;
        double towards = between(0, 2 * Math.PI);
        double curve = random.nextInt(5) == 0 ? between(0.3, 1.0) : 0;
        double blur = pixels * (often() ? between(0.2, 0.6) : 0.1);
        double noise = often() ? between(8, 45) : 3;
        double light = often() ? between(0.15, 0.4) : between(0.5, 1);
        double shade = often() ? between(0.4, 0.85) : 0.1;
        double ink = between(0.02, 0.35);
        var gray = scene(modules, pixels, angle, tilt, towards, curve, ink);
        blur(gray, blur);
        var image = exposed(gray, light, shade, noise);
        return new Hard(
                text,
                image,
                "%.1f px, tilt %.2f, curve %.2f, blur %.2f, noise %.0f, light %.2f, shade %.2f"
                        .formatted(pixels, tilt, curve, blur / pixels, noise, light, shade));
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> "ni:///sha-256;" + letters(43) + "?sn=" + random.nextInt(1_000_000);
            case 1 -> "MT:Y.K90" + random.nextInt(100_000_000, 1_000_000_000) + "00";
            case 2 -> "DPP:C:81/6;M:0123456789ab;K:" + letters(79) + "=;;";
            default -> "90" + digits(50) + digits(24);
        };
    }

    private String letters(int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(BASE64.charAt(random.nextInt(BASE64.length())));
        }
        return letters.toString();
    }

    private String digits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /// Looks back from each dot of the picture to the label that lies in the scene. 0 is black, 1 is white.
    private double[] scene(
            ByteMatrix modules, double pixels, double angle, double tilt, double towards, double curve, double ink) {
        int side = modules.getWidth();
        double centerX = WIDTH / 2.0 + between(-40, 40);
        double centerY = HEIGHT / 2.0 + between(-30, 30);
        double half = (side + 2.0 * QUIET_MODULES) / 2;
        long clutter = random.nextLong();
        var gray = new double[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double sum = 0;
                for (int sub = 0; sub < 4; sub++) {
                    double u = (x + 0.25 + 0.5 * (sub & 1) - centerX) / pixels;
                    double v = (y + 0.25 + 0.5 * (sub >> 1) - centerY) / pixels;
                    // Seen from the side: what is farther away is smaller, along one direction more than along the
                    // other.
                    double along = u * Math.cos(towards) + v * Math.sin(towards);
                    double across = -u * Math.sin(towards) + v * Math.cos(towards);
                    double depth = 1 - tilt * along / (2.6 * half);
                    along /= depth * (1 - 0.45 * tilt);
                    across /= depth;
                    double s = along * Math.cos(angle) - across * Math.sin(angle);
                    double t = along * Math.sin(angle) + across * Math.cos(angle);
                    // Around a pipe.
                    double bent = s / half;
                    s = curve > 0 && Math.abs(bent * curve * 0.7) < 1
                            ? Math.asin(bent * curve * 0.7) / (curve * 0.7) * half
                            : s;
                    sum += depth <= 0.05 ? 0.4 : label(modules, side, half, s, t, ink, clutter);
                }
                gray[y * WIDTH + x] = sum / 4;
            }
        }
        return gray;
    }

    private static double label(
            ByteMatrix modules, int side, double half, double s, double t, double ink, long clutter) {
        double x = s + side / 2.0;
        double y = t + side / 2.0;
        if (x >= 0 && y >= 0 && x < side && y < side) {
            return modules.get((int) x, (int) y) == 1 ? ink : 1;
        }
        if (Math.abs(s) < half && Math.abs(t) < half) {
            return 1;
        }
        // Lines of print beside the code, on a label that ends somewhere.
        if (Math.abs(s) > 2.2 * half || Math.abs(t) > 1.6 * half) {
            return 0.35;
        }
        int line = (int) Math.floor(t / 2.5);
        int letter = (int) Math.floor(s / 1.3);
        long mixed = (clutter ^ line * 0x9E3779B97F4A7C15L ^ letter * 0xC2B2AE3D27D4EB4FL) * 0xD6E8FEB86659FD93L;
        boolean print = Math.floorMod(line, 2) == 0 && (mixed >>> 62) != 0;
        return print ? ink + 0.1 : 1;
    }

    private static void blur(double[] gray, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        var weights = new double[2 * reach + 1];
        double total = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
            total += weights[i + reach];
        }
        var rows = new double[gray.length];
        for (int pass = 0; pass < 2; pass++) {
            int step = pass == 0 ? 1 : WIDTH;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    double sum = 0;
                    for (int i = -reach; i <= reach; i++) {
                        int at = pass == 0
                                ? y * WIDTH + Math.clamp(x + i, 0, WIDTH - 1)
                                : Math.clamp(y + i, 0, HEIGHT - 1) * WIDTH + x;
                        sum += weights[i + reach] * (step == 1 ? gray : rows)[at];
                    }
                    (step == 1 ? rows : gray)[y * WIDTH + x] = sum / total;
                }
            }
        }
    }

    private BufferedImage exposed(double[] gray, double light, double shade, double noise) {
        double from = between(0, 2 * Math.PI);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var raster = image.getRaster();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double across = ((x - WIDTH / 2.0) * Math.cos(from) + (y - HEIGHT / 2.0) * Math.sin(from)) / 220;
                double lamp = 1 - shade * Math.clamp(0.5 + across / 2, 0, 1);
                double value =
                        235 * light * lamp * gray[y * WIDTH + x] + random.nextGaussian() * noise * Math.sqrt(light);
                raster.setSample(x, y, 0, (int) Math.clamp(value, 0, 255));
            }
        }
        return image;
    }

    private boolean often() {
        return random.nextInt(3) == 0;
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
