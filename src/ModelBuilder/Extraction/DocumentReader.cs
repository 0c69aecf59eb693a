using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Goes through a document sentence by sentence with what carries over.</summary>
internal sealed class DocumentReader
{
    private const int TopicLife = 3;

    private readonly Document document;
    private readonly List<Sentence> sentences;
    private readonly Lexicon lexicon;
    private readonly Names names;
    private readonly FiscalPeriod? reporting;
    private readonly FiscalCalendar calendar;
    private readonly Resolver resolver;
    private readonly Passage passage = new();
    private readonly List<Mention> mentions = [];
    private readonly List<Finding> findings = [];

    public DocumentReader(Document document, Company? company)
    {
        this.document = document;
        sentences = [.. document.Lines.SelectMany(SentenceSplitter.Split)];
        lexicon = Lexicon.Of(company);
        names = new Names(company);
        calendar = company?.Calendar ?? FiscalCalendar.CalendarYear;
        reporting = ReportingPeriod.Of(document, sentences, calendar);
        resolver = new Resolver(document, calendar, reporting, Money.Of(sentences, company), lexicon);
        if (company is null)
        {
            DocumentParts.AddTo(lexicon, sentences);
        }
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
                bool turn = sentence.Line.Speaker != speaker || document.Source == SourceKind.Article;
                Turn(sentence, turn);
                line = sentence.Line.Number;
                speaker = sentence.Line.Speaker;
            }

            Conversation.Part of = conversation.PartOf(sentence);
            passage.TopicAge++;
            if (of is Conversation.Part.Operator or Conversation.Part.Question)
            {
                passage.QuestionTopic = of == Conversation.Part.Question ? Topics.Of(sentence, lexicon) ?? passage.QuestionTopic : null;
                continue;
            }

            One(sentence, of == Conversation.Part.Answer);
        }

        return new Extracted(Bases.Settle(mentions), findings);
    }

    private void Turn(Sentence sentence, bool turn)
    {
        if (Headings.Read(sentence, document.Source) is { } heading)
        {
            (passage.AmongOthers, passage.Valuation) = heading;
            passage.Owner = null;
            passage.Topic = null;
        }

        if (turn)
        {
            passage.Owner = null;
            passage.Period = null;
            passage.InOutlook = false;
            passage.Stated.Clear();
            passage.LastLine = null;
        }
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
        List<Name> named = names.Read(clause.Tokens, clause.Lines);
        Owners(clause, named);
        Talk(clause);
        if (clause.Quantities.Count == 0 || sentence.Text.EndsWith('?'))
        {
            return;
        }

        clause.Lines = Topics.Apply(clause, passage, lexicon, topic, answer, TopicLife);
        clause.Lines = Exclusions.Apply(clause, lexicon);
        List<Draft> drafts = Binder.Bind(clause, Continues(clause) ? passage.LastLine : null);
        foreach (Draft draft in drafts)
        {
            (Mention? mention, Finding? finding) = resolver.Resolve(draft, clause, passage, drafts);
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

            if (Refusal.Of(mention, owner, clause, document) is { } refused)
            {
                findings.Add(refused);
            }
            else
            {
                mentions.Add(mention);
            }
        }

        passage.LastLine = drafts.Count > 0 ? drafts[^1].Line : passage.LastLine;
    }

    private static bool Continues(Clause clause) => clause.Word(0) is "compared" or "increasing" or "decreasing" or "representing" or "up" or "down" or "rising" or "versus" or "that" or "this"
        && clause.Lines.All(l => l.First > clause.Quantities[0].First);

    // whose figures the next sentence speaks of where it names nobody
    private void Owners(Clause clause, List<Name> named)
    {
        if (document.Source is SourceKind.Transcript or SourceKind.MachineTranscript)
        {
            passage.Owner = null;
            return;
        }

        Name? subject = named.FirstOrDefault(n => Names.Owns(clause.Tokens, n));
        if (subject is not null)
        {
            passage.Owner = subject.First <= 6 ? subject.Other : passage.Owner;
        }
        else if (passage.AmongOthers)
        {
            passage.Owner ??= "another company";
        }
    }

    // the period that this and the next sentences talk about
    private void Talk(Clause clause)
    {
        PeriodContext context = new(calendar, reporting, passage.Period);
        PeriodPhrase? leading = Talking.Leading(clause);
        if (leading is not null && context.Resolve(leading) is { Kind: not PeriodKind.Instant and not PeriodKind.Month } period)
        {
            passage.Period = period == reporting ? null : reporting is { } r && period > r ? passage.Period : period;
        }

        if (Talking.Outlook(clause))
        {
            passage.InOutlook = true;
            PeriodPhrase? ahead = clause.Periods.FirstOrDefault(p => p.When is PeriodWhen.Named or PeriodWhen.This or PeriodWhen.Next && !p.OfLastYear && p.Shape is PeriodShape.Quarter or PeriodShape.Year or PeriodShape.Half);
            if (ahead is not null && context.Resolve(ahead) is { } future && (reporting is not { } now || future > now || future.Kind == PeriodKind.Year))
            {
                passage.Outlook = future;
            }
        }
    }
}
