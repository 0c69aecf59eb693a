using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Goes through a document sentence by sentence with what carries over.</summary>
internal sealed partial class DocumentReader
{
    private const int TopicLife = 3;

    // a line of a list of expectations is no longer than this
    private const int LongestItem = 40;

    // what is said of an earlier period, or in a heard text of any, is over after so many sentences
    private const int PeriodLife = 2;

    // a line as long as this is a paragraph, not a piece of one
    private const int ParagraphLength = 600;

    private readonly Document document;
    private readonly List<Sentence> sentences;
    private readonly bool heard;
    private readonly HeardNames? heardNames;
    private readonly Lexicon lexicon;
    private readonly Names names;
    private readonly ReportedPeriod reported;
    private readonly FiscalPeriod? reporting;
    private readonly FiscalCalendar calendar;
    private readonly Resolver resolver;
    private readonly Passage passage = new();
    private readonly List<Totals.Said> mentions = [];
    private readonly List<Totals.Said> tables;
    private bool opening = true;

    // the basis that a document says all its figures have
    private string declared = "";
    private readonly Quotations quotations = new();
    private readonly FusedMarks marks;
    private (Clause Clause, int At)? unnamed;
    private readonly List<Finding> findings = [];

    public DocumentReader(Document document, Company? company)
    {
        this.document = document;
        IReadOnlyList<TextLine> lines = WrappedLines.Join(document);
        sentences = [.. lines.Where(l => !Furniture.Is(l)).SelectMany(SentenceSplitter.Split)];
        heard = document.Source == SourceKind.MachineTranscript || SpokenNumbers.AreUsual(sentences);
        if (heard)
        {
            sentences = [.. lines.Where(l => !Furniture.Is(l)).SelectMany(l => SentenceSplitter.Split(l, heard: true))];
        }

        marks = new FusedMarks(sentences);
        lexicon = Lexicon.Of(company);
        names = new Names(company);
        StatedDates dates = StatedDates.Of(sentences);
        reported = ReportingPeriod.Of(document, dates, company?.Calendar ?? FiscalYearEnd.Infer(dates, null));
        reporting = reported.Period;
        calendar = company?.Calendar ?? FiscalYearEnd.Infer(dates, reporting);
        Money money = Money.Of(sentences, company, document.Source == SourceKind.MachineTranscript);
        resolver = new Resolver(document, calendar, reporting, money, lexicon) { Promised = Talking.Promised(sentences, new PeriodContext(calendar, reporting, null) { Heard = heard }), Heard = heard };
        if (company is null)
        {
            DocumentParts.AddTo(lexicon, sentences);
        }

        // what stands in tables is no sentence
        (tables, HashSet<TextLine> rows) = heard ? ([], []) : TextTables.Read(document, lexicon, money, new PeriodContext(calendar, reporting, null));
        HashSet<int> numbers = [.. rows.Select(r => r.Number)];
        sentences.RemoveAll(s => numbers.Contains(s.Line.Number) && s.Line.Breaks.Count == 0);

        heardNames = heard ? new HeardNames(sentences, lexicon) : null;
    }

    public Extracted Read()
    {
        Conversation conversation = new(document);
        int line = 0;
        string? speaker = null;
        foreach (Sentence sentence in sentences)
        {
            if (sentence.Line.Number != line)
            {
                bool turn = sentence.Line.Speaker != speaker || sentence.Line.OpensParagraph || document.Source == SourceKind.Article || sentence.Line.Text.Length > ParagraphLength;
                Turn(sentence, turn);
                passage.Section = sentence.Line.Speaker == speaker ? passage.Section : null;
                line = sentence.Line.Number;
                speaker = sentence.Line.Speaker;
            }

            Conversation.Part of = conversation.PartOf(sentence);
            passage.Age();
            if (of is Conversation.Part.Operator or Conversation.Part.Question)
            {
                passage.Section = null;
                passage.QuestionTopic = of == Conversation.Part.Question ? Topics.Of(sentence, lexicon) ?? passage.QuestionTopic : null;
                continue;
            }

            One(sentence, of == Conversation.Part.Answer);
        }

        mentions.AddRange(tables);
        if (reported is { Doubt: { } doubt } && (reporting is not null ? mentions.Count > 0 : mentions.Exists(m => m.Mention.Period is null)))
        {
            findings.Add(doubt);
        }

        if (sentences.Find(s => s.IsOverlong) is { } piece)
        {
            findings.Add(new Finding(Severity.Info, FindingCode.Overlong, "the text goes on without a full stop for longer than any sentence; it is read in pieces, where a number may lose the line it belongs to")
            {
                Document = document.Name, DocumentLine = piece.Line.Number, Remedy = "put line ends or full stops between its statements",
            });
        }

        return new Extracted(Bases.Settle(Totals.Settle(Totals.Parted(mentions, lexicon.KnowsCompany))), findings);
    }

    private void One(Sentence sentence, bool answer)
    {
        (string? topic, bool transition) = Topics.Turn(sentence, lexicon);
        if (transition)
        {
            passage.Topic = topic;
            passage.TopicAge = 0;
        }

        Clause clause = Clause.Read(sentence, lexicon, passage.Topic, passage.Stated);
        marks.Apply(clause);
        Sections.Follow(clause, passage, lexicon, (topic, transition));
        List<Name> named = names.Read(clause.Tokens, clause.Lines);
        Owners(clause, named);
        Talk(clause);
        bool declares = BasisTalk.DeclaresAdjusted(clause);
        declared = declares ? "adjusted" : declared;
        passage.Basis = BasisTalk.Announced(clause) ?? (declares ? declared : passage.Basis);
        if (clause.Quantities.Count == 0 && clause.Lines is [{ IsNoLine: false } only] && only.End >= clause.Tokens.Count - 1 && only.First <= 3 && clause.Word(0) is "for" or "in" or "and" or "on")
        {
            // "For charter revenues. We are forecasting ...": recognition tore the sentence apart
            passage.LastLine = only;
        }

        if (quotations.Holds(clause, heard) || clause.Quantities.Count == 0 || (sentence.Text.EndsWith('?') && !(heard && Unheard.IsNoQuestion(clause))))
        {
            Subjects.Remember(clause, passage);
            passage.Compares(clause.Quantities.Count > 0 ? null : Talking.Compares(clause), announced: true);
            return;
        }

        clause.Lines = Topics.Apply(clause, passage, lexicon, topic, answer, TopicLife);
        clause.Lines = Subjects.Apply(clause, named, passage, lexicon);
        clause.Lines = Sections.Apply(clause, passage);
        clause.Lines = Scopes.Apply(clause);
        if (heardNames is not null)
        {
            // a name that nobody lists may be another one, misheard
            clause.Lines = [.. clause.Lines.Where(l => !l.ByVerb)];
            clause.Lines = Unheard.Apply(clause);
            clause.Lines = heardNames.Apply(clause);
        }

        clause.Lines = Exclusions.Apply(clause, lexicon);
        clause.Lines = BasisTalk.Apply(clause, passage.Basis);
        clause.Lines = Bases.Inherit(clause);
        List<Draft> drafts = Continuations.OfOutlook(Binder.Bind(clause, Continuations.Of(clause, passage, lexicon)), clause, passage);
        int before = mentions.Count;
        State(clause, drafts, named);
        if (unnamed is { } missing && UnnamedResult.Name(missing.Clause, missing.At, mentions.Skip(before).Select(m => m.Mention), mentions.Take(before).Select(m => m.Mention)) is { } line)
        {
            List<Totals.Said> margins = mentions[before..];
            mentions.RemoveRange(before, margins.Count);
            missing.Clause.Lines = [line, .. missing.Clause.Lines];
            State(missing.Clause, Binder.Bind(missing.Clause, null), []);
            mentions.AddRange(margins);
        }

        if (passage.Period is not null && mentions.Skip(before).Any(m => m.Mention.Period == reporting && m.Mention.Measure == Measure.Level))
        {
            // the sentence itself is back in the period that is reported
            passage.Period = null;
        }

        unnamed = UnnamedResult.At(clause) is { } at ? (clause, at) : null;
        if (drafts.Count > 0 && drafts[0].Line is { Weak: false } stated && stated.Key.StartsWith("revenue.", StringComparison.Ordinal))
        {
            (passage.LastRevenue, passage.LastRevenueAge) = (stated.Key, 0);
        }

        if (drafts.Count > 0)
        {
            (passage.LastLine, passage.SubjectAge, passage.LineAnnounced) = (drafts[^1].Line, 0, false);
        }

        passage.LastProfit = drafts.LastOrDefault(d => d.Role == Role.Level && Vocabulary.MarginOf(d.Line.Key) is not null)?.Line ?? passage.LastProfit;
    }

    // the mentions that bound numbers state, without what belongs to others
    private void State(Clause clause, List<Draft> drafts, List<Name> named)
    {
        foreach ((Draft draft, Mention? mention, Finding? finding) in drafts.SelectMany(d => resolver.ResolveAll(d, clause, passage, drafts).Select(r => (d, r.Mention, r.Finding))))
        {
            if (finding is not null)
            {
                findings.Add(finding);
            }

            if (mention is null)
            {
                continue;
            }

            string? owner = Names.OwnerAt(clause.Tokens, named, Math.Max(draft.Line.First, 0), passage.Owner);
            if (draft.Line.First > draft.Quantity.First)
            {
                owner = Names.OwnerAt(clause.Tokens, named, draft.Quantity.First, passage.Owner);
            }

            owner = Names.Expecting(clause.Tokens, draft.Quantity.End) ?? owner;
            if (draft.Line.Foreign && owner is null)
            {
                continue;
            }

            if (Refusal.Of(mention, owner, clause, document) is { } refused)
            {
                findings.Add(refused);
            }
            else
            {
                mentions.Add(new Totals.Said(mention, clause.Sentence, draft.Line is { Bare: false, First: >= 0 }) { PerhapsOf = draft.Line.PerhapsOf, Given = draft.Line.Given });
            }
        }
    }
}
