namespace ModelBuilder.Extraction;

/// <summary>A sentence with everything found in it.</summary>
internal sealed class Clause
{
    private Clause(Sentence sentence, List<PeriodPhrase> periods, List<Quantity> quantities, List<LineRef> lines, List<Marker> markers, bool[] claimed)
    {
        Sentence = sentence;
        Tokens = sentence.Tokens;
        Periods = periods;
        Quantities = quantities;
        Lines = lines;
        Markers = markers;
        Claimed = claimed;
    }

    public Sentence Sentence { get; }

    /// <summary>True where nobody has said which lines the company has, so that operating figures are named by the document.</summary>
    public bool Open { get; private init; }

    public List<Token> Tokens { get; }

    public List<PeriodPhrase> Periods { get; }

    public List<Quantity> Quantities { get; }

    public List<LineRef> Lines { get; set; }

    public List<Marker> Markers { get; }

    /// <summary>Tokens that are part of a number, a period, a line or a marker.</summary>
    public bool[] Claimed { get; }

    /// <summary>What it leaves out ("excluding X"), once that was read.</summary>
    public List<Exclusion> Exclusions { get; set; } = [];

    /// <summary>Whether it speaks of the long term; null before anyone asked.</summary>
    public bool? LongTerm { get; set; }

    /// <summary>Reads a sentence.</summary>
    public static Clause Read(Sentence sentence, Lexicon lexicon, string? topic, HashSet<string> stated)
    {
        List<Token> tokens = sentence.Tokens;
        bool[] claimed = new bool[tokens.Count];
        List<PeriodPhrase> periods = sentence.Periods;
        Claim(periods.Select(p => (p.First, p.End)));
        List<Quantity> quantities = periods.Count == 0 ? [.. sentence.Quantities] : QuantityReader.Read(tokens, claimed);
        // "common equity tier 1", "stage 3 loans": numbers of names
        quantities.RemoveAll(q => claimed[q.First] || (q.Kind == QuantityKind.Plain && q.First > 0 && tokens[q.First - 1].Lower is "tier" or "cet" or "stage"));
        Claim(quantities.Select(q => (q.First, q.End)));
        List<LineRef> lines = LineReader.Read(lexicon, tokens, claimed, topic, stated);
        Claim(lines.Select(l => (l.First, l.End)));
        List<Marker> markers = Marker.Read(tokens, claimed);
        Claim(markers.Select(m => (m.First, m.End)));
        Clause clause = new(sentence, periods, quantities, lines, markers, claimed) { Open = !lexicon.KnowsCompany };
        clause.Lines = quantities.Count > 0 ? Coordinations.Apply(clause) : lines;
        Claim(clause.Lines.Select(l => (l.First, l.End)));
        if (clause.Open && quantities.Count > 0)
        {
            clause.Lines = OpenSubjects.Apply(clause);
        }

        return clause;

        void Claim(IEnumerable<(int First, int End)> spans)
        {
            foreach ((int first, int end) in spans)
            {
                Array.Fill(claimed, true, first, end - first);
            }
        }
    }

    /// <summary>True where a name owns the line, also across a period: "Harbour Works' second quarter sales", "Harbour's 2023 sales".</summary>
    public bool IsOwned(LineRef line)
    {
        int k = line.First - 1;
        while (k > 0 && Claimed[k] && Periods.Exists(p => p.First <= k && k < p.End))
        {
            k--;
        }

        return k > 0 && k < line.First - 1 && Word(k) is "'s" or "'" or "\u2019" && Tokens[k - 1].IsCapitalised;
    }

    /// <summary>The word at a token, or an empty text outside the sentence.</summary>
    public string Word(int i) => (uint)i < (uint)Tokens.Count ? Tokens[i].Lower : "";
}
