using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>Makes a company's model from its figures.</summary>
public static class ModelAssembler
{
    /// <summary>Puts the model together: the axis, what each cell is, how the lines are projected, what must hold.</summary>
    /// <param name="definitions">The template's lines, expanded for the company.</param>
    /// <param name="figures">The figures, one for each line, measure and period.</param>
    /// <param name="contested">Figures over which sources disagree and about which the analyst can rule in the workbook.</param>
    /// <returns>The model, or null with a finding where there is no figure of any quarter to build it on.</returns>
    public static (Model? Model, IReadOnlyList<Finding> Findings) Assemble(CompanyLines definitions, IReadOnlyList<Figure> figures, IReadOnlySet<FigureId> contested)
    {
        Company company = definitions.Company;
        var findings = new List<Finding>();
        var table = new FigureTable(company, figures);
        if (LastReported(definitions, table) is not { } last)
        {
            bool years = table.All.Any(f => f.Column.Kind == PeriodKind.Year);
            findings.Add(new Finding(Severity.Error, FindingCode.Gap, $"{company.Name}: no figure of any quarter was found{(years ? ", only of whole years" : "")}, so there is nothing to build a model on")
            {
                Remedy = years ? "the model has quarters as columns: put the quarterly calls or releases into documents/, or type quarters into figures.csv" : "put documents into documents/ or figures into figures.csv; 'modelbuilder extract' shows what is read from them",
            });
            return (null, findings);
        }

        var axis = new Axis(FirstYear(company, definitions, table, last), LastYear(company, last), last);
        var grid = new ModelGrid(company, axis);
        new ReportedCells(definitions, table, contested, grid, findings).Fill();
        var projected = new ProjectedCells(definitions, grid, findings);
        projected.Fill();
        Leftovers(definitions, table, axis, findings);

        var rows = new HashSet<string>(grid.Cells.Keys.Select(k => k.RowKey), StringComparer.Ordinal);
        var model = new Model
        {
            Company = company,
            Axis = axis,
            Lines = [.. definitions.Lines.Where(l => rows.Contains(l.Row.RowKey)).Select(l => l.Row with { Note = Note(l.Row.RowKey, projected), Unit = UnitOf(l, grid) })],
            Drivers = projected.Drivers,
            Checks = [.. ModelChecks.For(definitions, grid, contested, findings)],
            Cells = grid.Cells,
            Figures = figures.ToDictionary(f => f.Id),
            Contested = contested,
            Ways = projected.Ways,
            Findings = findings,
        };
        return (model, findings);
    }

    private static FiscalPeriod? LastReported(CompanyLines definitions, FigureTable table)
    {
        FiscalPeriod[] Quarters(Func<LineKey, bool> of) =>
            [.. table.All.Where(f => f.Measure == Measure.Level && f.Column.Kind == PeriodKind.Quarter && of(f.Line)).Select(f => f.Column)];
        var segments = definitions.Company.Segments.Select(s => s.Key).Append(new LineKey("revenue.total")).ToHashSet();
        var rows = definitions.Lines.Select(l => l.Row.Key).ToHashSet();
        FiscalPeriod[] revenue = Quarters(segments.Contains);
        FiscalPeriod[] any = revenue.Length > 0 ? revenue : Quarters(rows.Contains);
        return any.Length > 0 ? any.Max() : null;
    }

    private static int FirstYear(Company company, CompanyLines definitions, FigureTable table, FiscalPeriod last)
    {
        var rows = definitions.Lines.Select(l => l.Row.Key).ToHashSet();
        int first = company.FirstColumn?.Year
            ?? table.All.Where(f => f.Measure == Measure.Level && f.Column.Kind is PeriodKind.Quarter or PeriodKind.Year && rows.Contains(f.Line)).Select(f => f.Column.Year).DefaultIfEmpty(last.Year).Min();
        return Math.Min(first, last.Year);
    }

    private static int LastYear(Company company, FiscalPeriod last) => last.AddQuarters(Math.Max(1, company.ForecastQuarters)).Year;

    /// <summary>A stated line counts what its figures count; a key such as <c>orders</c> alone cannot tell money from things.</summary>
    internal static Unit UnitOf(LineDefinition line, ModelGrid grid) => line.Formula is null
        ? grid.Axis.Columns.Select(c => grid[line.Row.RowKey, c.Period].Figure?.Amount.Unit).FirstOrDefault(unit => unit is not null) ?? line.Row.Unit
        : line.Row.Unit;

    private static string Note(string row, ProjectedCells projected) => projected.Chosen.GetValueOrDefault(row) is { } formula
        ? string.Join("; ", projected.Drivers.Where(d => formula.References().Contains(new LineReference(d.Key))).Select(d => d.Label))
        : "";

    /// <summary>What is known and has no place: figures before the first column, lines that the template has no row for.</summary>
    private static void Leftovers(CompanyLines definitions, FigureTable table, Axis axis, List<Finding> findings)
    {
        var rows = definitions.Lines.Select(l => l.Row.Key).ToHashSet();
        var levels = table.All.Where(f => f.Measure == Measure.Level && f.Figure.Status == FigureStatus.Reported).ToList();
        FiscalPeriod first = axis.Columns[0].Period;
        var older = levels.Where(f => rows.Contains(f.Line) && f.Column < first && f.Column.Kind is PeriodKind.Quarter or PeriodKind.Year).ToList();
        if (older.Count > 0)
        {
            findings.Add(new Finding(Severity.Info, FindingCode.Gap, FormattableString.Invariant(
                $"{older.Count} figures are older than the first column {first} (the oldest: {older.MinBy(f => f.Column).Line} {older.Min(f => f.Column)}); they stand on Facts only"))
            {
                Remedy = "set first_column in company.yaml to show them in the model",
            });
        }

        string[] homeless = [.. levels.Where(f => !rows.Contains(f.Line)).Select(f => f.Line.ToString()).Distinct().Order(StringComparer.Ordinal)];
        if (homeless.Length > 0)
        {
            findings.Add(new Finding(Severity.Info, FindingCode.Gap, $"stated, but without a row in the model: {string.Join(", ", homeless)}")
            {
                Remedy = "name them under other_lines in company.yaml, segments of earlier years under former_segments, or add them to the template's lines.yaml and template.xlsx",
            });
        }
    }
}
