using ModelBuilder.Documents;

namespace ModelBuilder.Extraction;

/// <summary>A sentence of a document.</summary>
internal sealed record Place(Document Document, Sentence Sentence)
{
    private const int Longest = 140;

    /// <summary><c>document:line: "..."</c>, the sentence cut to what a comment bears.</summary>
    public string Quote => Around(0);

    /// <summary>The same, cut around a token.</summary>
    public string Around(int token)
    {
        string text = Sentence.Text.Trim();
        int at = token < Sentence.Tokens.Count ? Sentence.Tokens[token].Start - Sentence.Start : 0;
        int from = text.Length <= Longest ? 0 : Math.Clamp(at - (Longest / 3), 0, text.Length - Longest);
        while (from > 0 && text[from - 1] != ' ')
        {
            from--;
        }

        int end = Math.Min(text.Length, from + Longest);
        while (end < text.Length && text[end] != ' ')
        {
            end++;
        }

        return FormattableString.Invariant($"{Document.Name}:{Sentence.Line.Number}: \"{(from > 0 ? "..." : "")}{text[from..end]}{(end < text.Length ? "..." : "")}\"");
    }
}

/// <summary>A name that may be a part of the company, and how documents use it.</summary>
internal sealed class Candidate(string slug)
{
    /// <summary>Words joined by underscores, as in a line key.</summary>
    public string Slug { get; } = slug;

    /// <summary>How it is written, with how often; the first of the most frequent labels the line.</summary>
    public Dictionary<string, int> Forms { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Times called a segment.</summary>
    public int Segment { get; set; }

    /// <summary>Times called a business, division or unit.</summary>
    public int Business { get; set; }

    /// <summary>Times revenue is stated of it with a number.</summary>
    public int Revenue { get; set; }

    /// <summary>Times a passage turns to it.</summary>
    public int Topic { get; set; }

    /// <summary>Times a sentence begins with its revenue, as a review of the parts does.</summary>
    public int Lead { get; set; }

    /// <summary>True where it is a place of the world.</summary>
    public bool Region { get; set; }

    /// <summary>Where it is first so called, the strongest use first.</summary>
    public (int Strength, string Quote)? Reason { get; private set; }

    /// <summary>How it is written where it is so called.</summary>
    public string Strongest { get; private set; } = "";

    /// <summary>Takes over another name for the same part, as further forms.</summary>
    public void Take(Candidate other)
    {
        foreach ((string form, int count) in other.Forms)
        {
            // after the own forms, because those label the line
            Forms[form] = Forms.GetValueOrDefault(form) + Math.Min(count, Math.Max(1, Forms.Values.Max() - 1));
        }

        Segment += other.Segment;
        Business += other.Business;
        Revenue += other.Revenue;
        Topic += other.Topic;
        Lead += other.Lead;
        if (other.Reason is { } reason && (Reason is not { } mine || mine.Strength < reason.Strength))
        {
            Reason = reason;
        }
    }

    public int Total => Segment + Business + Revenue + Topic;

    public void Use(string form, int strength, Place place, int token)
    {
        Forms[form] = Forms.GetValueOrDefault(form) + strength;
        if (Reason is not { } reason || reason.Strength < strength)
        {
            Reason = (strength, place.Around(token));
            Strongest = form;
        }
    }

    /// <summary>The form of a segment's name, of others the one used most.</summary>
    public string Form => Segment > 0 ? Forms.Keys.FirstOrDefault(f => f.Equals(Strongest, StringComparison.OrdinalIgnoreCase)) ?? Forms.MaxBy(f => f.Value).Key : Forms.MaxBy(f => f.Value).Key;
}
