namespace ModelBuilder.Figures;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Decided or left out; a person may want to look.</summary>
    Warning,

    /// <summary>Something could not be done or decided; exit code 1.</summary>
    Error,
}

/// <summary>The codes of findings that other programs rely on.</summary>
public static class FindingCode
{
    /// <summary>A mention that lost to another.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>A number of another company, the market, a broker or an analyst, put where it would have gone.</summary>
    public const string Refused = "refused";

    /// <summary>A later document states a past figure anew.</summary>
    public const string Restated = "restated";

    /// <summary>A figure that follows from others.</summary>
    public const string Derived = "derived";

    /// <summary>A figure the model wants and nothing states.</summary>
    public const string Gap = "gap";

    /// <summary>A number whose scale cannot be known.</summary>
    public const string UnknownScale = "unknown-scale";

    /// <summary>A number whose period cannot be known.</summary>
    public const string UnknownPeriod = "unknown-period";

    /// <summary>A file, or a part of it, that could not be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Text without full stops, longer than any sentence, that was read in pieces.</summary>
    public const string Overlong = "overlong";

    /// <summary>A figure left undecided between candidates.</summary>
    public const string Undecided = "undecided";

    /// <summary>Something wrong in a file that the user keeps: company.yaml, figures.csv, a template.</summary>
    public const string Input = "input";

    /// <summary>A projection that rests on too little.</summary>
    public const string Projection = "projection";

    /// <summary>A check of the workbook that fails.</summary>
    public const string Check = "check";
}

/// <summary>Something a person should know, with where it is and what to do about it. Findings accumulate; they are never exceptions.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">One of <see cref="FindingCode"/>.</param>
/// <param name="Message">What, in words an analyst would use.</param>
public sealed record Finding(Severity Severity, string Code, string Message)
{
    /// <summary>The line it is about, where it is about one.</summary>
    public LineKey? Line { get; init; }

    /// <summary>The measure, where it is about one.</summary>
    public Measure? Measure { get; init; }

    /// <summary>The period, where known.</summary>
    public FiscalPeriod? Period { get; init; }

    /// <summary>The number in question, in base units.</summary>
    public decimal? Value { get; init; }

    /// <summary>The document or file.</summary>
    public string? Document { get; init; }

    /// <summary>The line of that file, from 1.</summary>
    public int? DocumentLine { get; init; }

    /// <summary>What a person can do.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where it is: <c>file:line</c>, the file, or nothing.</summary>
    public string Place => (Document, DocumentLine) switch
    {
        ({ } d, { } l) => FormattableString.Invariant($"{d}:{l}"),
        ({ } d, null) => d,
        _ => "",
    };
}
