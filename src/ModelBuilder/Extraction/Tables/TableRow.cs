using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>A number of a row, as printed.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Value">The number without a scale of the table; null for a dash or "n/a".</param>
/// <param name="Precision">Half a unit of its last digit.</param>
internal sealed record TableCell(int First, int End, decimal? Value, decimal Precision)
{
    /// <summary>The currency printed with it, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>True for a per cent sign.</summary>
    public bool Percent { get; init; }

    /// <summary>True where a word of its own scales it ("million").</summary>
    public bool Scaled { get; init; }

    /// <summary>True for "x": a multiple.</summary>
    public bool Times { get; init; }
}

/// <summary>A row of a table printed as text: a name and as many numbers as there are columns.</summary>
internal static class TableRow
{
    private const int Fewest = 3, Most = 8, Longest = 40;

    /// <summary>The number of tokens of the name, and the cells, or null where the line is no such row.</summary>
    public static (int Label, List<TableCell> Cells)? Read(List<Token> tokens, int columns)
    {
        if (tokens.Count is 0 or > Longest || tokens[0].Kind != TokenKind.Word)
        {
            return null;
        }

        for (int first = 1; first < tokens.Count; first++)
        {
            if (Cells(tokens, first, columns) is { } cells)
            {
                return (first, cells);
            }
        }

        return null;
    }

    /// <summary>True for a name and nothing behind it but numbers: no sentence, whatever head it has.</summary>
    public static bool Is(List<Token> tokens)
    {
        for (int columns = Fewest; columns <= Most; columns++)
        {
            if (Read(tokens, columns) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static List<TableCell>? Cells(List<Token> tokens, int first, int columns)
    {
        List<TableCell> cells = [];
        int i = first;
        while (i < tokens.Count && cells.Count <= columns)
        {
            if (tokens[i].Text is "|")
            {
                i++;
            }
            else if (At(tokens, i) is { } cell)
            {
                cells.Add(cell);
                i = cell.End;
            }
            else
            {
                return null;
            }
        }

        return cells.Count == columns && i == tokens.Count && cells.Exists(c => c.Value is not null) ? cells : null;
    }

    private static TableCell? At(List<Token> tokens, int i)
    {
        string Text(int k) => k < tokens.Count ? tokens[k].Text : "";
        if (Text(i) is "-" or "\u2014" or "\u2013" && !(i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number && tokens[i + 1].Start == tokens[i].End))
        {
            return new TableCell(i, i + 1, null, 0);
        }

        if (Text(i).ToUpperInvariant() is "NM" or "NA")
        {
            return new TableCell(i, i + 1, null, 0);
        }

        if (tokens[i].Lower is "n" && i + 1 < tokens.Count && tokens[i + 1] is { Hyphenated: true, Lower: "a" or "m" })
        {
            return new TableCell(i, i + 2, null, 0);
        }

        // "Down 13%"
        bool down = tokens[i].Lower is "down", worded = down || tokens[i].Lower is "up";
        int k = worded ? i + 1 : i;
        string? currency = null;
        bool open = false, minus = down;
        for (bool moved = true; moved && k < tokens.Count;)
        {
            moved = false;
            if (currency is null && Currencies.At(tokens, k) is { } sign && tokens[k].Kind != TokenKind.Number)
            {
                (currency, k, moved) = (sign.Code, k + sign.Length, true);
            }
            else if (!open && Text(k) is "(")
            {
                (open, k, moved) = (true, k + 1, true);
            }
            else if (!minus && Text(k) is "-" or "\u2212" or "\u2013")
            {
                (minus, k, moved) = (true, k + 1, true);
            }
        }

        if (k >= tokens.Count || tokens[k].Kind != TokenKind.Number || !decimal.TryParse(tokens[k].Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) || value >= 1e13m)
        {
            return null;
        }

        string text = tokens[k].Text;
        decimal precision = 0.5m;
        for (int d = text.IndexOf('.', StringComparison.Ordinal); d >= 0 && d < text.Length - 1; d++)
        {
            precision /= 10;
        }

        int end = k + 1;
        (decimal scale, int length) = Scales.At(tokens, end, currency is not null);
        end += length;
        bool points = Text(end) is "pts" or "pt" or "bps" or "bp" or "pp";
        decimal point = Text(end) is "bps" or "bp" ? 0.0001m : 0.01m;
        end += points ? 1 : 0;
        bool percent = !points && Text(end) is "%", times = !percent && Text(end) is "x" or "X";
        end += percent || times ? 1 : 0;
        if (open && Text(end) is not ")")
        {
            return null;
        }

        end += open ? 1 : 0;
        // "(10.3)%"
        bool behind = open && Text(end) is "%";
        percent |= behind;
        end += behind ? 1 : 0;
        if (worded && !percent && !points)
        {
            return null;
        }

        decimal unit = points ? point : percent ? 0.01m : scale;
        return new TableCell(i, end, (open || minus ? -value : value) * unit, precision * unit) { Currency = currency, Percent = percent || points, Scaled = length > 0, Times = times };
    }
}
