using System.ComponentModel;
using System.Text;

namespace ModelBuilder.Tests.Architecture;

public class RoomsTest
{
    private static readonly Lazy<IReadOnlyCollection<TypeUse>> Uses = new(() => AssemblyUses.Of(typeof(ModelBuilder.Figures.FiscalPeriod).Assembly.Location));
    private static readonly Lazy<IReadOnlyCollection<TypeUse>> OwnUses = new(() => AssemblyUses.Of(typeof(RoomsTest).Assembly.Location));

    [Fact]
    public void EveryRoom_UsesOnlyWhatTheDesignAllows()
    {
        var violations = Rooms.Designed.Violations(Uses.Value);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    [Fact]
    public void EveryNamespace_IsARoomOfTheDesign()
    {
        var unknown = Uses.Value.Select(u => u.FromNamespace).Distinct(StringComparer.Ordinal)
            .Where(space => Rooms.Of(space) is { } room && !Rooms.Designed.Arrows.ContainsKey(room));
        Assert.Empty(unknown);
    }

    [Fact]
    public void TheDesign_HasNoCircle()
    {
        foreach (string room in Rooms.Designed.Arrows.Keys)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(Rooms.Designed.Arrows[room]);
            while (open.TryPop(out string? next))
            {
                if (reached.Add(next))
                {
                    Array.ForEach(Rooms.Designed.Arrows[next], open.Push);
                }
            }

            Assert.DoesNotContain(room, reached);
        }
    }

    [Fact]
    public void AWrongArrow_IsFound()
    {
        var arrows = new Dictionary<string, string[]>(Rooms.Designed.Arrows, StringComparer.Ordinal) { ["Projection"] = ["Modelling"] };
        var violations = (Rooms.Designed with { Arrows = arrows }).Violations(Uses.Value).Except(Rooms.Designed.Violations(Uses.Value));
        Assert.Contains("ModelBuilder.Projection.Projector uses ModelBuilder.Figures.FiscalPeriod", violations);
        Assert.All(violations, v => Assert.StartsWith("ModelBuilder.Projection.", v, StringComparison.Ordinal));
    }

    [Fact]
    public void ALibraryInTheWrongRoom_IsFound()
    {
        var libraries = new Dictionary<string, string[]>(Rooms.Designed.Libraries, StringComparer.Ordinal) { ["MathNet.Numerics"] = ["Reconciliation"] };
        var violations = (Rooms.Designed with { Libraries = libraries }).Violations(Uses.Value);
        Assert.Contains("ModelBuilder.Projection.Interval uses MathNet.Numerics.Distributions.StudentT of MathNet.Numerics", violations);

        var types = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["NodaTime.LocalDate"] = ["CommandLine"] };
        violations = (Rooms.Designed with { Types = types }).Violations(Uses.Value);
        Assert.Contains("ModelBuilder.Figures.FiscalCalendar uses NodaTime.LocalDate of NodaTime", violations);
    }

    [Theory]
    [InlineData(typeof(Probes.InAField), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InABody), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InALocalOnly), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InAGenericArgument), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InALambda), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InAnIterator), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InAnAsyncMethod), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InAConstraint), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InAParameter), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InAStaticCall), typeof(StringBuilder))]
    [InlineData(typeof(Probes.InATypeOf), typeof(StringBuilder))]
    [InlineData(typeof(Probes.AsAnAttribute), typeof(DescriptionAttribute))]
    [InlineData(typeof(Probes.AsABase), typeof(Component))]
    [InlineData(typeof(Probes.AsACaughtException), typeof(InvalidAsynchronousStateException))]
    public void EveryKindOfUse_IsSeen(Type user, Type used) =>
        Assert.Contains(OwnUses.Value, u => u.From == user.FullName && u.To == used.FullName);

    [Fact]
    public void WhatIsNotUsed_IsNotSeen() =>
        Assert.DoesNotContain(OwnUses.Value, u => u.From == typeof(Probes.AsABase).FullName && u.To == typeof(StringBuilder).FullName);
}
