using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>What belongs to cells of a sheet beside their content: comments, links and lists of choices.</summary>
internal sealed class Belongings
{
    public Belongings(PackageEdit package, RawSheet sheet)
    {
        CommentsPart = package.RelationshipsOf(sheet.Part).PartOfKind("comments");
        if (CommentsPart is { } part && package.Has(part))
        {
            foreach (XElement comment in package.Read(part).Descendants(Xml.Main + "comment"))
            {
                if (CellAddress.TryParse((string?)comment.Attribute("ref"), out CellAddress at))
                {
                    Notes[at] = string.Concat(comment.Descendants(Xml.Main + "t").Select(t => t.Value));
                }
            }
        }

        XElement root = sheet.Frame;
        foreach (XElement link in root.Elements(Xml.Main + "hyperlinks").Elements(Xml.Main + "hyperlink"))
        {
            if (link.Attribute("location") is { } location && CellAddress.TryParse((string?)link.Attribute("ref"), out CellAddress at)
                && FormulaParser.ParseCells(location.Value.TrimStart('#')).Value is { } target)
            {
                Links[at] = target;
            }
        }

        foreach (XElement list in root.Elements(Xml.Main + "dataValidations").Elements(Xml.Main + "dataValidation").Where(v => (string?)v.Attribute("type") == "list"))
        {
            Expression? choices = FormulaParser.ParseCells(list.Element(Xml.Main + "formula1")?.Value ?? "").Value;
            foreach (string area in ((string?)list.Attribute("sqref") ?? "").Split(' '))
            {
                if (choices is not null && CellAddress.TryParse(area.Split(':')[0], out CellAddress at) && (!area.Contains(':', StringComparison.Ordinal) || area.Split(':')[0] == area.Split(':')[1]))
                {
                    Lists[at] = choices;
                }
            }
        }
    }

    public string? CommentsPart { get; }

    public Dictionary<CellAddress, string> Notes { get; } = [];

    public Dictionary<CellAddress, Expression> Links { get; } = [];

    public Dictionary<CellAddress, Expression> Lists { get; } = [];
}
