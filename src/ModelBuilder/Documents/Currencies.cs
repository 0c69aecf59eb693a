using System.Collections.Frozen;

namespace ModelBuilder.Documents;

/// <summary>The currency codes of ISO 4217 that are in use.</summary>
internal static class Currencies
{
    private static readonly FrozenSet<string> Codes = (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
        + "COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR "
        + "IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR "
        + "MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD "
        + "SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF "
        + "YER ZAR ZMW ZWG").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a code in use.</summary>
    public static bool IsCode(string text) => Codes.Contains(text);

    /// <summary>Names the code that was meant where that is plain, nothing otherwise.</summary>
    public static string Suggestion(string text) => text.ToUpperInvariant() switch
    {
        "RMB" or "YUAN" or "RENMINBI" => "; did you mean CNY?",
        "STG" or "POUND" or "POUNDS" => "; did you mean GBP?",
        "NTD" or "NT$" => "; did you mean TWD?",
        "YEN" => "; did you mean JPY?",
        "$" or "DOLLAR" or "DOLLARS" or "US$" => "; did you mean USD?",
        "EURO" or "EUROS" or "€" => "; did you mean EUR?",
        var upper when IsCode(upper) => $"; did you mean {upper}?",
        _ => "",
    };
}
