using System.Globalization;
using System.Text.RegularExpressions;
using ModelBuilder.Documents;

namespace ModelBuilder.Extraction;

/// <summary>
/// Cuts a line into sentences: also where a page has lost the space after the full stop ("in 2022.Gross profit"), not at
/// abbreviations, decimals and addresses. A fragment that cannot stand alone ("compared with 12% last year.") stays with
/// the sentence before it, as speech recognition tears sentences apart.
/// </summary>
internal static partial class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "dr", "inc", "ltd", "co", "corp", "vs", "no", "st", "jr", "sr", "approx", "prof", "fig", "messrs", "dept", "est", "rs",
    };

    // text without full stops is cut, so that no sentence costs more than its length
    private const int Longest = 4000;

    private static readonly HashSet<string> Continuations = new(StringComparer.Ordinal)
    {
        "compared", "versus", "against", "increasing", "decreasing", "rising", "falling", "representing", "up", "down", "million", "billion", "remained",
    };

    /// <summary>The sentences of a line; what has no punctuation is cut further.</summary>
    public static IEnumerable<Sentence> Split(TextLine line) => Split(line, heard: false);

    /// <summary>The sentences of a line, their words mended where speech recognition wrote them.</summary>
    public static IEnumerable<Sentence> Split(TextLine line, bool heard)
    {
        bool told = false;
        foreach (Sentence sentence in AtStops(line, heard))
        {
            List<int> cuts = Unpunctuated.Cuts(sentence.Tokens, sentence.Text.Length, heard);
            bool overlong = Overlong.Cut(sentence.Tokens, cuts) || sentence.IsOverlong;
            if (cuts.Count == 1)
            {
                yield return sentence;
                continue;
            }

            for (int c = 0; c < cuts.Count; c++)
            {
                int first = cuts[c], end = c + 1 < cuts.Count ? cuts[c + 1] : sentence.Tokens.Count;

                // numbers and signs without a word state nothing of anything; one piece stays, to be found overlong
                if (overlong && told && !sentence.Tokens.Slice(first, end - first).Exists(t => t.Kind == TokenKind.Word))
                {
                    continue;
                }

                told |= overlong;
                int start = c == 0 ? sentence.Start : sentence.Tokens[first].Start;
                yield return new Sentence(line, start, line.Text[start..sentence.Tokens[end - 1].End], sentence.Tokens.GetRange(first, end - first)) { IsOverlong = overlong };
            }
        }
    }

    private static IEnumerable<Sentence> AtStops(TextLine line, bool heard)
    {
        string text = line.Text;
        int start = SkipSpace(text, line.Start);
        for (int i = start; i < text.Length; i++)
        {
            // two lengths without a good place: any space or sign will do, so that no sentence costs more than its length
            if (i - start >= Longest && !char.IsLetterOrDigit(text[i]) && (i - start >= 2 * Longest || (char.IsWhiteSpace(text[i]) && Unpunctuated.MayCut(text, i))))
            {
                if (Make(line, start, i, heard) is { } piece)
                {
                    yield return piece;
                }

                start = SkipSpace(text, i);
                i = start - 1;
                continue;
            }

            if (text[i] is '.' or '!' or '?' or '\u3002' && EndsSentence(text, start, i) && !(heard && Torn(text, start, i)))
            {
                int end = i + 1;
                while (end < text.Length && text[end] is '.' or '"' or '\u201d' or ')')
                {
                    end++;
                }

                if (Make(line, start, end, heard) is { } sentence)
                {
                    yield return sentence;
                }

                start = SkipSpace(text, end);
                i = start - 1;
            }
        }

        if (Make(line, start, text.Length, heard) is { } last)
        {
            yield return last;
        }
    }

    // "Adjusted EBITDA(2) of $5 million": a footnote's mark, set tight behind a word, is no number
    private static List<Token> WithoutMarks(List<Token> tokens)
    {
        for (int i = tokens.Count - 3; i > 0; i--)
        {
            // "Gross leverage (a) of 0.8x"
            if (tokens[i].Text is "(" && tokens[i + 2].Text is ")" && tokens[i + 1] is { Kind: TokenKind.Word, Text: [>= 'a' and <= 'j'] } && tokens[i - 1].Kind == TokenKind.Word)
            {
                tokens.RemoveRange(i, 3);
            }
            else if (tokens[i].Text is "(" && tokens[i + 2].Text is ")" && tokens[i].Start == tokens[i - 1].End && tokens[i - 1].Kind == TokenKind.Word && tokens[i + 1] is { Kind: TokenKind.Number, Text.Length: <= 2 } && int.TryParse(tokens[i + 1].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int mark) && mark is > 0 and <= 30)
            {
                tokens.RemoveRange(i, 3);
            }
        }

        return tokens;
    }

    private static Sentence? Make(TextLine line, int start, int end, bool heard)
    {
        bool overlong = end - start >= 2 * Longest;
        while (end > start && char.IsWhiteSpace(line.Text[end - 1]))
        {
            end--;
        }

        if (end <= start)
        {
            return null;
        }

        string text = line.Text[start..end];
        List<Token> tokens = Disfluencies.Remove(WithoutMarks(Tokenizer.Tokenize(text, start)));
        List<Token> joined = SpokenNumbers.Join(heard ? NoisyResults.Mend(Noise.Mend(tokens)) : tokens);

        // of "uh" alone nothing is left, and every reader counts on a first word
        return joined.Count == 0 ? null : new Sentence(line, start, text, joined) { IsOverlong = overlong };
    }

    private static bool EndsSentence(string text, int start, int i)
    {
        if (text[i] == '\u3002')
        {
            return true;
        }

        int next = i + 1;
        while (next < text.Length && text[next] is '.' or '"' or '\u201d' or ')')
        {
            next++;
        }

        if (next >= text.Length)
        {
            return true;
        }

        bool space = char.IsWhiteSpace(text[next]);
        int after = SkipSpace(text, next);
        if (after >= text.Length)
        {
            return true;
        }

        char follow = text[after];
        if (!space)
        {
            // glued: only before a capital, and not inside U.S. or 1.5
            return char.IsUpper(follow) && after + 1 < text.Length && !(text[after + 1] == '.')
                && i > start && (char.IsLower(text[i - 1]) || char.IsDigit(text[i - 1]) || text[i - 1] is '%' or ')' or '"')
                && !Abbreviations.Contains(WordBefore(text, start, i));
        }

        if (text[i] != '.')
        {
            return true;
        }

        string before = WordBefore(text, start, i);
        if (Abbreviations.Contains(before) || (before.Length == 1 && i >= 1 && char.IsUpper(text[i - 1]) && !(i >= 2 && text[i - 2] == '&')) || IsInitials(text, start, i))
        {
            return false;
        }

        // "Oct. 22" is a date
        bool date = char.IsAsciiDigit(follow) && before is "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sep" or "sept" or "oct" or "nov" or "dec";
        return !date && !char.IsLower(follow) && !Continues(text, after);
    }

    // "from continuing operations attribute. To its owners was 4 million": what the word before asks for comes behind the stop
    private static bool Torn(string text, int start, int i) =>
        text[i] == '.' && WordBefore(text, start, i) is "attribute" or "attributable" or "compared" or "from" or "of" or "the" or "and" or "or" or "between";

    private static bool Continues(string text, int after)
    {
        int end = after;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        if (end > after)
        {
            string word = text[after..end].ToLowerInvariant();
            return Continuations.Contains(word) && !IsTopicOfItsOwn(text, end);
        }

        // "71.2 million this quarter." goes on with the list before it; "2022 was a hard year." does not
        if (!char.IsAsciiDigit(text[after]))
        {
            return false;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            end++;
        }

        string rest = text[end..Math.Min(text.Length, end + 9)].TrimStart();
        return rest.StartsWith('%') || rest.StartsWith("million", StringComparison.Ordinal) || rest.StartsWith("billion", StringComparison.Ordinal);
    }

    // "Compared to last year, revenue grew" is a sentence of its own; "Compared with 4% last quarter." is not
    private static bool IsTopicOfItsOwn(string text, int from)
    {
        int stop = text.IndexOf('.', from, Math.Min(text.Length - from, 200));
        int comma = text.IndexOf(',', from, Math.Min(text.Length - from, 200));
        if (comma < 0 || (stop >= 0 && stop < comma))
        {
            return false;
        }

        // "Compared to the quarter ended March 31, 2019, sales rose 4%": the verb stands behind the comma
        return text.AsSpan(from, comma - from).IndexOfAnyInRange('0', '9') < 0 || Verb().IsMatch(text.AsSpan(comma, (stop < 0 ? Math.Min(text.Length, comma + 200) : stop) - comma));
    }

    [GeneratedRegex(@", [a-z ]{3,60}\b(?:increased|decreased|rose|fell|grew|declined|was|were)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Verb();

    private static string WordBefore(string text, int start, int i)
    {
        int w = i;
        while (w > start && char.IsLetter(text[w - 1]))
        {
            w--;
        }

        return text[w..i].ToLowerInvariant();
    }

    private static bool IsInitials(string text, int start, int i) =>
        i - 2 >= start && text[i - 2] == '.' && char.IsUpper(text[i - 1]);

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }
}
