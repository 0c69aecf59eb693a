using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>How the name of a candidate is written: counted over all documents, and made into a line with label and aliases.</summary>
internal static class Forms
{
    private const int MostAliases = 8;

    /// <summary>Adds to names of three words or more the initials by which they go on.</summary>
    public static void AddInitials(IReadOnlyList<Candidate> candidates, IReadOnlyList<Place> places)
    {
        string[] texts = [.. places.Select(p => p.Sentence.Text)];
        foreach (Candidate candidate in candidates.Where(c => !c.Region && c.Form.Split(' ').Length > 2))
        {
            if (Initials(candidate.Form, texts) is { } initials)
            {
                candidate.Forms.TryAdd(initials, 1);
            }
        }
    }

    /// <summary>Counts every place where a candidate's name stands, however it is used there.</summary>
    public static void Count(IReadOnlyList<Candidate> candidates, IReadOnlyList<Place> places)
    {
        PhraseIndex<Candidate> index = new();
        foreach (Candidate candidate in candidates)
        {
            foreach (string form in candidate.Forms.Keys.ToArray())
            {
                index.Add(form, candidate);
            }
        }

        foreach (Place place in places)
        {
            List<Token> tokens = place.Sentence.Tokens;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (index.TryAt(tokens, i, out Candidate candidate, out int length))
                {
                    string form = place.Sentence.Line.Text[tokens[i].Start..tokens[i + length - 1].End];
                    candidate.Forms[form] = candidate.Forms.GetValueOrDefault(form) + 1;
                    i += length - 1;
                }
            }
        }
    }

    /// <summary>A line of a candidate, labelled with its usual form.</summary>
    public static CompanyLine Line(string key, Candidate candidate) => new(new LineKey(key), Label(candidate), [.. candidate.Forms.Keys.Take(MostAliases)]);

    /// <summary>The form that names the line: with "net" where revenue is stated so, else the most frequent.</summary>
    public static string Usual(Candidate candidate) =>
        candidate.Forms.Keys.FirstOrDefault(f => f.StartsWith("net ", StringComparison.OrdinalIgnoreCase))
        ?? Plural(candidate) ?? candidate.Form;

    // "lantern business" and "lanterns": the plural is the name, the singular only goes before a noun
    private static string? Plural(Candidate candidate) => candidate.Forms.Keys.FirstOrDefault(f => f.Equals(candidate.Form + "s", StringComparison.OrdinalIgnoreCase) && candidate.Forms[f] * 4 >= candidate.Forms[candidate.Form]);

    /// <summary>The part of a key that the usual form makes.</summary>
    public static string Key(Candidate candidate) => candidate.Region ? candidate.Slug : Slug(Usual(candidate));

    /// <summary>Initials by which a name of several words goes in the documents: "B&amp;L", or null.</summary>
    public static string? Initials(string form, IReadOnlyList<string> texts)
    {
        string[] words = form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string letters = string.Concat(words.Select(w => w is "and" or "&" ? "&" : w[..1].ToUpperInvariant()));
        return letters.Length >= 2 && words.Length >= 2 && texts.Count(t => Stands(t, letters)) >= 2 ? letters : null;
    }

    private static bool Stands(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name as a row of the model has it; a region's is the place, however it is written.</summary>
    public static string Label(Candidate candidate) => !candidate.Region ? Label(Usual(candidate))
        : candidate.Slug.Length <= 2 || candidate.Slug == "emea" ? candidate.Slug.ToUpperInvariant()
        : string.Join(' ', candidate.Slug.Split('_').Select((w, i) => w is "of" or "world" || (i > 0 && candidate.Slug.StartsWith("rest", StringComparison.Ordinal)) ? w : Label(w)));

    public static string Label(string form) => char.ToUpperInvariant(form[0]) + form[1..];

    private static string Slug(string form)
    {
        List<Token> tokens = Tokenizer.Tokenize(form);
        return NameReader.Slug(tokens, 0, tokens.Count);
    }
}
