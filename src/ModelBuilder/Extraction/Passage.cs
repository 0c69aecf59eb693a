using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>What carries over from sentence to sentence while a document is read.</summary>
internal sealed class Passage
{
    /// <summary>The part of the company that is being talked about.</summary>
    public string? Topic { get; set; }

    /// <summary>How many sentences ago the topic was named.</summary>
    public int TopicAge { get; set; }

    /// <summary>The part that the speaker goes on about (see <see cref="Sections"/>).</summary>
    public string? Section { get; set; }

    /// <summary>How many sentences ago that part was named or something of it stated.</summary>
    public int SectionAge { get; set; }

    /// <summary>The part that is the subject of this sentence and where it is named; null where none.</summary>
    public (string Part, int At)? SectionHere { get; set; }

    /// <summary>True where this sentence names a segment that is not known.</summary>
    public bool UnknownHere { get; set; }

    /// <summary>True where its turn was announced, rather than a sentence begun with its name.</summary>
    public bool SectionTurned { get; set; }

    /// <summary>True where this sentence announces a part.</summary>
    public bool Announced { get; set; }

    /// <summary>True where the parts that the speaker goes through were called segments, whose results are stated too.</summary>
    public bool OfSegments { get; set; }

    /// <summary>True while the speaker goes through the parts one by one.</summary>
    public bool InReview { get; set; }

    /// <summary>The period that is being talked about; null: the reporting one.</summary>
    public FiscalPeriod? Period { get; set; }

    /// <summary>The period, other than the reporting one, that the heading names under which the text stands.</summary>
    public FiscalPeriod? Headed { get; set; }

    /// <summary>How many sentences ago that period was said.</summary>
    public int PeriodAge { get; set; }

    /// <summary>True where a sentence without figures said it.</summary>
    public bool PeriodAnnounced { get; set; }

    /// <summary>The period that the outlook is about.</summary>
    public FiscalPeriod? Outlook { get; set; }

    /// <summary>True where all that the last sentence with figures stated is expected.</summary>
    public bool Expecting { get; set; }

    /// <summary>True under a heading or a colon behind which what is expected is listed line by line.</summary>
    public bool Listing { get; set; }

    /// <summary>The ends of the ranges that the last sentence with figures guides.</summary>
    public List<Draft> Guided { get; set; } = [];

    /// <summary>True where an outlook is being given.</summary>
    public bool InOutlook { get; set; }

    /// <summary>What growth was last compared with in so many words.</summary>
    public Comparison? Comparison { get; private set; }

    // a quarter's growth over the quarter before is told in passing; without a word growth is again over a year
    private const int SequentialLife = 6;
    private int comparisonAge;

    /// <summary>What the last comparison reached back over, for "in that time".</summary>
    public Comparison? Stretch { get; set; }

    /// <summary>The basis that the speaker has said the figures are on; empty where none.</summary>
    public string Basis { get; set; } = "";

    /// <summary>The other company that is being talked about.</summary>
    public string? Owner { get; set; }

    /// <summary>The heading under which the text stands says it is about others.</summary>
    public bool AmongOthers { get; set; }

    /// <summary>The heading says that it is about what the shares cost, whose figures are trailing ones.</summary>
    public bool Valuation { get; set; }

    /// <summary>The segments whose revenue was stated.</summary>
    public HashSet<string> Stated { get; } = new(StringComparer.Ordinal);

    /// <summary>The last line a number was bound to.</summary>
    public LineRef? LastLine { get; set; }

    /// <summary>True where a sentence without numbers turned to it.</summary>
    public bool LineAnnounced { get; set; }

    /// <summary>How many sentences ago that line, or the subject of a sentence without numbers, was named.</summary>
    public int SubjectAge { get; set; }

    /// <summary>The last profit that money was stated of: "as a margin" is said of it.</summary>
    public LineRef? LastProfit { get; set; }

    /// <summary>The revenue of the part of the company that was the subject of the sentence before; null where it had another subject.</summary>
    public string? Subject { get; set; }

    /// <summary>The revenue that the last sentence with figures was about.</summary>
    public string? LastRevenue { get; set; }

    /// <summary>How many sentences ago that was.</summary>
    public int LastRevenueAge { get; set; }

    /// <summary>The topic of the question that is being answered.</summary>
    public string? QuestionTopic { get; set; }

    /// <summary>Another sentence begins.</summary>
    public void Age()
    {
        (TopicAge, SectionAge, SubjectAge, LastRevenueAge) = (TopicAge + 1, SectionAge + 1, SubjectAge + 1, LastRevenueAge + 1);
        Comparison = ++comparisonAge > SequentialLife && Comparison == Figures.Comparison.GrowthQoq ? null : Comparison;
    }

    /// <summary>Growth is compared so until something else is said; null changes nothing. What is announced for all that follows does not age.</summary>
    public void Compares(Comparison? with, bool announced = false)
    {
        if (with is { } said)
        {
            (Comparison, comparisonAge) = (said, announced ? int.MinValue : 0);
        }
    }
}
