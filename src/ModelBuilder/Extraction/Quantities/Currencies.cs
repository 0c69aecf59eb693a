namespace ModelBuilder.Extraction;

/// <summary>How currencies are written.</summary>
internal static class Currencies
{
    private static readonly (string[] Words, string Code)[] Names =
    [
        (["us", "$"], "USD"), (["u", ".", "s", ".", "$"], "USD"), (["hk", "$"], "HKD"), (["nt", "$"], "TWD"), (["c", "$"], "CAD"), (["a", "$"], "AUD"), (["s", "$"], "SGD"),
        (["us", "dollar"], "USD"), (["u", ".", "s", ".", "dollar"], "USD"), (["american", "dollar"], "USD"),
        (["hong", "kong", "dollar"], "HKD"), (["canadian", "dollar"], "CAD"), (["australian", "dollar"], "AUD"), (["singapore", "dollar"], "SGD"),
        (["chinese", "yuan"], "CNY"), (["rmb", "yuan"], "CNY"), (["japanese", "yen"], "JPY"), (["pound", "sterling"], "GBP"), (["swiss", "franc"], "CHF"),
        (["rmb"], "CNY"), (["r", "&", "b"], "CNY"), (["renminbi"], "CNY"), (["yuan"], "CNY"), (["cny"], "CNY"), (["元"], "CNY"),
        (["usd"], "USD"), (["hkd"], "HKD"), (["eur"], "EUR"), (["euro"], "EUR"), (["€"], "EUR"), (["gbp"], "GBP"), (["£"], "GBP"),
        (["jpy"], "JPY"), (["yen"], "JPY"), (["chf"], "CHF"), (["sgd"], "SGD"), (["twd"], "TWD"), (["krw"], "KRW"), (["aud"], "AUD"), (["cad"], "CAD"),
        (["inr"], "INR"), (["rs"], "INR"), (["rs", "."], "INR"), (["₹"], "INR"), (["rupee"], "INR"), (["indian", "rupee"], "INR"),
        (["r", "$"], "BRL"), (["brl"], "BRL"), (["reai"], "BRL"), (["brazilian", "real"], "BRL"), (["brazilian", "reai"], "BRL"),
        (["₩"], "KRW"), (["korean", "won"], "KRW"), (["nz", "$"], "NZD"), (["nzd"], "NZD"), (["mx", "$"], "MXN"), (["mxn"], "MXN"), (["mexican", "peso"], "MXN"),
        (["sek"], "SEK"), (["swedish", "kronor"], "SEK"), (["swedish", "krona"], "SEK"), (["nok"], "NOK"), (["norwegian", "kroner"], "NOK"), (["dkk"], "DKK"), (["danish", "kroner"], "DKK"),
        (["pln"], "PLN"), (["zloty"], "PLN"), (["czk"], "CZK"), (["huf"], "HUF"), (["₺"], "TRY"), (["turkish", "lira"], "TRY"), (["ils"], "ILS"), (["nis"], "ILS"), (["₪"], "ILS"), (["shekel"], "ILS"),
        (["zar"], "ZAR"), (["rand"], "ZAR"), (["sar"], "SAR"), (["aed"], "AED"), (["dirham"], "AED"), (["rub"], "RUB"), (["ruble"], "RUB"), (["rouble"], "RUB"), (["thb"], "THB"), (["baht"], "THB"),
        (["idr"], "IDR"), (["rupiah"], "IDR"), (["myr"], "MYR"), (["rm"], "MYR"), (["ringgit"], "MYR"), (["php"], "PHP"), (["₱"], "PHP"), (["clp"], "CLP"), (["cop"], "COP"), (["ars"], "ARS"),
        (["new", "taiwan", "dollar"], "TWD"), (["new", "zealand", "dollar"], "NZD"),
        (["¥"], YenOrYuan), (["￥"], YenOrYuan), (["$"], SomeDollar), (["dollar"], SomeDollar),
    ];

    // "MSEK 424", "424 TEUR", "EURm 12": codes that carry their scale, as northern European reports write them
    private static readonly Dictionary<string, decimal> ScaledNames = new[] { "sek", "nok", "dkk", "eur", "usd", "gbp", "chf", "pln", "czk", "cad", "aud", "inr" }
        .SelectMany(code => new[] { ("m" + code, 1e6m), (code + "m", 1e6m), (code + "mn", 1e6m), (code + "bn", 1e9m), ("k" + code, 1e3m), ("t" + code, 1e3m) })
        .Append(("mkr", 1e6m)).Append(("tkr", 1e3m)).ToDictionary(n => n.Item1, n => n.Item2, StringComparer.Ordinal);

    // what speech recognition makes of a currency, only just before a number
    private static readonly (string[] Words, string Code)[] Misheard =
    [
        (["rnb"], "CNY"), (["r", "and", "b"], "CNY"), (["r", "and", "d"], "CNY"), (["arm", "be"], "CNY"), (["arm", "the"], "CNY"), (["armed", "be"], "CNY"), (["our", "mb"], "CNY"), (["rb"], "CNY"), (["rp"], "CNY"),
    ];

    private static readonly Dictionary<string, (string[] Words, string Code)[]> ByFirst =
        Names.Concat(Scaled()).GroupBy(n => n.Words[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(n => n.Words.Length).ToArray(), StringComparer.Ordinal);

    private static readonly Dictionary<string, (string[] Words, string Code)[]> ByLast =
        Names.Concat(Scaled()).Concat(Misheard).GroupBy(n => n.Words[^1]).ToDictionary(g => g.Key, g => g.OrderByDescending(n => n.Words.Length).ToArray(), StringComparer.Ordinal);

    private static readonly HashSet<string> LastMisheard = new(Misheard.Select(m => m.Words[^1]), StringComparer.Ordinal);

    /// <summary>The yen sign, which two currencies share.</summary>
    public const string YenOrYuan = "¥";

    /// <summary>A dollar without its country.</summary>
    public const string SomeDollar = "$";

    /// <summary>By what the amount beside a token is to be multiplied: 1 but for a code that carries a scale.</summary>
    public static decimal ScaleOf(Token token) => ScaledNames.GetValueOrDefault(token.Norm, 1);

    /// <summary>True where a token is a currency's sign or code of one word: a number follows.</summary>
    public static bool IsName(Token token) => ByFirst.TryGetValue(token.Norm, out (string[] Words, string Code)[]? names) && names.Any(n => n.Words.Length == 1);

    /// <summary>The currency whose name begins at a token, and how many tokens it takes.</summary>
    public static (string Code, int Length)? At(List<Token> tokens, int i)
    {
        if (i >= tokens.Count || !ByFirst.TryGetValue(tokens[i].Norm, out (string[] Words, string Code)[]? names))
        {
            return null;
        }

        foreach ((string[] words, string code) in names)
        {
            if (i + words.Length <= tokens.Count && Matches(tokens, i, words))
            {
                return (code, words.Length);
            }
        }

        return null;
    }

    /// <summary>The currency whose name ends just before a token.</summary>
    public static (string Code, int Length)? Before(List<Token> tokens, int end)
    {
        if (end <= 0 || !ByLast.TryGetValue(tokens[end - 1].Norm, out (string[] Words, string Code)[]? names))
        {
            return null;
        }

        foreach ((string[] words, string code) in names)
        {
            if (end - words.Length >= 0 && Matches(tokens, end - words.Length, words))
            {
                return (code, words.Length);
            }
        }

        return null;
    }

    /// <summary>The currency whose misheard name ends just before a token, or null.</summary>
    public static string? MisheardBefore(List<Token> tokens, int end)
    {
        if (end <= 0 || !LastMisheard.Contains(tokens[end - 1].Norm))
        {
            return null;
        }

        foreach ((string[] words, string code) in Misheard)
        {
            if (end - words.Length >= 0 && tokens[end - 1].Norm == words[^1] && Matches(tokens, end - words.Length, words))
            {
                return code;
            }
        }

        return null;
    }

    private static bool Matches(List<Token> tokens, int i, string[] words)
    {
        for (int k = 0; k < words.Length; k++)
        {
            // "A$5 million" names a dollar, "a $5 million charge" and "gave us $5 million" do not
            bool glued = words[^1] != "$" || words.Length == 1 || k == 0 || words[0] is "u" || tokens[i + k].Start == tokens[i + k - 1].End || char.IsUpper(tokens[i].Text[^1]) && words[0].Length > 1;
            if (tokens[i + k].Norm != words[k] || !glued)
            {
                return false;
            }
        }

        // "in a $5 million deal" is no A$
        return words is not [[_], "$"] || tokens[i].End == tokens[i + 1].Start;
    }

    private static IEnumerable<(string[] Words, string Code)> Scaled() => ScaledNames.Keys.Select(name => ((string[])[name], name is "mkr" or "tkr" ? "SEK"
        : Names.First(n => n.Words.Length == 1 && n.Words[0].Length == 3 && name.Contains(n.Words[0], StringComparison.Ordinal)).Code));
}
