namespace ModelBuilder.Tests.Architecture;

/// <summary>Which room may use which, and which room a library lives in.</summary>
/// <param name="Arrows">For each room, the rooms it may use besides itself.</param>
/// <param name="Libraries">For each assembly that is not for all, the rooms that may use it.</param>
/// <param name="Types">For each type that is not for all, the rooms that may use it.</param>
internal sealed record Rooms(
    IReadOnlyDictionary<string, string[]> Arrows, IReadOnlyDictionary<string, string[]> Libraries, IReadOnlyDictionary<string, string[]> Types)
{
    private const string Root = "ModelBuilder";

    /// <summary>The entry point, which stands in no room and only starts CommandLine.</summary>
    private const string Entry = "";

    /// <summary>The house as designed.</summary>
    public static Rooms Designed { get; } = new(
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Figures"] = [],
            ["Documents"] = ["Figures"],
            ["Extraction"] = ["Documents", "Figures"],
            ["Formulas"] = ["Figures"],
            ["Modelling"] = ["Figures", "Formulas"],
            ["Reconciliation"] = ["Figures", "Formulas", "Modelling"], // an identity of Modelling is an expression of Formulas
            ["Projection"] = ["Figures", "Modelling"],
            ["Workbooks"] = ["Figures", "Formulas", "Modelling", "Projection"],
            ["CommandLine"] = ["Figures", "Documents", "Extraction", "Formulas", "Modelling", "Reconciliation", "Projection", "Workbooks"],
            [Entry] = ["CommandLine"],
        },
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["MathNet.Numerics"] = ["Projection"],
            ["ClosedXML"] = ["Workbooks"],
            ["DocumentFormat.OpenXml"] = ["Workbooks"],
            ["System.IO.Packaging"] = ["Workbooks"],
            ["AngleSharp"] = ["Documents"],
            ["CsvHelper"] = ["Documents"],
            ["YamlDotNet"] = ["Documents", "Modelling", "Workbooks"],
            ["Spectre.Console"] = ["CommandLine"],
            ["System.CommandLine"] = ["CommandLine"],
            ["System.Console"] = ["CommandLine"],
        },
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["NodaTime.IClock"] = ["CommandLine"],
            ["NodaTime.SystemClock"] = ["CommandLine"],
            ["System.TimeProvider"] = ["CommandLine"],
        });

    /// <summary>The room of a namespace: <c>Workbooks</c> of <c>ModelBuilder.Workbooks.Finishing</c>; null for what the compiler and generators put elsewhere.</summary>
    public static string? Of(string space) => space == Root ? Entry
        : space.StartsWith(Root + ".", StringComparison.Ordinal) ? space.Split('.')[1]
        : null;

    /// <summary>Uses that the map does not allow, each as a sentence.</summary>
    public IReadOnlyList<string> Violations(IEnumerable<TypeUse> uses) =>
        [.. uses.Where(u => Of(u.FromNamespace) is { } room && !Allows(room, u)).Select(u => u.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private bool Allows(string room, TypeUse use)
    {
        if (use.Assembly.Length == 0)
        {
            return Of(use.Namespace) is not { } other || other == room || (Arrows.TryGetValue(room, out string[]? allowed) && allowed.Contains(other));
        }

        return (!Libraries.TryGetValue(use.Assembly, out string[]? homes) || homes.Contains(room))
            && (!Types.TryGetValue(use.To, out homes) || homes.Contains(room));
    }
}
