using System.Text;

namespace ModelBuilder.Extraction;

/// <summary>
/// The consonants of words by how they sound, in Soundex's classes (Russell 1918) without its first letter and length: words that
/// recognition confuses have keys that differ little. "well as" and "loss" have the same key.
/// </summary>
internal static class SoundKey
{
    /// <summary>The key; neighbours of one class count once, also across words.</summary>
    public static string Of(IEnumerable<string> words)
    {
        StringBuilder key = new();
        char last = '\0';
        foreach (string word in words)
        {
            foreach (char c in word)
            {
                char sound = c switch
                {
                    'b' or 'f' or 'p' or 'v' => '1',
                    'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => '2',
                    'd' or 't' => '3',
                    'l' => '4',
                    'm' or 'n' => '5',
                    'r' => '6',
                    _ => '\0',
                };
                if (sound != '\0' && sound != last)
                {
                    key.Append(sound);
                }

                last = sound == '\0' && c is 'h' or 'w' or '\'' ? last : sound;
            }
        }

        return key.ToString();
    }

    /// <summary>How many sounds must be put in, left out or exchanged to make one key of the other (Levenshtein 1965).</summary>
    public static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
