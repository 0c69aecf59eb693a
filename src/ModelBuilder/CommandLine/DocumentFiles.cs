using System.Text;
using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.CommandLine;

/// <summary>Finds and reads documents on disk.</summary>
internal static class DocumentFiles
{
    /// <summary>Endings of the kinds of document that can be read.</summary>
    private static readonly HashSet<string> Readable = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".md", ".text" };

    /// <summary>The files at a path: itself, or what a folder holds, without hidden files and the lock files of office programs, in ordinal order.</summary>
    public static IReadOnlyList<string> Under(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) is var name && !name.StartsWith('.') && !name.StartsWith('~') && name != "Thumbs.db")
            .Order(StringComparer.Ordinal)]
        : [path];

    /// <summary>Reads the files that are documents; each that is not is a finding, and the others are read.</summary>
    public static (IReadOnlyList<Document> Documents, IReadOnlyList<Finding> Findings) Read(IEnumerable<string> files, string root)
    {
        var documents = new List<Document>();
        var findings = new List<Finding>();
        foreach (string file in files)
        {
            string name = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (!Readable.Contains(Path.GetExtension(file)))
            {
                findings.Add(Unreadable(name, $"'{Path.GetExtension(file)}' is not a kind of document that is read", $"save it as text ({string.Join(", ", Readable.Order(StringComparer.Ordinal))}) or take it out of the folder"));
                continue;
            }

            if (Text(file, name, findings) is { } text)
            {
                documents.Add(TextDocument.Read(name, text));
            }
        }

        return (documents, findings);
    }

    /// <summary>The text of a file, or null with a finding.</summary>
    public static string? Text(string file, string name, ICollection<Finding> findings)
    {
        byte[]? bytes = Bytes(file, name, findings);
        if (bytes is not null && bytes.AsSpan().Contains((byte)0) && !HasWideMark(bytes))
        {
            findings.Add(Unreadable(name, "it is not text (it holds zero bytes)", "save it as plain text"));
            return null;
        }

        return bytes is null ? null : Decode(bytes);
    }

    /// <summary>The bytes of a file, or null with a finding.</summary>
    public static byte[]? Bytes(string file, string name, ICollection<Finding> findings)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Unreadable(name, e.Message, "check that the file is there and that you may read it"));
            return null;
        }
    }

    private static bool HasWideMark(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>By its byte order mark, as UTF-8, or where it is not valid UTF-8 as Latin-1, which every byte is.</summary>
    private static string Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static Finding Unreadable(string name, string why, string remedy) =>
        new(Severity.Error, FindingCode.Unreadable, $"{name} cannot be read: {why}") { Document = name, Remedy = remedy };
}
