namespace ModelBuilder.Extraction;

/// <summary>Words that may stand between a line and its number without being about anything else.</summary>
internal static class Fillers
{
    private static readonly HashSet<string> Words = new(
        ("a an the was were is are be been being has have had will would should could may might do did to of at in for on by from and or as than that which it its our we "
        + "within midpoint averaged averaging reached reach reaching totaled totalled totaling amounted amounting came come comes coming stood stand recorded recording achieved achieve achieving delivered delivering generated posted reported reporting closed remained remain remains remaining now currently today continuing operations diluted common stable flat "
        + "approximately about around nearly roughly almost some over more less above below exceeding exceeded at least up down just only slightly little "
        + "significant significantly substantial substantially robust strong modest modestly slight relatively further another also still again once consecutive notable major considerable considerably sharp sharply steadily dramatically remarkable remarkably new record high low highs "
        + "negative positive minus total totaling net inflow outflow loss profit gain range ranges ranging amount level rate basis turned turning marking reflecting representing represent represents represented equal equals equivalent "
        + "increase increased increasing decrease decreased decreasing narrowed narrowing widened widening improved improving improvement grew grow growing grown rose rise rising fell fall falling drop dropped dropping climbed climbing jumped jumping surged surging "
        + "expected expect expects anticipate anticipated forecast projected guidance guide outlook previous prior between approx per said only respectively year full quarter period this while smaller larger they went go goes accounts accounted accounting makes made two three four five six seven eight nine ten quarters running successive straight row succession starting beginning then so therefore thus best far yet ever margin took takes crept slipped edged swung brought brings contributed contributes contributing earned earns generates yielded had when compared versus vs comparing comparison to expand expanded expanding expansion accelerated accelerating reaching hit hitting hits showed show showing saw see sees seen spent spend paid invested expense income half drop doubling doubled almost amount measured defined area region neighborhood neighbourhood vicinity ballpark s 's '")
        .Split(' '), StringComparer.Ordinal)
    {
        ",", ":", "(", "|", Disfluencies.Inaudible, "\"", "\u201c", "\u201d", "$", "-",
    };

    private static readonly HashSet<string> Followers = new(
        ("in for from to and or as at with by of on during which while when where that this the versus vs compared up down but due driven thanks primarily mainly since because per both than over against including excluding "
        + "relates stems stemmed came comes represents relates compares exceeds beat beats topped missed margin reflects includes last respectively sequentially year quarter net before after is was were are has had have would will through until however although though so if we our it its a an under just an year-over-year approximately about nearly roughly "
        + "increase decrease growth decline higher lower improvement reduction gain loss rise drop more less better worse range point organic organically total once again annually compounded above below plus inclusive also still each either inflow outflow marking representing i ahead mainly largely partly partially operationally linked")
        .Split(' '), StringComparer.Ordinal);

    /// <summary>True for a word that says nothing of another line.</summary>
    public static bool IsFiller(string lower) => Words.Contains(lower);

    /// <summary>True for a word that may follow a number without making it part of another name ("2 billion loan facility").</summary>
    public static bool MayFollow(Token token) => token.Kind != TokenKind.Word || Followers.Contains(token.Lower)
        || token.Lower.EndsWith("ly", StringComparison.Ordinal) || token.Lower.EndsWith("ing", StringComparison.Ordinal) || token.Lower.EndsWith("ed", StringComparison.Ordinal);
}
