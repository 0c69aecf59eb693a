namespace ModelBuilder.Extraction;

/// <summary>
/// Where a text without stops goes over to its next statement: before a subject and its verb ("we expect", "this increase", "net
/// sales in the quarter were"), where what stands before can close one (an amount, a period) and does not ask for more. A
/// period between the two goes with the statement that has none of its own.
/// </summary>
internal sealed class ClauseBorders
{
    private const int VerbWithin = 8;
    private const int NameWithin = 5;
    private const int Shortest = 3;

    // what stands before these goes on with them; they end nothing
    private static readonly HashSet<string> Glue = Set("a an the our its their his my your this these that those of to in on at for from by with within without into over under between among and or but nor so if as than then when where while which who whose whom what why how because since although though unless until whether per versus vs "
        + "is are was were be been being am has have had do does did will would can could should may might must not no also we i they you he she it there said say says saying see sees believe believes think know hope feel note expect expected expects mentioned including excluding due driven like about approximately around nearly roughly almost more less up down plus minus some all both each every any such only just even very total adjusted net gross non gaap "
        + "compared reflecting representing following against across through via despite during before after regarding toward towards drive drove driving increase improve our let let's letting get make making impacted offset");

    private static readonly HashSet<string> Pronouns = Set("we i they it this these that there you he she we're we've we'll i'm i'll i've it's that's there's they're");

    private static readonly HashSet<string> Verbs = Set("is are was were am has have had will would can could should do did does may might increased decreased grew declined fell rose improved totaled totalled came reached remained remain remains expanded contracted represents represented represent accounted benefited dropped climbed gained finished ended compares compared reflects reflected includes included continues continued continue "
        + "expect believe anticipate plan think reported delivered achieved generated recorded saw see ended closed launched opened made added announced completed repurchased paid spent invested used now also currently recently still then drove exceeded assume assumes assumed imply implies implied mark marked marks provide provides gives give saw came");

    // of these a sentence is certain even where nothing is closed before it
    private static readonly HashSet<string> Sure = Set("expect believe anticipate continue remain reported ended plan are delivered");

    private static readonly HashSet<string> Opens = Set("our the its total consolidated overall adjusted net gross non gaap organic reported diluted first second third fourth quarter full year fiscal annual quarterly q1 q2 q3 q4 core global domestic international comparable company's");

    private static readonly HashSet<string> Articles = Set("our the its");

    private static readonly HashSet<string> Fronts = Set("when while if as despite excluding including after with by for in during on at within for compared versus");

    private static readonly PhraseIndex<Term> Names = Lexicon.Of(null).Terms;

    private readonly List<Token> tokens;
    private readonly List<PeriodPhrase> periods;
    private readonly bool[] closed;
    private readonly bool[] amount;
    private readonly PeriodPhrase?[] endsAt;
    private readonly int[] named;
    private readonly int[] stated;

    private ClauseBorders(List<Token> tokens)
    {
        this.tokens = tokens;
        periods = PeriodReader.Read(tokens);
        closed = new bool[tokens.Count + 1];
        amount = new bool[tokens.Count + 1];
        named = new int[tokens.Count + 1];
        stated = new int[tokens.Count + 1];
        endsAt = new PeriodPhrase?[tokens.Count + 1];
        bool[] claimed = new bool[tokens.Count];
        foreach (PeriodPhrase period in periods)
        {
            // "our third quarter" before a noun is part of its name
            closed[period.End] |= IsComparison(period) || Word(period.First - 1) is "in" or "for" or "during" or "of" or "at" or "as" or "to" or "on" or "from" or "through" or "this" || Word(period.First) is "this";
            endsAt[period.End] = period;
            Array.Fill(claimed, true, period.First, period.End - period.First);
        }

        foreach (Quantity q in QuantityReader.Read(tokens, claimed).Where(q => q.Kind != QuantityKind.Plain))
        {
            closed[q.End] = amount[q.End] = true;
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Lower is "sequentially" or "organically" or "respectively" or "basis" || (tokens[i].Is("year") && Word(i - 1) is "over" or "on" && Word(i - 2) is "year"))
            {
                closed[i + 1] = true;
            }
        }

        for (int i = 0, last = 0; i <= tokens.Count; i++)
        {
            last = amount[i] ? i : last;
            named[i] = last;
            stated[i] = i > 0 && (amount[i] || Verbs.Contains(Word(i - 1))) ? i : i > 0 ? stated[i - 1] : 0;
        }
    }

    /// <summary>The tokens at which a statement begins, without the first.</summary>
    public static List<int> Of(List<Token> tokens) => new ClauseBorders(tokens).Find();

    private List<int> Find()
    {
        List<int> found = [];
        int last = 0;
        for (int i = Shortest; i + 1 < tokens.Count; i++)
        {
            int at = BySubject(i) || ByNoun(i, last) || AfterComparison(i) ? i : ByName(i);
            if (at <= 0)
            {
                continue;
            }

            at = WithPeriod(at, last);
            if (at - last >= Shortest && !Fronted(last, at))
            {
                found.Add(at);
                last = at;
            }
        }

        return found;
    }

    // "we expect", "this decrease was", "there were"
    private bool BySubject(int i) => Pronouns.Contains(Word(i)) && !Glue.Contains(Word(i - 1))
        && (Verbs.Contains(Word(i + 1)) || Word(i).Contains('\'', StringComparison.Ordinal) || (Word(i) is "this" or "these" && i + 2 < tokens.Count && Verbs.Contains(Word(i + 2))))
        && (closed[i] || (Word(i) is "we" or "i" ? Sure.Contains(Word(i + 1)) : Word(i) is not ("that" or "it" or "they" or "you" or "he" or "she")));

    // "our guidance assumes", "the increase was"; behind a period any noun: "in the quarter results were"
    private bool ByNoun(int i, int last)
    {
        string before = Word(i - 1);
        if (Glue.Contains(before) || (!closed[i] && (Verbs.Contains(before) || before.EndsWith("ing", StringComparison.Ordinal) || before is "," or "one")))
        {
            return false;
        }

        bool article = Word(i) is "our" or "the";
        bool bare = closed[i] && !amount[i] && stated[i] > last && tokens[i].Kind == TokenKind.Word && !Glue.Contains(Word(i)) && !Verbs.Contains(Word(i)) && !Unpunctuated.GoesOn.Contains(Word(i)) && !Word(i).EndsWith("ing", StringComparison.Ordinal) && !Word(i).EndsWith("ly", StringComparison.Ordinal);
        for (int k = i + 1; (article || bare) && k < Math.Min(tokens.Count, i + 6); k++)
        {
            if (Verbs.Contains(Word(k)) && k > i + (article ? 1 : 0))
            {
                return true;
            }

            if (closed[k] || amount[k] || tokens[k].Kind != TokenKind.Word || Pronouns.Contains(Word(k)) || Glue.Contains(Word(k)) && Word(k) is not ("in" or "of" or "for" or "total" or "net" or "gross" or "our" or "the" or "adjusted" or "non" or "gaap"))
            {
                return false;
            }
        }

        return false;
    }

    // "5 million over the prior year quarter | excluding", "compared to the same period last year | gross margin"
    private bool AfterComparison(int i) => (!Names.TryAt(tokens, i, out Term term, out int length) || HasVerb(i + length) || term.Key.Length == 0) && endsAt[i] is { } period && IsComparison(period) && Word(period.First - 1) is "to" or "with" or "from" or "over" or "versus" or "than" or "in" or "for" or "vs" or "of" or "prior" && named[i] > 0 && i - named[i] < 8
        && tokens[i].Kind == TokenKind.Word && !Unpunctuated.GoesOn.Contains(Word(i)) && (Word(i) is "excluding" || !Glue.Contains(Word(i))) && !Verbs.Contains(Word(i)) && (Word(i) is "excluding" || !Word(i).EndsWith("ing", StringComparison.Ordinal)) && !Word(i).EndsWith("ly", StringComparison.Ordinal);

    // a line with a verb behind it: where its name begins
    private int ByName(int i)
    {
        if (!Names.TryAt(tokens, i, out Term term, out int length) || term.Key.Length == 0 || !HasVerb(i + length))
        {
            return 0;
        }

        int first = i;
        while (first > 0 && !closed[first] && Opens.Contains(Word(first - 1)))
        {
            first--;
        }

        // "our boats segment operating margin"
        int article = first - 1;
        while (article > 0 && article > first - 4 && !closed[article + 1] && !Articles.Contains(Word(article)) && !Glue.Contains(Word(article)) && !Verbs.Contains(Word(article)))
        {
            article--;
        }

        first = article >= 0 && article < first - 1 && Articles.Contains(Word(article)) && !closed[first] ? article : first;
        int from = first;
        while (from > 0 && from > first - NameWithin && !closed[from] && !Glue.Contains(Word(from - 1)) && !Verbs.Contains(Word(from - 1)))
        {
            from--;
        }

        // "last year retail sales were": the name begins where the statement before it closed
        return closed[from] ? from : first < i && !Glue.Contains(Word(first - 1)) ? first : 0;
    }

    private bool HasVerb(int end)
    {
        for (int k = end; k < Math.Min(tokens.Count, end + VerbWithin); k++)
        {
            if (Verbs.Contains(Word(k)))
            {
                return true;
            }

            if (amount[k] || tokens[k].Kind == TokenKind.Number || Pronouns.Contains(Word(k)) || Word(k) is "and" or "but" or "which" or "while" or "as" or "to" or "by" or "compared")
            {
                return false;
            }
        }

        return false;
    }

    // "... five million in the third quarter our sales were": whose period it is
    private int WithPeriod(int at, int last)
    {
        PeriodPhrase? period = endsAt[at];
        int first = period is null ? Word(at - 1) is "basis" ? Adverbial(at) : 0
            : IsComparison(period) ? Compared(period.First)
            : period.First;
        while (first > last && Word(first - 1) is "in" or "for" or "during" or "of" or "as" or "at" or "on" or "the" or "within")
        {
            first--;
        }

        bool own = named[first] <= last || (period is null or { When: PeriodWhen.Named or PeriodWhen.This } && periods.Exists(p => p.First >= last && p.End <= first && first - p.End < 20));
        return first > last + Shortest && own && Word(first) is not ("of" or "the") && !Glue.Contains(Word(first - 1)) ? first : at;
    }

    // "when we look at the third quarter, sales were", "for charter sales, we expect": what stands in front has no statement of its own
    private bool Fronted(int last, int at) => named[at] <= last && at - last < 16 && Fronts.Contains(Word(last)) && !Enumerable.Range(last + 1, at - last - 1).Any(k => Fronts.Contains(Word(last)) && Word(last) is not ("when" or "while" or "if" or "as") && Verbs.Contains(Word(k)));

    private static bool IsComparison(PeriodPhrase period) => period.OfLastYear || period.When is PeriodWhen.YearAgo or PeriodWhen.TwoYearsAgo or PeriodWhen.Last;

    private int Compared(int first)
    {
        int k = first - 1;
        while (k > 0 && Word(k) is "to" or "with" or "the" or "in" or "of")
        {
            k--;
        }

        return Word(k) is "compared" && named[k] < k - 8 ? k : 0;
    }

    private int Adverbial(int at)
    {
        for (int k = at - 2; k > 0 && k > at - 7; k--)
        {
            if (Word(k) is "on")
            {
                return k;
            }
        }

        return 0;
    }

    private string Word(int i) => i >= 0 && i < tokens.Count ? tokens[i].Lower : "";

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
