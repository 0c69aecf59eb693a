namespace ModelBuilder.Figures;

/// <summary>Which end of a guided range a number is.</summary>
public enum GuidanceBound
{
    /// <summary>Not guidance: the past.</summary>
    None,

    /// <summary>The lower end.</summary>
    Low,

    /// <summary>The upper end.</summary>
    High,

    /// <summary>A single guided number.</summary>
    Point,
}

/// <summary>What a number compares with.</summary>
public enum Comparison
{
    /// <summary>Nothing: a level.</summary>
    Level,

    /// <summary>Relative growth on a year ago.</summary>
    GrowthYoy,

    /// <summary>Relative growth on the period before.</summary>
    GrowthQoq,

    /// <summary>Difference (points of a ratio, or money) to a year ago.</summary>
    ChangeYoy,

    /// <summary>Difference to the period before.</summary>
    ChangeQoq,

    /// <summary>Relative growth on two years ago.</summary>
    Growth2Y,

    /// <summary>Difference to two years ago.</summary>
    Change2Y,
}

/// <summary>What is said of a line: its level, its growth or change, or guidance of one of these. <c>default</c> is <see cref="Level"/>.</summary>
/// <param name="Bound">Which end of a guided range, or none.</param>
/// <param name="Comparison">What it compares with.</param>
public readonly record struct Measure(GuidanceBound Bound, Comparison Comparison) : IComparable<Measure>
{
    private static readonly string[] ComparisonCodes = ["level", "growth.yoy", "growth.qoq", "change.yoy", "change.qoq", "growth.2y", "change.2y"];
    private static readonly string[] BoundCodes = ["", "guidance.low", "guidance.high", "guidance.point"];

    /// <summary>The level of a line.</summary>
    public static Measure Level => default;

    /// <summary>Relative growth on a year ago.</summary>
    public static Measure GrowthYoy => new(GuidanceBound.None, Comparison.GrowthYoy);

    /// <summary>Relative growth on the quarter before.</summary>
    public static Measure GrowthQoq => new(GuidanceBound.None, Comparison.GrowthQoq);

    /// <summary>Difference to a year ago.</summary>
    public static Measure ChangeYoy => new(GuidanceBound.None, Comparison.ChangeYoy);

    /// <summary>Difference to the quarter before.</summary>
    public static Measure ChangeQoq => new(GuidanceBound.None, Comparison.ChangeQoq);

    /// <summary>True for what management expects, false for what happened.</summary>
    public bool IsGuidance => Bound != GuidanceBound.None;

    /// <summary>True for relative growth.</summary>
    public bool IsGrowth => Comparison is Comparison.GrowthYoy or Comparison.GrowthQoq or Comparison.Growth2Y;

    /// <summary>True for a difference in points or money.</summary>
    public bool IsChange => Comparison is Comparison.ChangeYoy or Comparison.ChangeQoq or Comparison.Change2Y;

    /// <summary>The period that a comparison of <paramref name="period"/> looks back to; the period itself for a level, null where there is none.</summary>
    public FiscalPeriod? BaseOf(FiscalPeriod period) => Comparison switch
    {
        Comparison.GrowthYoy or Comparison.ChangeYoy => period.YearAgo,
        Comparison.GrowthQoq or Comparison.ChangeQoq => period.Prior,
        Comparison.Growth2Y or Comparison.Change2Y => period.AddYears(-2),
        _ => period,
    };

    /// <summary>The code: <c>level</c>, <c>growth.yoy</c>, <c>guidance.low</c>, <c>guidance.high.growth.yoy</c>.</summary>
    public override string ToString() => (Bound, Comparison) switch
    {
        (GuidanceBound.None, _) => ComparisonCodes[(int)Comparison],
        (_, Comparison.Level) => BoundCodes[(int)Bound],
        _ => BoundCodes[(int)Bound] + "." + ComparisonCodes[(int)Comparison],
    };

    /// <summary>Reads a code as <see cref="ToString"/> prints it (an empty one is a level); false for anything else.</summary>
    public static bool TryParse(string? code, out Measure measure)
    {
        measure = default;
        string rest = string.IsNullOrEmpty(code) ? "level" : code;
        var bound = GuidanceBound.None;
        for (int b = 1; b < BoundCodes.Length; b++)
        {
            if (rest.StartsWith(BoundCodes[b], StringComparison.Ordinal) && (rest.Length == BoundCodes[b].Length || rest[BoundCodes[b].Length] == '.'))
            {
                bound = (GuidanceBound)b;
                rest = rest.Length == BoundCodes[b].Length ? "level" : rest[(BoundCodes[b].Length + 1)..];
                break;
            }
        }

        int comparison = Array.IndexOf(ComparisonCodes, rest);
        measure = comparison < 0 ? default : new Measure(bound, (Comparison)comparison);
        return comparison >= 0;
    }

    /// <summary>Reads a measure code.</summary>
    /// <exception cref="FormatException">Not a measure.</exception>
    public static Measure Parse(string code) => TryParse(code, out Measure m) ? m : throw new FormatException($"'{code}' is not a measure such as level, growth.yoy or guidance.low");

    /// <summary>Orders levels first, then comparisons, then guidance.</summary>
    public int CompareTo(Measure other) => Bound != other.Bound ? Bound.CompareTo(other.Bound) : Comparison.CompareTo(other.Comparison);
}
