using System.Globalization;

namespace ModelBuilder.Workbooks.Templates;

/// <summary>
/// How much room a text or number needs, in the characters in which Excel measures columns (the width of a digit in the
/// workbook's own font). Computed, because measuring fonts needs a graphics library that servers do not have.
/// </summary>
internal static class TextWidth
{
    private const string Narrow = "ijltfI.,:;'|!/\\()[]{} r-\"“”";
    private const string Medium = "sckvxyzJ";
    private const string Wide = "mwMWGOQ@%—–";

    /// <summary>The width of a text's longest line.</summary>
    public static double Of(string text) => text.Split('\n').Max(line => line.Sum(Of));

    /// <summary>How many lines a text takes in a column of that width, words kept whole.</summary>
    public static int Lines(string text, double width)
    {
        int lines = 0;
        foreach (string paragraph in text.Split('\n'))
        {
            double used = 0;
            lines++;
            foreach (string word in paragraph.Split(' '))
            {
                double needs = word.Sum(Of);
                double space = used > 0 ? Of(' ') : 0;
                if (used > 0 && used + space + needs > width)
                {
                    lines++;
                    used = 0;
                    space = 0;
                }

                // A word longer than the line, such as Chinese text, breaks within.
                lines += (int)Math.Max(0, Math.Floor((used + space + needs - 0.001) / width));
                used = (used + space + needs) % width;
            }
        }

        return lines;
    }

    /// <summary>About the width of a number as its format shows it, parentheses included.</summary>
    public static double Of(double value, string format)
    {
        string positive = format.Split(';')[0];
        bool percent = positive.Contains('%', StringComparison.Ordinal);
        int point = positive.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : positive.Skip(point + 1).TakeWhile(c => c is '0' or '#').Count();
        double shown = Math.Abs(percent ? value * 100 : value);
        string digits = format.Length == 0
            ? value.ToString("G10", CultureInfo.InvariantCulture)
            : shown.ToString((positive.Contains(',', StringComparison.Ordinal) ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return digits.Sum(Of) + (percent ? Of('%') : 0) + (2 * Of('('));
    }

    // Wide characters of East Asian scripts take two columns.
    private static double Of(char c) => c >= 0x1100 && c is not (>= '\u2000' and <= '\u2bff')
        ? 2
        : Narrow.Contains(c, StringComparison.Ordinal) ? 0.55 : Medium.Contains(c, StringComparison.Ordinal) ? 0.9 : Wide.Contains(c, StringComparison.Ordinal) ? 1.5 : char.IsUpper(c) ? 1.25 : 1;
}
