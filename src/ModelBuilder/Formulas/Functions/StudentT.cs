namespace ModelBuilder.Formulas.Functions;

/// <summary>Student's distribution with whole degrees of freedom, to 1e-12 relative up to 10,000 of them.</summary>
internal static class StudentT
{
    /// <summary>
    /// P(|T| &gt; t) for t &gt;= 0: the regularized incomplete beta function I(df/2, 1/2) at df / (df + t^2).
    /// Source: M. Abramowitz and I. Stegun, 26.7.1 and 26.5.27.
    /// </summary>
    public static double TwoTails(double t, double df)
    {
        // Where most of the probability lies beyond t, one minus the middle is the more exact side, and the other way round.
        double x = df / (df + (t * t));
        return t == 0 ? 1 : x < (df + 2) / (df + 5) ? Tails(t, df) : 1 - Middle(t, df);
    }

    /// <summary>The t with P(|T| &gt; t) = p, 0 &lt; p &lt;= 1: Newton's method on logarithms, closed forms for df 1 and 2.</summary>
    public static double TwoTailedQuantile(double p, double df)
    {
        if (p == 1)
        {
            return 0;
        }

        if (df == 1)
        {
            return p < 0.5 ? 1 / Math.Tan(Math.PI * p / 2) : Math.Tan(Math.PI * (1 - p) / 2);
        }

        if (df == 2)
        {
            return (1 - p) * Math.Sqrt(2 / (p * (2 - p)));
        }

        // Solve on the smaller of tails and middle, which is the one known to full precision. Both fall as near power laws in t,
        // so that in logarithms a step hardly ever overshoots; the bounds guard what remains.
        bool tails = p < 0.5;
        double target = Math.Log(tails ? p : 1 - p);
        double t = -NormalDistribution.Quantile(p / 2);
        double low = 0;
        double high = double.PositiveInfinity;
        for (int i = 0; i < 200; i++)
        {
            double probability = tails ? Tails(t, df) : Middle(t, df);
            double difference = Math.Log(probability) - target;
            bool tooSmall = tails ? difference > 0 : difference < 0;
            (low, high) = tooSmall ? (t, high) : (low, t);
            double slope = (tails ? -1 : 1) * 2 * Density(t, df) * t / probability;
            double next = t * Math.Exp(-difference / slope);
            next = next > low && next < high && double.IsFinite(next) ? next : double.IsInfinity(high) ? t * 2 : low + ((high - low) / 2);
            if (Math.Abs(next - t) <= Math.Abs(t) * 4e-16 || next == t)
            {
                return next;
            }

            t = next;
        }

        return t;
    }

    private static double Density(double t, double df) =>
        Math.Exp(-(df + 1) / 2 * LogOnePlus(t * t / df)) * GammaRatio(df / 2) / Math.Sqrt(df * Math.PI);

    private static double Tails(double t, double df)
    {
        // I(a, 1/2) at x = df/(df+t^2): x^a (1-x)^(1/2) / (a B(a, 1/2)) times the continued fraction.
        double a = df / 2;
        double square = t * t;
        double front = Math.Exp(-a * LogOnePlus(square / df)) * Math.Sqrt(square / (df + square));
        return front * GammaRatio(a) / (a * Math.Sqrt(Math.PI)) * BetaFraction(a, 0.5, df / (df + square));
    }

    private static double Middle(double t, double df)
    {
        double a = df / 2;
        double square = t * t;
        double front = Math.Exp(-a * LogOnePlus(square / df)) * Math.Sqrt(square / (df + square));
        return front * GammaRatio(a) / (0.5 * Math.Sqrt(Math.PI)) * BetaFraction(0.5, a, square / (df + square));
    }

    /// <summary>
    /// Gamma(a + 1/2) / Gamma(a), by recurrence from a large argument and the asymptotic series there: the logarithms of two large
    /// gammas would cancel. Source: J. S. Frame, American Mathematical Monthly 56 (1949) 529-535.
    /// </summary>
    private static double GammaRatio(double a)
    {
        double factor = 1;
        while (a < 60)
        {
            factor *= a / (a + 0.5);
            a++;
        }

        double u = 1 / a;
        double series = 1 + (u * (-1d / 8 + (u * (1d / 128 + (u * (5d / 1024 + (u * (-21d / 32768 + (u * (-399d / 262144 + (u * 869d / 4194304)))))))))));
        return factor * Math.Sqrt(a) * series;
    }

    /// <summary>The continued fraction of the incomplete beta function by Lentz's method. Source: Numerical Recipes, 6.4.</summary>
    private static double BetaFraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1;
        double d = Inverse(1 - ((a + b) * x / (a + 1)));
        double h = d;
        for (int m = 1; m <= 10000; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = Inverse(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = Inverse(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            double change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < 1e-16)
            {
                break;
            }
        }

        return h;

        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
        static double Inverse(double value) => 1 / NotZero(value);
    }

    /// <summary>log(1 + x) for x &gt;= 0 without the loss that adding a small x to 1 brings (W. Kahan's correction).</summary>
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
