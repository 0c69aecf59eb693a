using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>What carries over from sentence to sentence: whose figures, which period, what is expected.</content>
internal sealed partial class DocumentReader
{
    private void Turn(Sentence sentence, bool turn)
    {
        if (Headings.Read(sentence, document.Source) is { } heading)
        {
            (passage.AmongOthers, passage.Valuation) = heading;
            (passage.Owner, passage.Topic, passage.Section) = (null, null, null);
        }

        if (Headings.IsOver(sentence, document.Source, out PeriodPhrase? over))
        {
            FiscalPeriod? named = over is null ? null : new PeriodContext(calendar, reporting, null).Resolve(over);
            passage.Headed = named is { Kind: not PeriodKind.Instant } period && reporting is { } now && calendar.EndOf(period) <= calendar.EndOf(now) && period != now ? period : null;
        }

        if (turn)
        {
            passage.Owner = null;
            // "Let me recap the year." may close the paragraph before
            passage.Period = passage is { PeriodAge: 0, PeriodAnnounced: true } ? passage.Period : null;
            passage.InOutlook = false;
            passage.Stated.Clear();
            passage.LastLine = null;
            passage.Basis = declared;
            passage.LastProfit = null;
            passage.Subject = null;
            opening = true;
        }
    }

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

    // the period that this and the next sentences talk about; text without paragraphs does not show where that ends
    private void Talk(Clause clause)
    {
        bool past = passage.Period is { } spoken && reporting is { } closed && calendar.EndOf(spoken) < calendar.EndOf(closed);
        passage.Period = ++passage.PeriodAge > PeriodLife && (heard || past) ? null : passage.Period;
        passage.Period ??= passage.Headed;
        PeriodContext context = new(calendar, reporting, passage.Period) { Heard = heard };
        PeriodPhrase? leading = Talking.Leading(clause) ?? (opening ? Talking.Opening(clause) : null);
        opening &= clause.Quantities.Count == 0;
        if (leading is not null && context.Resolve(leading) is { Kind: not PeriodKind.Instant and not PeriodKind.Month } period)
        {
            (passage.PeriodAge, passage.PeriodAnnounced) = (0, clause.Quantities.Count == 0);
            bool earlier = reporting is { } shut && calendar.EndOf(period) < calendar.EndOf(shut);
            // "last year's third quarter included a charge" tells of that quarter in passing
            passage.Period = earlier && leading.First <= 1 && clause.Word(leading.First - 1) is not ("in" or "for" or "during") && clause.Word(leading.End) is not "," ? passage.Period
                : period == reporting ? null : reporting is { } r && calendar.EndOf(period) > calendar.EndOf(r) ? passage.Period : period;
        }

        if (Talking.Heads(clause) is { } heads && context.Resolve(heads) is { } promised && (reporting is not { } last || calendar.EndOf(promised) > calendar.EndOf(last) || promised.Kind == PeriodKind.Year))
        {
            (passage.Listing, passage.InOutlook, passage.Outlook) = (true, true, promised);
            return;
        }

        // a list ends with the first sentence of its own
        passage.Listing &= !(clause.Tokens.Count > LongestItem || Continuations.Tells(clause) || (clause.Quantities.Count == 0 && clause.Word(clause.Tokens.Count - 1) is "."));
        if (Talking.Outlook(clause))
        {
            passage.InOutlook = true;
            if (Talking.Ahead(clause) is { } ahead && context.Resolve(ahead) is { } future)
            {
                // the year is over when its fourth quarter is reported: what is expected of "the full year" is the next one
                bool over = future.Kind == PeriodKind.Year && reporting is { Kind: PeriodKind.Year } or { Kind: PeriodKind.Quarter, Number: 4 } && future.Year <= reporting.Value.Year;
                future = over && ahead is { When: PeriodWhen.This } ? FiscalPeriod.FullYear(reporting!.Value.Year + 1) : future;
                passage.Outlook = reporting is not { } now || calendar.EndOf(future) > calendar.EndOf(now) || (future.Kind == PeriodKind.Year && !over) ? future : passage.Outlook;
            }
        }
    }
}
