namespace ModelBuilder.Extraction;

/// <summary>Which words may be part of the name of a segment, product, region or cost, and which never are.</summary>
internal static class NameWords
{
    // function words, verbs and judgements of the language of earnings; a name ends before them
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal);

    // nouns that end in -ing; other words in -ing are verbs or judgements
    private static readonly HashSet<string> Gerunds = Set(
        "advertising banking building engineering packaging trading outsourcing licensing marketing lending printing manufacturing processing gaming training consulting streaming hosting "
        + "publishing clothing heating cooling lighting cleaning wing king housing leasing staffing mining refining drilling shipping ticketing catering coating bearing furnishing broadcasting "
        + "learning testing monitoring computing networking plumbing piping flooring framing roofing siding imaging sequencing dining lodging parking farming fishing boating sporting racing wholesaling merchandising filing wiring");

    // a name is of more than these
    private static readonly HashSet<string> Empty = Set(
        "other new same growth segment business businesses division unit product products service services operation operations customer client market category line portfolio company group store brand key geography region regional geographic "
        + "operational reporting reportable industry core team people acquisition acquired legacy base organization enterprise corporate program project "
        + "platform model revenue sale sales income profit margin cost expense share volume price mix performance result results period comparison day daily unit same-store acquisition currency fx price pricing "
        + "small large local national private public personal person state family home city country two three four run rate tax pre-tax after-tax backlog subscription-like contract contractual");

    private static readonly HashSet<string> Customers = Set("customer client market account user consumer industry demand sector population patient member end");

    static NameWords()
    {
        Stops.UnionWith(Set(
            "a an the this that these those our its their his her my your we i you they it he she who which what where when while whose is was were are be been being am has have had do does did done will would shall should can could may might must "
            + "of to in on at by for from with without within into onto over under between among through during about across against above below after before since until till as than then so if but or nor and also too very more most less least much many "
            + "few several some any each every both either neither all no not only just even still again once now today yet already here there however although though because due thanks per via versus vs compared comparing including excluding exclude ex "
            + "up down out off away back forward ahead further per plus minus like unlike such own respective entire whole overall total consolidated combined aggregate gross reported adjusted non gaap organic organically pro forma normalized underlying diluted constant "
            + "year years quarter quarters month months week weeks day days half annual annually quarterly monthly daily prior previous last next current first second third fourth fifth final recent recently latest early late earlier later ago date "
            + "january february march april june july august september october november december fy q1 q2 q3 q4 1q 2q 3q 4q h1 h2 ytd fiscal calendar sequential sequentially period periods time "
            + "strong solid record good great better best robust healthy higher lower high low highest lowest flat slight slightly modest modestly significant significantly double single digit triple mid teens approximately roughly nearly almost around least "
            + "total increased decreased grew grow grows rose fell declined decline declines increase increases decrease decreases growth improved improve improves drove drive drives driven reflected reflect reflects represented represent represents accounted account accounts "
            + "came come comes contributed contribute delivered deliver delivers generated generate generates reached reach remained remain remains achieved achieve saw see sees seen expect expects expected continue continues continued "
            + "positive negative weak soft challenging difficult favorable unfavorable incremental additional existing largest biggest smaller bigger leading important key primary main major various certain different specific individual particular majority "
            + "respectively total net-net sg&a ebitda eps margin margins profit income loss cost costs expense expenses revenue revenues sales sale percent percentage basis points point million billion thousand dollar dollars rmb usd cents "
            + "think believe say said says note noted look looking turn turning move moving talk discuss review highlight let us's let's get got make made take took taken know want give gave given go going goes went "
            + "slide page outlook guidance full partially offset primarily mainly mostly largely particularly especially well result results resulted performance reportable operating operational core comparable comp pre post one two three four five six seven eight nine ten another "
            + "its' our' inaudible unk silence approximate well-known new year-over-year legacy trailing twelve six-month ongoing continuing seasonal typical strongest weakest average end ended ending start started begin began beginning exit exiting exited key overall re longer shorter "
            + "impact impacted impacts effect effects benefit benefits benefited loss losses gains gain headwind headwinds tailwind tailwinds slower faster softer stronger weaker steady stable pleased happy excited thank thanks mr mrs ms dr company company's companies everyone "
            + "near term risks commitment segment segments division divisions assumes assume implies imply includes include indicates indicate suggests means mean exceeds exceed ranges range ranging provides provide allows supports support gives makes helps leads shows show became become becomes brought bring brings puts put keeps keep kept hit hits led left met meet saw seem seems feel feels need needs want wants try uses use used "
            + "uh um you're we're we've it's that's there's they're i'm i've don't didn't yeah okay yes hey actually really kind sort pretty quite maybe probably certainly obviously basically how why expanding expanded exceeded despite excluding regarding toward towards"));
        Stops.ExceptWith(Gerunds);
    }

    /// <summary>True for a word that may be part of a name.</summary>
    public static bool IsName(Token token) => token.Kind == TokenKind.Word && token.Lower.Length > 1 && !Stops.Contains(token.Lower) && !IsVerb(token);

    /// <summary>True where the words alone say what every company has.</summary>
    public static bool IsEmpty(List<Token> words) => !(words.Count == 1 && words[0].Norm is "product" or "service") && words.All(w => Empty.Contains(w.Norm) || Empty.Contains(w.Lower) || Stops.Contains(w.Lower)) || Customers.Contains(words[^1].Norm);

    private static bool IsVerb(Token token) => !token.IsCapitalised && !Gerunds.Contains(token.Norm)
        && (token.Lower.EndsWith("ing", StringComparison.Ordinal) || token.Lower.EndsWith("ly", StringComparison.Ordinal)
            || (token.Lower.EndsWith("ed", StringComparison.Ordinal) && !token.Hyphenated && token.Lower is not ("embedded" or "integrated" or "installed" or "engineered" or "packaged" or "prepared" or "coated" or "processed" or "insured" or "structured" or "unbranded" or "regulated" or "unregulated" or "fixed" or "speed" or "seed" or "feed" or "specialized" or "advanced" or "paid" or "unpaid" or "managed" or "refined" or "connected" or "distributed" or "related" or "branded")));

    private static HashSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
