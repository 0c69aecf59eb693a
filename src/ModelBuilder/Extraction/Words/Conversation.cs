using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Tells prepared remarks, questions and answers of a call apart. What an analyst asks is not what the company says.</summary>
internal sealed class Conversation(Document document)
{
    private readonly bool isCall = document.Source is SourceKind.Transcript or SourceKind.MachineTranscript || document.Lines.Any(l => Asks(l.Speaker));
    private readonly bool isOneLine = document.Source is SourceKind.Transcript or SourceKind.MachineTranscript && document.Lines.Count(l => l.Text.Trim().Length > 0) == 1;
    private readonly HashSet<string> hosts = new(StringComparer.Ordinal);
    private bool roles;
    private bool questions;
    private bool asking;
    private bool asked;
    private int line;
    private int sinceHandover;

    internal enum Part
    {
        Remarks,
        Question,
        Answer,
        Operator,
    }

    /// <summary>What a sentence is part of; sentences must come in the order of the document.</summary>
    public Part PartOf(Sentence sentence)
    {
        if (!isCall)
        {
            return Part.Remarks;
        }

        string text = sentence.Line.Text;
        if (sentence.Line.Number != line)
        {
            line = sentence.Line.Number;
            Next(sentence.Line, text);
        }

        if (isOneLine)
        {
            return Unmarked(sentence.Text);
        }

        if (!questions)
        {
            if (sentence.Line.Speaker is { } host)
            {
                hosts.Add(host);
            }

            return Part.Remarks;
        }

        return asking ? Part.Question : Part.Answer;
    }

    // speakers that nothing tells apart: an analyst speaks from where the operator names one until somebody answers
    private Part Unmarked(string text)
    {
        sinceHandover++;
        if (Says(text, "question comes from") || Says(text, "question is from") || Says(text, "question will come from") || Says(text, "from the line of") || Says(text, "next question"))
        {
            asking = true;
            sinceHandover = 0;
        }
        else if (asking && sinceHandover > 1 && !Greets(text) && (Answers(text) || Says(text, "answer this") || Opens(text, "yes") || Opens(text, "yeah") || Opens(text, "sure") || Opens(text, "thanks") || Opens(text, "thank you") || Opens(text, "hi") || Opens(text, "hey") || Opens(text, "well")))
        {
            asking = false;
        }

        questions |= asking;
        return asking ? Part.Question : questions ? Part.Answer : Part.Remarks;
    }

    private static bool Greets(string text) => Says(text, "taking my question") || Says(text, "taking the question") || Says(text, "taking our question") || Says(text, "my question") || Says(text, "congrat") || Says(text, "question on") || Says(text, "wondering");

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool Opens(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]));

    private static bool Answers(string text) => text.StartsWith("[Interpreted]", StringComparison.OrdinalIgnoreCase)
        || text.Contains("your question", StringComparison.OrdinalIgnoreCase) || text.Contains("let me answer", StringComparison.OrdinalIgnoreCase) || text.Contains("take on the", StringComparison.OrdinalIgnoreCase);

    private static bool Asks(string? role) => role is "Q" || role?.StartsWith("Q ", StringComparison.Ordinal) == true
        || role?.StartsWith("Analyst", StringComparison.OrdinalIgnoreCase) == true || role?.StartsWith("Question", StringComparison.OrdinalIgnoreCase) == true;

    private void Next(TextLine at, string text)
    {
        bool opens = text.Contains("first question", StringComparison.OrdinalIgnoreCase) || text.Contains("take your questions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("open the line", StringComparison.OrdinalIgnoreCase) || text.Contains("open the call", StringComparison.OrdinalIgnoreCase);
        bool short_ = text.Length < 600;
        if (opens && short_)
        {
            questions = true;
            asking = text.Contains("line of", StringComparison.OrdinalIgnoreCase);
            asked = false;
            return;
        }

        // "Q (analyst at a bank):" and a heading say it too
        bool asker = Asks(at.Speaker);
        questions |= asker || (text.Trim() is "Questions" or "Questions and answers" or "Questions and Answers" or "Q&A" or "Question-and-Answer Session" or "Question and answer session");
        if (!questions)
        {
            return;
        }

        roles |= asker;
        if (asker || (roles && at.Speaker is null))
        {
            asking |= asker;
            return;
        }

        if (at.Speaker is { } speaker)
        {
            asking = !hosts.Contains(speaker);
            return;
        }

        if (text.Contains("from the line of", StringComparison.OrdinalIgnoreCase) || text.Contains("next question", StringComparison.OrdinalIgnoreCase))
        {
            asking = true;
            asked = false;
            return;
        }

        bool asks = text.Contains('?', StringComparison.Ordinal);
        asking &= !asked || (asks && !Answers(text));
        asked |= asking && asks;
    }
}
