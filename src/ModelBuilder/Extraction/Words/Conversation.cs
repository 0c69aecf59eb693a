using System.Buffers;
using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Tells prepared remarks, questions and answers of a call apart. What an analyst asks is not what the company says.</summary>
internal sealed class Conversation(Document document)
{
    // a longer line is a speech that mentions questions
    private const int LongestOpening = 600;

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
        if (text.AsSpan().ContainsAny(HandingOver))
        {
            asking = true;
            sinceHandover = 0;
        }
        else if (asking && sinceHandover > 1 && !text.AsSpan().ContainsAny(Greeting) && (Answers(text) || AnswerWords.Any(w => Opens(text, w))))
        {
            asking = false;
        }

        questions |= asking;
        return asking ? Part.Question : questions ? Part.Answer : Part.Remarks;
    }

    private static bool Opens(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]));

    private static readonly SearchValues<string> HandingOver = SearchValues.Create(["question comes from", "question is from", "question will come from", "from the line of", "next question"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Greeting = SearchValues.Create(["taking my question", "taking the question", "taking our question", "my question", "congrat", "question on", "wondering"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] AnswerWords = ["yes", "yeah", "sure", "thanks", "thank you", "hi", "hey", "well"];
    private static readonly SearchValues<string> Opening = SearchValues.Create(["first question", "take your questions", "open the line", "open the call"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Asking = SearchValues.Create(["from the line of", "next question"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Answering = SearchValues.Create(["your question", "let me answer", "take on the"], StringComparison.OrdinalIgnoreCase);

    private static bool Answers(string text) => text.StartsWith("[Interpreted]", StringComparison.OrdinalIgnoreCase) || text.AsSpan().ContainsAny(Answering);

    private static bool Asks(string? role) => role is "Q" || role?.StartsWith("Q ", StringComparison.Ordinal) == true
        || role?.StartsWith("Analyst", StringComparison.OrdinalIgnoreCase) == true || role?.StartsWith("Question", StringComparison.OrdinalIgnoreCase) == true;

    private void Next(TextLine at, string text)
    {
        if (text.Length < LongestOpening && text.AsSpan().ContainsAny(Opening))
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

        if (text.AsSpan().ContainsAny(Asking))
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
