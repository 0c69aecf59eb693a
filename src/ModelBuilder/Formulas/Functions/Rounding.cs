namespace ModelBuilder.Formulas.Functions;

/// <summary>Rounds what a number shows with 15 digits, not its last bits, as Excel does: ROUND(2.675,2) is 2.68.</summary>
internal static class Rounding
{
    /// <summary>Rounds to so many digits after the point, before it where negative; a fraction of digits is cut off.</summary>
    public static double Round(double x, double digits, MidpointRounding mode)
    {
        int places = (int)Math.Clamp(Math.Truncate(digits), -30, 30);
        double size = Math.Abs(x);
        if (x == 0 || (places >= 0 && size >= 1e15) || places > 20)
        {
            return x;
        }

        if (size >= 1e27 || (size < 1e-12 && places > 0))
        {
            // Beyond a decimal's 28 digits there is only the double to round.
            double scale = Math.Pow(10, places);
            return Math.Round(x * scale, mode) / scale;
        }

        // The conversion to decimal keeps 15 significant digits.
        decimal value = (decimal)x;
        if (places >= 0)
        {
            return (double)decimal.Round(value, places, mode);
        }

        decimal unit = Unit(-places);
        return unit == 0 ? (mode == MidpointRounding.ToPositiveInfinity && x > 0 ? Math.Pow(10, -places) : 0) : (double)(decimal.Round(value / unit, 0, mode) * unit);
    }

    private static decimal Unit(int zeros)
    {
        decimal unit = 1;
        for (int i = 0; i < zeros; i++)
        {
            if (unit > decimal.MaxValue / 10)
            {
                return 0;
            }

            unit *= 10;
        }

        return unit;
    }
}
