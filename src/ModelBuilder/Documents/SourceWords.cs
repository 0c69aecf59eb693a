using System.Text.RegularExpressions;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>
/// Reads what kind of source a person names. Where the words are of several kinds the least of them holds: a summary of an
/// annual report is a summary, a machine's transcript is no edited one.
/// </summary>
internal static partial class SourceWords
{
    /// <summary>The kind of source, <see cref="SourceKind.Notes"/> where no word says.</summary>
    public static SourceKind Kind(string words) =>
        Article().IsMatch(words) ? SourceKind.Article
        : Summary().IsMatch(words) ? SourceKind.Summary
        : MachineTranscript().IsMatch(words) ? SourceKind.MachineTranscript
        : Transcript().IsMatch(words) ? SourceKind.Transcript
        : Release().IsMatch(words) ? SourceKind.Release
        : Filing().IsMatch(words) ? SourceKind.Filing
        : SourceKind.Notes;

    [GeneratedRegex(@"\b(article|news|forum|blog|broker|analysis|analyst)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(summary|aggregator)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\b(ASR|speech recognition|machine transcript|machine translation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MachineTranscript();

    [GeneratedRegex(@"\btranscript\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Transcript();

    [GeneratedRegex(@"\b(press|earnings|results) release\b|^release\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Release();

    [GeneratedRegex(@"\bfiling\b|\b(6-K|8-K|10-K|10-Q|20-F)\b|\b(annual|interim|quarterly) report\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filing();
}
