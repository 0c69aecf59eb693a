namespace ModelBuilder.Figures;

/// <summary>All numbers from <see cref="Low"/> to <see cref="High"/>, both included. <c>default</c> is the number 0.</summary>
public readonly record struct Interval
{
    /// <summary>The interval between two bounds.</summary>
    /// <exception cref="ArgumentException">The lower bound lies above the upper.</exception>
    public Interval(decimal low, decimal high)
    {
        if (low > high)
        {
            throw new ArgumentException($"lower bound {low} lies above upper bound {high}", nameof(low));
        }

        Low = low;
        High = high;
    }

    /// <summary>The lower bound.</summary>
    public decimal Low { get; }

    /// <summary>The upper bound.</summary>
    public decimal High { get; }

    /// <summary>The number in the middle.</summary>
    public decimal Middle => Low + ((High - Low) / 2);

    /// <summary>Upper less lower bound.</summary>
    public decimal Width => High - Low;

    /// <summary>A single number.</summary>
    public static Interval Of(decimal value) => new(value, value);

    /// <summary>A number and how far it may be off on either side.</summary>
    public static Interval Around(decimal value, decimal half) => new(value - Math.Abs(half), value + Math.Abs(half));

    /// <summary>True where the number lies inside, bounds included.</summary>
    public bool Contains(decimal value) => value >= Low && value <= High;

    /// <summary>True where a number lies in both, a common bound included.</summary>
    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>What lies in both, or null.</summary>
    public Interval? Intersect(Interval other) =>
        Overlaps(other) ? new Interval(Math.Max(Low, other.Low), Math.Min(High, other.High)) : null;

    /// <summary>The interval wider by <paramref name="half"/> on either side.</summary>
    public Interval Widen(decimal half) => new(Low - Math.Abs(half), High + Math.Abs(half));

    /// <summary>Every sum of a number of each.</summary>
    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>Every difference of a number of each.</summary>
    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>The interval mirrored at zero.</summary>
    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    /// <summary>Every product of a number of each.</summary>
    public static Interval operator *(Interval a, Interval b) => Hull(a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);

    /// <summary>Every quotient of a number of each, or null where the divisor may be zero.</summary>
    public static Interval? Divide(Interval a, Interval b) =>
        b.Low <= 0 && b.High >= 0 ? null : Hull(a.Low / b.Low, a.Low / b.High, a.High / b.Low, a.High / b.High);

    private static Interval Hull(decimal p, decimal q, decimal r, decimal s) =>
        new(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
}
