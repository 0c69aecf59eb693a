namespace ModelBuilder.Extraction;

/// <summary>What a sentence says of a period that it names.</summary>
internal enum PeriodRole
{
    /// <summary>Nothing that tells.</summary>
    Neutral,

    /// <summary>It is over: "in the third quarter, sales grew".</summary>
    Past,

    /// <summary>Something is compared with it: "from 3 million in Q2".</summary>
    Base,

    /// <summary>It is expected: "we now expect full year 2021".</summary>
    Future,

    /// <summary>It runs: "for the remainder of 2021".</summary>
    Running,

    /// <summary>It has not begun: "as we move into 2022".</summary>
    Ahead,

    /// <summary>Not a period of business: "notes due 2027", "since 2009".</summary>
    Event,
}

/// <summary>Tells what a sentence says of a period from the words around it.</summary>
internal static class PeriodRoles
{
    // so far words of comparison lead to a period, and a verb tells its time
    private const int BaseReach = 16, VerbReach = 14, LeadReach = 4;

    private static readonly HashSet<string> Against = new(StringComparer.Ordinal) { "versus", "vs", "than", "compare", "compared", "compares", "comparing", "comparison", "comparisons", "against", "below", "above", "comparable", "relative", "lapping", "similar", "consistent", "approaching" };

    private static readonly HashSet<string> Coming = new(StringComparer.Ordinal)
    {
        "expect", "expects", "expecting", "expected", "expectation", "expectations", "anticipate", "anticipates", "anticipated", "anticipating", "will", "guidance", "guide", "guiding", "outlook", "forecast", "forecasts", "forecasted", "forecasting",
        "target", "targets", "targeting", "targeted", "projected", "projecting", "projection", "plan", "plans", "planned", "planning", "should", "would", "estimate", "estimated", "goal", "goals", "intend", "intends", "upcoming", "assume", "assumes", "assumption", "assumptions", "going", "visibility",
    };

    private static readonly HashSet<string> Over = new(StringComparer.Ordinal) { "was", "were", "had", "did", "grew", "rose", "fell", "came", "saw", "drove", "made", "went", "began", "brought", "built", "held", "took", "ran", "won", "been", "totaled" };

    // what ends in -ed and tells no time
    private static readonly HashSet<string> NoVerbs = new(StringComparer.Ordinal) { "adjusted", "consolidated", "diluted", "related", "based", "combined", "united", "limited", "need", "indeed", "speed", "exceed", "proceed", "succeed", "feed", "unadjusted", "unaudited", "detailed", "continued", "weighted", "annualized", "fixed", "mixed", "blended" };

    private static readonly HashSet<string> Toward = new(StringComparer.Ordinal) { "into", "toward", "towards", "beyond", "ahead", "entering", "enter", "entered", "forward" };

    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal) { "note", "bond", "budget", "audit", "senior", "convertible", "debenture", "class", "vintage", "model", "fund", "maturity", "strategy" };

    private static readonly HashSet<string> Told = new(StringComparer.Ordinal) { "result", "performance", "highlight", "accomplishment", "achievement" };

    /// <summary>The role of a sentence's period, by its place among them.</summary>
    public static PeriodRole Of(Sentence sentence, int index)
    {
        List<PeriodPhrase> phrases = sentence.Periods;
        // "compared to 2020 and 2019"
        bool joined = index > 0 && phrases[index].First - phrases[index - 1].End is 1 or 2 && sentence.Tokens[phrases[index].First - 1].Lower is "and" or "or";
        return joined && Of(sentence, index - 1) is PeriodRole.Base ? PeriodRole.Base : Of(sentence, phrases[index], index == 0 ? 0 : phrases[index - 1].End, index + 1 < phrases.Count ? phrases[index + 1].First : sentence.Tokens.Count);
    }

    // what stands before the one and from the other token on belongs to other periods
    private static PeriodRole Of(Sentence sentence, PeriodPhrase phrase, int from, int to)
    {
        List<Token> tokens = sentence.Tokens;
        string Word(int i) => (uint)i < (uint)tokens.Count ? tokens[i].Lower : "";
        bool year = phrase.Shape == PeriodShape.Year;
        if (year && (Word(phrase.First - 1) is "due" or "since" or "maturing" or "before" or "by" or "until" or "through" || (Word(phrase.First - 1) is "in" && Word(phrase.First - 2) is "due") || ByTheEnd() || (phrase.End < tokens.Count && Instruments.Contains(tokens[phrase.End].Norm))))
        {
            return PeriodRole.Event;
        }

        int lead = Math.Max(from, phrase.First - LeadReach);
        for (int i = phrase.First - 1; i >= lead && Word(i) is not ("," or ";"); i--)
        {
            if (Word(i) is "remainder" or "rest" or "balance" or "remaining" or "throughout")
            {
                return PeriodRole.Running;
            }
        }

        if (Word(phrase.End) is "so" && Word(phrase.End + 1) is "far")
        {
            return PeriodRole.Running;
        }

        // "our second quarter results", not "will be reflected in our fourth quarter results"
        if (phrase.End < tokens.Count && Told.Contains(tokens[phrase.End].Norm) && !Enumerable.Range(from, phrase.First - from).Any(i => Word(i) is "will" or "expect" or "expects"))
        {
            return PeriodRole.Past;
        }

        if (Compared(tokens, phrase, from))
        {
            return PeriodRole.Base;
        }

        for (int i = phrase.First - 1; i >= lead; i--)
        {
            if (Toward.Contains(Word(i)) || (Word(i) is "to" && Word(i - 1) is "look" or "looking") || (Word(i) is "start" && Word(i + 1) is "of" or "to"))
            {
                return PeriodRole.Ahead;
            }
        }

        if (year && Word(phrase.End) is "and" && Word(phrase.End + 1) is "beyond")
        {
            return PeriodRole.Ahead;
        }

        for (int step = 1; step <= VerbReach; step++)
        {
            if (Time(tokens, phrase.First - step, from, to) is { } before)
            {
                return before;
            }

            if (Time(tokens, phrase.End - 1 + step, from, to) is { } after)
            {
                return after;
            }
        }

        return PeriodRole.Neutral;

        // "by the end of 2025"
        bool ByTheEnd() => Word(phrase.First - 1) is "of" && Word(phrase.First - 2) is "end" && (Word(phrase.First - 3) is "by" || Word(phrase.First - 4) is "by" or "until");
    }

    // "compared with 38 million in the third quarter", "down from 3.4% last quarter"
    private static bool Compared(List<Token> tokens, PeriodPhrase phrase, int from)
    {
        // "a shift from Q3 to Q4" compares nothing
        bool onward = phrase.End < tokens.Count && tokens[phrase.End].Is("to");
        bool onto = false;
        // "up 5% to Q3 2019", "flat to the 2019 level": retailers compare to a period
        int to = phrase.First - (phrase.First > from && tokens[phrase.First - 1].Is("the") ? 2 : 1);
        if (to > from && tokens[to].Is("to") && tokens[to - 1].Lower is "%" or "percent" or "points" or "flat" or "even")
        {
            return true;
        }

        for (int i = phrase.First - 1; i >= from && i >= phrase.First - BaseReach && tokens[i].Lower is not ";" && !(tokens[i].Lower is "," && !tokens[i + 1].Is("or") && i < phrase.First - 1); i--)
        {
            string word = tokens[i].Lower;
            onto |= word is "to";
            bool next = i == phrase.First - 1 && word is "from" or "over";
            bool amounts = word is "from" && !onto && i < phrase.First - 1 && (tokens[i + 1].Kind != TokenKind.Word || tokens[i + 2].Kind == TokenKind.Number);
            bool since = phrase.Shape == PeriodShape.Quarter && i >= phrase.First - 3 && word is "since" or "following" or "back" or "after";
            if (Against.Contains(word) || amounts || since || (word is "line" && tokens[i + 1].Is("with")) || (next && !onward))
            {
                return true;
            }
        }

        return false;
    }

    private static PeriodRole? Time(List<Token> tokens, int at, int from, int to)
    {
        if (at < from || at >= to || tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        string word = tokens[at].Lower;
        return Coming.Contains(word) || (word is "be" && at > 0 && tokens[at - 1].Is("to")) || word.EndsWith("'ll", StringComparison.Ordinal) || word.EndsWith("\u2019ll", StringComparison.Ordinal) ? PeriodRole.Future
            : Over.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !NoVerbs.Contains(word) && !(at > 1 && tokens[at - 1].Is("be"))) ? PeriodRole.Past
            : null;
    }
}
