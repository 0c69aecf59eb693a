using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>
/// A package of which some parts are changed. What is not changed is not even unpacked on saving: its compressed bytes, its place and its
/// time stamp in the archive stay as they are.
/// </summary>
internal sealed class PackageEdit
{
    private const string TypesPart = "/[Content_Types].xml";
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly byte[] original;
    private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> content = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]?> changes = new(StringComparer.Ordinal);

    /// <summary>Opens a package. What is none throws, as <see cref="ZipArchive"/> does.</summary>
    public PackageEdit(byte[] package)
    {
        original = package;
        using var archive = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using Stream stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            string part = "/" + entry.FullName.Replace('\\', '/').TrimStart('/');
            entries[part] = entry.FullName;
            content[part] = bytes.ToArray();
        }
    }

    /// <summary>The parts as they are now.</summary>
    public IEnumerable<string> Parts => content.Keys.Order(StringComparer.Ordinal);

    /// <summary>True where something was changed.</summary>
    public bool IsChanged => changes.Count > 0;

    public bool Has(string part) => content.ContainsKey(part);

    public byte[] Bytes(string part) => content[part];

    public XDocument Read(string part) => Xml.Read(content[part]);

    public XmlReader Stream(string part) => Xml.Stream(content[part]);

    public void Write(string part, XDocument document) => Write(part, Xml.Write(document));

    public void Write(string part, byte[] bytes)
    {
        if (!content.TryGetValue(part, out byte[]? old) || !old.AsSpan().SequenceEqual(bytes))
        {
            content[part] = bytes;
            changes[part] = bytes;
        }
    }

    /// <summary>Adds a part with its content type, which need not be said where its extension says it.</summary>
    public void Add(string part, string? contentType, byte[] bytes)
    {
        Write(part, bytes);
        if (contentType is null)
        {
            return;
        }

        XDocument types = Read(TypesPart);
        types.Root!.Elements(Xml.ContentTypes + "Override").Where(o => (string?)o.Attribute("PartName") == part).Remove();
        types.Root.Add(new XElement(Xml.ContentTypes + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", contentType)));
        Write(TypesPart, types);
    }

    /// <summary>Says what files of an extension are, where the package does not.</summary>
    public void SayDefault(string extension, string contentType)
    {
        XDocument types = Read(TypesPart);
        if (!types.Root!.Elements(Xml.ContentTypes + "Default").Any(d => string.Equals((string?)d.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase)))
        {
            types.Root.AddFirst(new XElement(Xml.ContentTypes + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", contentType)));
            Write(TypesPart, types);
        }
    }

    /// <summary>Takes a part out, and what points to it from <paramref name="source"/>.</summary>
    public void Remove(string part, string source)
    {
        content.Remove(part);
        changes[part] = null;
        XDocument types = Read(TypesPart);
        types.Root!.Elements(Xml.ContentTypes + "Override").Where(o => (string?)o.Attribute("PartName") == part).Remove();
        Write(TypesPart, types);
        Relationships from = RelationshipsOf(source);
        from.Entries.Where(e => from.PartOf(e) == part).ToList().ForEach(e => e.Remove());
        Write(source, from);
    }

    public string TypeOf(string part)
    {
        XElement types = Read(TypesPart).Root!;
        return (string?)types.Elements(Xml.ContentTypes + "Override").FirstOrDefault(o => (string?)o.Attribute("PartName") == part)?.Attribute("ContentType")
            ?? (string?)types.Elements(Xml.ContentTypes + "Default").FirstOrDefault(d => part.EndsWith("." + (string?)d.Attribute("Extension"), StringComparison.OrdinalIgnoreCase))?.Attribute("ContentType")
            ?? "";
    }

    public Relationships RelationshipsOf(string part) => new(part, Has(Relationships.FileOf(part)) ? Read(Relationships.FileOf(part)) : null);

    public void Write(string part, Relationships relationships) => Write(Relationships.FileOf(part), relationships.Document);

    /// <summary>The first name of the form <c>/customXml/item1.xml</c> that is free.</summary>
    public string FreeName(string stem, string extension)
    {
        int number = 1;
        while (content.Keys.Any(p => p.Equals(stem + Xml.Text(number) + extension, StringComparison.OrdinalIgnoreCase)))
        {
            number++;
        }

        return stem + Xml.Text(number) + extension;
    }

    /// <summary>The package with its changes; the very same bytes where there are none.</summary>
    public byte[] Save()
    {
        if (!IsChanged)
        {
            return original;
        }

        using var stream = new MemoryStream();
        stream.Write(original);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach ((string part, byte[]? bytes) in changes)
            {
                ZipArchiveEntry? entry = entries.TryGetValue(part, out string? name) ? archive.GetEntry(name) : null;
                if (bytes is null)
                {
                    entry?.Delete();
                    continue;
                }

                entry ??= archive.CreateEntry(part[1..], CompressionLevel.Optimal);
                using (Stream target = entry.Open())
                {
                    target.SetLength(0);
                    target.Write(bytes);
                }

                entry.LastWriteTime = ZipEpoch;
            }
        }

        return stream.ToArray();
    }
}
