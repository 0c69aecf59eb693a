using System.Collections;
using System.Reflection;
using System.Xml.Linq;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Architecture;

public class ConventionsTest
{
    private const int MostLines = 500;

    /// <summary>Files that are a table of data and may be as long as it is.</summary>
    private static readonly string[] Tables = ["OracleFormulas.cs"];

    private static readonly Assembly Program = typeof(ModelBuilder.Figures.FiscalPeriod).Assembly;

    [Fact]
    public void NoPublicState_IsSharedAndMutable() => Assert.Empty(SharedState(Program.GetTypes().Where(t => t.IsVisible)));

    [Fact]
    public void SharedMutableState_WouldBeFound() => Assert.Equal(3, SharedState([typeof(Careless)]).Count);

    [Fact]
    public void EveryPublicType_IsDocumented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Program.Location, ".xml")).Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Value)).Select(m => (string)m.Attribute("name")!).ToHashSet(StringComparer.Ordinal);
        var exported = Program.GetExportedTypes().Select(t => "T:" + t.FullName!.Replace('+', '.')).ToArray();
        Assert.NotEmpty(exported);
        Assert.Equal([], exported.Except(documented));
    }

    [Fact]
    public void NoSourceFile_IsTooLongToRead()
    {
        string[] files = [.. new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Machine.Repository, folder), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))];
        Assert.True(files.Length > 20, "the source is not where it was");
        Assert.Empty(files.Where(f => !Tables.Contains(Path.GetFileName(f)) && File.ReadLines(f).Count() > MostLines).Select(f => Path.GetRelativePath(Machine.Repository, f)));
    }

    private static List<string> SharedState(IEnumerable<Type> types)
    {
        const BindingFlags Shared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        List<string> found = [];
        foreach (Type type in types)
        {
            found.AddRange(type.GetFields(Shared).Where(f => !f.IsLiteral && (!f.IsInitOnly || IsMutable(f.FieldType))).Select(f => $"{type}.{f.Name}"));
            found.AddRange(type.GetProperties(Shared).Where(p => p.SetMethod is { IsPublic: true }).Select(p => $"{type}.{p.Name}"));
        }

        return found;
    }

    private static bool IsMutable(Type type) => type.IsArray
        || (typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>)));

    public static class Careless
    {
#pragma warning disable CA2211, MA0069 // the very thing that is to be found
        public static int Counter;
#pragma warning restore CA2211, MA0069
        public static readonly int[] Numbers = [1];
        public const int Harmless = 1;

        public static int Setting { get; set; }

        public static int Reading { get; } = 1;
    }
}
