using System.Text;

namespace ModelBuilder.Formulas;

/// <summary>A place in the text of a formula, and the first thing found wrong with it.</summary>
internal abstract class FormulaCursor(string text)
{
    protected string? Failure { get; private set; }

    protected int FailedAt { get; private set; }

    protected string Text { get; } = text;

    protected int At { get; set; }

    protected char Current => At < Text.Length ? Text[At] : '\0';

    /// <summary>Notes why reading fails, unless it already has, and gives null.</summary>
    protected Expression? Fail(string message, int? at = null)
    {
        if (Failure is null)
        {
            Failure = message;
            FailedAt = at ?? At;
        }

        return null;
    }

    protected bool Take(char wanted)
    {
        if (At >= Text.Length || Text[At] != wanted)
        {
            return false;
        }

        At++;
        return true;
    }

    protected string TakeWhile(Func<char, bool> accept)
    {
        int start = At;
        while (At < Text.Length && accept(Text[At]))
        {
            At++;
        }

        return Text[start..At];
    }

    /// <summary>What stands between quotes, a doubled quote read as one; null where they are not closed.</summary>
    protected string? ReadQuoted(char quote)
    {
        var content = new StringBuilder();
        At++;
        while (At < Text.Length)
        {
            char c = Text[At++];
            if (c == quote && !Take(quote))
            {
                return content.ToString();
            }

            content.Append(c);
        }

        return null;
    }

    protected void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
        {
            At++;
        }
    }
}
