namespace ModelBuilder.Extraction;

/// <summary>
/// Results before "from operations" and "attributable to": few words can stand there, so that what stands there instead is
/// read as the one that sounds like it ("well as from continuing operations" was "loss from continuing operations").
/// </summary>
internal static class NoisyResults
{
    private const int MostWords = 3;

    // what may stand before "from operations" as it is
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "loss", "income", "profit", "earning", "cash", "flow", "revenue", "sale", "result", "fund", "margin", "inflow", "outflow", "gain", "contribution", "return", "benefit", "lease", "proceed", "charge", "expense", "cost", "release", "released", "class", "close", "closed", "place", "sell", "sold", "else", "also",
    };

    private static readonly (string Word, string Key)[] Results = [.. new[] { "loss", "income", "profit", "earnings" }.Select(w => (w, SoundKey.Of([w])))];

    private static readonly string Attributable = SoundKey.Of(["attributable"]);

    /// <summary>The tokens with such results named.</summary>
    public static List<Token> Mend(List<Token> tokens)
    {
        List<Token> said = new(tokens.Count);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is("from") && OperationsAt(tokens, i + 1) is { } end && said.Count > 0)
            {
                Result(said);
                if (AttributedAt(tokens, end) is { } to)
                {
                    said.AddRange(tokens.Skip(i).Take(end - i));
                    said.Add(Meant(tokens[end], tokens[to - 1], tokens.Skip(end).Take(to - end), "attributable"));
                    i = to - 1;
                    continue;
                }
            }

            said.Add(i > 0 && IsLost(tokens, i) ? Meant(tokens[i], tokens[i], [tokens[i]], "in") : tokens[i]);
        }

        return said;
    }

    // "lost from the third quarter was": a loss from something in a quarter, of which words are missing
    private static bool IsLost(List<Token> tokens, int i) => tokens[i].Is("from") && tokens[i - 1].Lower is "lost" or "loss" && i + 3 < tokens.Count && tokens[i + 1].Is("the")
        && tokens[i + 2].Lower is "first" or "second" or "third" or "fourth" && tokens[i + 3].Is("quarter");

    private static int? OperationsAt(List<Token> tokens, int i)
    {
        int k = i < tokens.Count && tokens[i].Is("continuing") ? i + 1 : i;
        return k < tokens.Count && tokens[k].Norm is "operation" or "operational" ? k + 1 : null;
    }

    // the words before "from" that sound like a result
    private static void Result(List<Token> said)
    {
        for (int length = MostWords; length >= 1; length--)
        {
            List<Token> words = [.. said.TakeLast(length)];
            if (said.Count < length || words.Exists(w => w.Kind != TokenKind.Word || Known.Contains(w.Norm)))
            {
                continue;
            }

            string key = SoundKey.Of(words.Select(w => w.Lower));
            foreach ((string word, string sound) in Results)
            {
                // nothing of the result's sounds may be missing
                if (key.Length >= sound.Length && key.Length <= sound.Length + 1 && SoundKey.Distance(key, sound) == key.Length - sound.Length)
                {
                    said.RemoveRange(said.Count - length, length);
                    said.Add(Meant(words[0], words[^1], words, word));
                    return;
                }
            }
        }
    }

    // "a tree. available to", "attribute. To": where the words before "to" end
    private static int? AttributedAt(List<Token> tokens, int from)
    {
        for (int to = from + 1; to < tokens.Count && to <= from + 5; to++)
        {
            if (tokens[to].Is("to"))
            {
                string key = SoundKey.Of(tokens.Skip(from).Take(to - from).Where(t => t.Kind == TokenKind.Word).Select(t => t.Lower));
                bool plain = to == from + 1 && tokens[from].Is("attributable");
                return !plain && SoundKey.Distance(key, Attributable) <= 2 ? to : null;
            }
        }

        return null;
    }

    private static Token Meant(Token first, Token last, IEnumerable<Token> heard, string word) =>
        new(first.Start, last.End - first.Start, word, word, Token.Normalise(word), TokenKind.Word, false) { Doubt = $"'{string.Join(' ', heard.Select(t => t.Text))}' read as {word}" };
}
