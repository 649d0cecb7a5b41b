package org.hearthkey.core.recovery;

/// The field of 256 elements that SLIP-39 shares secrets in, with AES's polynomial. No step looks into a table or
/// branches by a value, so that neither time nor cache tells of a share; `Gf256Test` looks at what was compiled.
///
/// @see <a href="https://github.com/satoshilabs/slips/blob/master/slip-0039.md">SLIP-39, shamir's secret-sharing</a>
final class Gf256 {
    private static final int POLYNOMIAL = 0x11b;
    private static final int BITS = 8;

    private Gf256() {}

    static int multiply(int left, int right) {
        int product = 0;
        int doubled = left;
        for (int bit = 0; bit < BITS; bit++) {
            product ^= doubled & -((right >>> bit) & 1);
            doubled = (doubled << 1) ^ (POLYNOMIAL & -((doubled >>> (BITS - 1)) & 1));
        }
        return product;
    }

    /// The element that `value` times it gives 1; of 0 it is 0.
    static int inverse(int value) {
        // value to the power of 254: every exponent bit but the lowest is set.
        int inverse = 1;
        int power = value;
        for (int bit = 1; bit < BITS; bit++) {
            power = multiply(power, power);
            inverse = multiply(inverse, power);
        }
        return inverse;
    }
}
