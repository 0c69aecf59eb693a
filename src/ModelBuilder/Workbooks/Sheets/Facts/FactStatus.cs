namespace ModelBuilder.Workbooks.Sheets;

/// <summary>What became of a number that was read, in the words of the sheet Facts.</summary>
internal static class FactStatus
{
    public const string Used = "used";
    public const string Agrees = "agrees";
    public const string Rounding = "rounding of it";
    public const string Derived = "derived";
    public const string Lost = "lost";
    public const string Refused = "refused";
    public const string Restated = "restated";
    public const string Consensus = "consensus";
    public const string Broker = "broker's forecast";
    public const string Own = "own estimate";
    public const string OtherCurrency = "other currency";
    public const string NoPeriod = "period unknown";
    public const string Unused = "not used";
}
